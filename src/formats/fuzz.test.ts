import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseResume } from '#resume';
import { makeZip } from '../../test/fixtures/formats/make-zip.ts';
import { fixtureNames, readFixture } from '../../test/fixtures/formats/read-fixture.ts';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { importResume } from './import-resume.ts';
import { writeResume } from './write-resume.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A result that can be written and read again, or one sentence. */
function assertAnswer(bytes: Uint8Array): void {
  const imported = importResume(bytes);
  if (imported.mistake !== undefined) {
    assert.match(imported.mistake, /^(?:\S.*)[.)]$/);
    return;
  }
  for (const format of ['yaml', 'json'] as const) {
    const { resume, problems } = parseResume(writeResume(imported, format), format);
    assert.ok(resume ?? problems.length > 0);
  }
}

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '2020',
    'present',
    '<p>a</p>',
    '<ul><li>',
    'javascript:alert(1)',
    '\0',
    '[a](b',
    '2020 - ',
    '- a\n- b',
    'true',
    'false',
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const words =
  'cv content basics sections info employment history items name title summary date url href website highlights skills sets list level keywords profiles customFields custom customSections metadata data locale language location work experience education roles hidden visible contact other social social_networks __proto__ constructor toString start end startDate endDate period';
const key = fc.oneof(fc.constantFrom(...words.split(' ')), fc.string({ maxLength: 8 }));

const anything = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    odd,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
})).tree;
test('any bytes give a result or a sentence', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), assertAnswer), fuzzRuns(200));
  for (const start of [
    'PK\x03\x04',
    'PK\x05\x06',
    '<?xml version="1.0"?><Candidate>',
    '<SkillsPassport ',
    '{',
    '[',
    '%PDF-1.4',
    '\ufeff',
  ]) {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (rest) => assertAnswer(encode(start + rest))),
      fuzzRuns(50),
    );
  }
});

test('any data under the keys of any format gives a result or a sentence, as JSON and as YAML', () => {
  const marks = [
    { cv: anything },
    { content: fc.record({ basics: anything, work: anything, education: anything }), layouts: fc.constant([]) },
    {
      basics: fc.dictionary(key, anything),
      sections: fc.dictionary(key, anything),
      customSections: anything,
      picture: anything,
      summary: anything,
      metadata: anything,
    },
    {
      meta: fc.constant({ format: 'FRESH@1.0.0' }),
      info: anything,
      skills: anything,
      references: anything,
      employment: anything,
    },
    { SkillsPassport: fc.dictionary(key, anything) },
    { basics: fc.dictionary(key, anything), work: anything },
  ];
  for (const mark of marks) {
    const data = fc.record(mark as Record<string, fc.Arbitrary<unknown>>);
    fc.assert(
      fc.property(data, (value) => assertAnswer(encode(JSON.stringify(value)))),
      fuzzRuns(100),
    );
    fc.assert(
      fc.property(data, (value) => assertAnswer(encode(stringify(value)))),
      fuzzRuns(15),
    );
  }
});

test('any cells give a result or a sentence', () => {
  const files = fc.dictionary(
    fc.constantFrom(
      'Profile.csv',
      'Positions.csv',
      'Skills.csv',
      'Education.csv',
      'PhoneNumbers.csv',
      'x/Languages.csv',
      'photo.jpg',
    ),
    fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', ',', '\n', '\r', 'Name', 'Title', 'First Name', ' '),
        fc.string({ maxLength: 3 }),
      ),
    }),
  );
  const pack = (bodies: Record<string, string>) =>
    makeZip(Object.entries(bodies).map(([name, body]) => ({ name, body })));
  fc.assert(
    fc.property(files, (bodies) => assertAnswer(pack(bodies))),
    fuzzRuns(150),
  );
});

test('a fixture with any of its bytes changed gives a result or a sentence', () => {
  for (const name of fixtureNames) {
    const bytes = readFixture(name);
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), cut: fc.boolean() });
    fc.assert(
      fc.property(change, ({ at, byte, cut }) => {
        const changed = Uint8Array.from(cut ? bytes.subarray(0, at) : bytes);
        if (!cut) changed[at] = byte;
        assertAnswer(changed);
      }),
      fuzzRuns(25),
    );
  }
});

test('depth, size and aliases are bounded', () => {
  const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
  for (const text of [
    deep('[', ']'),
    deep('{"cv":', '}'),
    `cv: ${deep('[', ']')}`,
    `{"cv":{"name":"a","x":[${'1,'.repeat(200_000)}1]}}`,
    `cv:\n  name: a\n  a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `  b${index}: &b${index} [${`*${index ? `b${index - 1}` : 'a'}, `.repeat(9)}]`).join('\n')}`,
    `<Candidate>${'<a>'.repeat(100_000)}`,
    `cv: ${'x'.repeat(1_100_000)}`,
  ]) {
    assert.ok(importResume(encode(text)).mistake, text.slice(0, 60));
  }
});
