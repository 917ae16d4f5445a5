import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'yaml';
import { parseResume, type ResumeData } from '#resume';
import { makeZip } from '../../test/fixtures/formats/make-zip.ts';
import { fixtureNames, readFixture, readLinkedinFiles } from '../../test/fixtures/formats/read-fixture.ts';
import { type ImportedResume, importResume } from './import-resume.ts';
import { writeResume } from './write-resume.ts';

function importFixture(bytes: Uint8Array): ImportedResume {
  const imported = importResume(bytes);
  assert.equal(imported.mistake, undefined);
  return imported as ImportedResume;
}

const encode = (text: string) => new TextEncoder().encode(text);

const names: Readonly<Record<(typeof fixtureNames)[number], string>> = {
  'rendercv.yaml': 'RenderCV',
  'rendercv-0.yaml': 'RenderCV',
  'yamlresume.yaml': 'YAMLResume',
  'fresh.yaml': 'FRESH',
  'reactive-resume-v1.json': 'Reactive Resume',
  'reactive-resume-v2.json': 'Reactive Resume',
  'reactive-resume-v3.json': 'Reactive Resume',
  'reactive-resume-v4.json': 'Reactive Resume',
  'reactive-resume-v5.json': 'Reactive Resume',
  'europass-candidate.xml': 'Europass',
  'europass-passport.xml': 'Europass',
  'europass-learner.xml': 'Europass',
  'europass.json': 'Europass',
  'linkedin.zip': 'LinkedIn',
  'json-resume-0.0.0.json': 'JSON Resume',
};

for (const name of fixtureNames) {
  test(`${name} is recognized, and becomes a résumé`, () => {
    const imported = importFixture(readFixture(name));
    assert.equal(imported.from, names[name]);
    for (const format of ['yaml', 'json'] as const) {
      const text = writeResume(imported, format);
      const { resume, problems } = parseResume(text, format);
      assert.ok(resume, problems.map(({ message }) => message).join('\n'));
    }
  });
}

/** Every leaf of plain data by its place, with a way to put something else there. */
function* listLeaves(
  data: ResumeData,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (typeof data !== 'object' || data === null) {
    if (data !== null && data !== '') yield path;
    return;
  }
  if (Array.isArray(data)) for (const [index, item] of data.entries()) yield* listLeaves(item, [...path, index]);
  else for (const [key, value] of Object.entries(data)) yield* listLeaves(value, [...path, key]);
}

function replaceLeaf(data: ResumeData, [step, ...rest]: readonly (string | number)[], value: ResumeData): ResumeData {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.map((item, index) => (index === step ? replaceLeaf(item, rest, value) : item));
  const map = data as { readonly [key: string]: ResumeData };
  return { ...map, [step]: replaceLeaf(map[String(step)] ?? null, rest, value) };
}

function formatPath(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

function assertArrives(imported: ImportedResume, token: string, place: string, isExact = false): void {
  // A heading becomes a key, which begins with a small letter.
  if (JSON.stringify(imported.data).toLowerCase().includes(token.toLowerCase())) return;
  const listed = [...imported.leftOvers, ...imported.settings].find(({ value }) => value.includes(token));
  assert.ok(listed, `${place} neither arrives nor is listed`);
  assert.ok(!isExact || listed.path === place, `${place} is listed as ${listed.path}`);
}

for (const name of fixtureNames.filter((name) => /yaml$|json$/.test(name))) {
  const text = new TextDecoder().decode(readFixture(name));
  const data: ResumeData = parse(text, { schema: 'failsafe' });

  test(`every value of ${name} arrives or is listed with its place, one by one`, () => {
    for (const path of listLeaves(data)) {
      const changed = JSON.stringify(replaceLeaf(data, path, 'Zqxtoken7'));
      const imported = importResume(encode(changed));
      // The one value without which it would be another format.
      if (imported.mistake === undefined && imported.from === names[name])
        assertArrives(imported, 'Zqxtoken7', formatPath(path), true);
    }
  });

  test(`every value of ${name} arrives or is listed, whatever all of them are`, () => {
    let changed = data;
    const paths = [...listLeaves(data)].filter((path) => path[0] !== 'meta');
    for (const [index, path] of paths.entries()) changed = replaceLeaf(changed, path, `Zq${index}x`);
    const imported = importFixture(encode(JSON.stringify(changed)));
    for (const [index, path] of paths.entries()) assertArrives(imported, `Zq${index}x`, formatPath(path), true);
  });

  test(`every value of ${name} arrives or is listed where a list or a group stands in its place`, () => {
    for (const [index, path] of [...listLeaves(data)].entries()) {
      const odd = [['Zqxa', 'Zqxb'], { zq: 'Zqxa', zr: { zs: 'Zqxb' } }, [{ zq: 'Zqxa' }, ['Zqxb']]][index % 3] ?? '';
      const imported = importResume(encode(JSON.stringify(replaceLeaf(data, path, odd))));
      if (imported.mistake !== undefined || imported.from !== names[name]) continue;
      for (const token of ['Zqxa', 'Zqxb']) assertArrives(imported, token, formatPath(path));
    }
  });
}

for (const [name, root] of [
  ['europass-candidate.xml', '<Candidate '],
  ['europass-passport.xml', '<SkillsPassport '],
  ['europass-learner.xml', '<europass:learnerinfo '],
] as const) {
  test(`every text and attribute of ${name} arrives or is listed`, () => {
    const text = new TextDecoder().decode(readFixture(name));
    const start = text.indexOf('>', text.indexOf(root));
    const values = [...text.slice(start).matchAll(/(?<=>)[^<>\s][^<>]*(?=<\/)|(?<=\s[a-zA-Z]+=")[^"]+(?=")/g)];
    assert.ok(values.length > 50);
    for (const { index, 0: value } of values) {
      const at = start + index;
      // In the middle of a longer text, so that what decides by the text still sees it; a code becomes an unknown one.
      const changed = `${text.slice(0, at)}Zqxtoken7${text.slice(at + value.length)}`;
      assertArrives(importFixture(encode(changed)), 'Zqxtoken7', text.slice(at - 60, at + value.length));
    }
  });
}

test("every cell of LinkedIn's tables arrives or is listed, and no other file is opened", () => {
  const files = readLinkedinFiles().map(({ name, body }) => ({ name, body: new TextDecoder().decode(body) }));
  const ignored = ['Connections.csv', 'messages.csv'];
  for (const file of files.filter(({ name }) => !ignored.includes(name))) {
    const [header = '', ...rows] = file.body.split('\n');
    const [, body = ''] = /^([^\n]*\n)([\s\S]*)$/.exec(file.body) ?? [];
    assert.ok(rows.length > 0);
    // Each cell without quotes, and each with.
    for (const { index, 0: cell } of rows.join('\n').matchAll(/"(?:[^"]|"")*"|[^,\r\n"]+/g)) {
      const replaced = rows.join('\n');
      const changed = `${header}\n${replaced.slice(0, index)}Zqxtoken7${replaced.slice(index + cell.length)}`;
      const zip = makeZip(files.map((other) => (other === file ? { name: file.name, body: changed } : other)));
      assertArrives(importFixture(zip), 'Zqxtoken7', `${file.name}: ${cell}`);
    }
    assert.ok(body.length > 0);
  }
  assert.deepEqual([...importFixture(readFixture('linkedin.zip')).ignored].sort(), ignored);
});

test('JSON with remarks, UTF-16 and a large picture are read', () => {
  const remarks = '{\n  // mine\n  "basics": { "name": "Ada" },\n}';
  assert.deepEqual(importFixture(encode(remarks)).data, { basics: { name: 'Ada' } });
  assert.deepEqual(importFixture(Buffer.from('\ufeffbasics:\n  name: Ada\n', 'utf16le')).data, {
    basics: { name: 'Ada' },
  });
  const url = `data:image/png;base64,${'A'.repeat(1_500_000)}`;
  const large = { basics: { name: 'Ada', picture: { url } }, sections: {}, metadata: {} };
  const { data, leftOvers } = importFixture(encode(JSON.stringify(large)));
  assert.deepEqual(data, { basics: { name: 'Ada' } });
  assert.deepEqual(
    leftOvers.map(({ path }) => path),
    ['basics.picture.url'],
  );
});

test('a key that stands twice is no value lost in silence', () => {
  assert.match(importResume(encode('cv:\n  name: Ada\n  name: Eve\n')).mistake ?? '', /twice|already/);
});

const orders: readonly (readonly [title: string, file: object, order: readonly string[] | undefined])[] = [
  [
    'RenderCV, as its sections stand',
    { cv: { name: 'A', sections: { skills: ['a'], experience: [{ company: 'b' }] } } },
    ['skills', 'work'],
  ],
  [
    'RenderCV in the usual order: nothing',
    { cv: { name: 'A', sections: { experience: [{ company: 'b' }], talks: ['c'], skills: ['a'] } } },
    undefined,
  ],
  [
    'YAMLResume, as its layout has it',
    {
      content: { basics: { name: 'A' }, work: [{ name: 'b' }], awards: [{ title: 'c' }] },
      layouts: [{ sections: { order: ['awards', 'education', 'work'] } }],
    },
    ['awards', 'work'],
  ],
  [
    'Reactive Resume 4, wide columns first',
    {
      basics: { name: 'A' },
      sections: {
        experience: { items: [{ company: 'b' }] },
        education: { items: [{ institution: 'c' }] },
        skills: { items: [{ name: 'd' }] },
      },
      metadata: {
        layout: [
          [['education'], ['skills']],
          [['experience'], []],
        ],
      },
    },
    ['education', 'work', 'skills'],
  ],
  [
    'Reactive Resume 5',
    {
      basics: { name: 'A' },
      sections: { experience: { items: [{ company: 'b' }] }, education: { items: [{ institution: 'c' }] } },
      metadata: { layout: { pages: [{ main: ['education', 'experience'], sidebar: ['projects'] }] } },
    },
    ['education', 'work'],
  ],
];
for (const [title, file, order] of orders) {
  test(`the order of the sections comes along: ${title}`, () => {
    const { data } = importFixture(encode(JSON.stringify(file)));
    const { meta } = data as { readonly meta?: { readonly site?: { readonly order?: readonly string[] } } };
    assert.deepEqual(meta?.site?.order, order);
  });
}
