import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ResumeData } from '#resume';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import type { ImportedResume } from './import-resume.ts';
import { formatLeftOver, writeResume } from './write-resume.ts';

const none = { from: 'FRESH', leftOvers: [], settings: [], ignored: [] } as const;
const write = (data: ResumeData, more: Partial<ImportedResume> = {}) => writeResume({ ...none, data, ...more }, 'yaml');

test('remarks stand where something was not taken, and the rest at the end', () => {
  const text = write(
    { basics: { name: 'Ada' }, skills: [{ name: 'Go' }, { name: 'C' }] },
    {
      leftOvers: [
        { path: 'skills.list[1].proof', value: 'a\n# b', near: 'skills[1]' },
        { path: 'info.class', value: 'Ranger' },
        { path: 'basics.birthdate', value: '1990-01-01' },
        { path: 'items[0].title', value: 'My salary', hidden: 'hidden there' },
      ],
      settings: [
        { path: 'list[0].id', value: '1' },
        { path: 'list[1].id', value: '2' },
      ],
      ignored: ['messages.csv'],
    },
  );
  assert.equal(
    text,
    `# yaml-language-server: $schema=./node_modules/cloud-resume/resume.schema.json
# Imported from FRESH. "npx cloud-resume check" says what could be better.

basics:
  name: Ada

skills:
  - name: Go
  # Not taken: skills.list[1].proof: a # b
  - name: C

# Not taken:
#   info.class: Ranger
#   basics.birthdate (personal)
#   items[0].title (hidden there)
# Settings of FRESH, not taken:
#   list.id (2 values)
# Files of the archive that were not opened:
#   messages.csv
`,
  );
});

test('long texts are blocks', () => {
  const long = 'word '.repeat(40).trim();
  const text = write({ a: long, b: 'one\n\ntwo', c: '2015', d: 'no: "yes" # x', e: '- not a list' });
  assert.match(text, /a: >-\n {2}word/);
  assert.match(text, /b: \|-\n {2}one\n\n {2}two/);
  assert.match(text, /c: "2015"/);
});

test('whatever the texts are, YAML and JSON give them back', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\n', ' ', '\t', '\r', 'a', '#', ':', '-', '"', "'", '|', '>', '…', '\u2028', '\x85', '\0'),
    }),
    fc.constantFrom(
      'null',
      '~',
      'true',
      '2015',
      '1e3',
      '0x1',
      '- a',
      'a: b',
      '#',
      '---',
      '...',
      '%',
      '@',
      '`',
      '!',
      '&a',
      '*a',
      '\ufeff',
    ),
  );
  const data = fc.dictionary(
    text,
    fc.oneof(
      text,
      fc.array(text, { minLength: 1 }),
      fc.array(fc.dictionary(text, text, { minKeys: 1, noNullPrototype: true }), { minLength: 1 }),
    ),
    { minKeys: 1, noNullPrototype: true },
  );
  fc.assert(
    fc.property(data, (value) => {
      // Half of a pair of surrogates is no text, and no file can have it.
      fc.pre(JSON.stringify(value).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(value)));
      const imported = { ...none, data: value as ResumeData };
      assert.deepEqual(parse(writeResume(imported, 'yaml'), { schema: 'failsafe', uniqueKeys: false }), { ...value });
      // Node 24's JSON.parse takes a key that is one escaped character for a backslash.
      assert.deepEqual(parse(writeResume(imported, 'json'), { schema: 'failsafe', uniqueKeys: false }), {
        $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
        ...value,
      });
    }),
    fuzzRuns(300),
  );
});

test('JSON Resume in the format that is asked for keeps its text', () => {
  const kept = { format: 'yaml', text: '# mine\nbasics:\n  name: Ada # me\n' } as const;
  assert.equal(
    write({ basics: { name: 'Ada' } }, { kept }),
    `# yaml-language-server: $schema=./node_modules/cloud-resume/resume.schema.json\n${kept.text}`,
  );
});

test('a line above a text of Windows ends as the others do', () => {
  const text = write({}, { kept: { format: 'yaml', text: 'basics:\r\n  name: Ada\r\n' } });
  assert.match(text, /^# yaml-language-server: [^\n]*\r\nbasics:\r\n {2}name: Ada\r\n$/);
});

test('a value that is not taken fits on a line', () => {
  assert.ok(formatLeftOver({ path: 'a', value: 'x'.repeat(5_000) }).length < 210);
});
