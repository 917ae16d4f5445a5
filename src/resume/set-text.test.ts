import assert from 'node:assert/strict';
import test from 'node:test';
import type { ResumeFormat } from './read/read-document.ts';
import { setText } from './set-text.ts';

/** A file, what it is with the language "de" in it, and what with "1 a" where no group may be made. */
const cases: readonly (readonly [ResumeFormat, string, string?, string?])[] = [
  ['yaml', 'basics:\n  name: J\n', 'basics:\n  name: J\n\nmeta:\n  language: de\n'],
  ['yaml', 'basics:\r\n  name: J\r\n', 'basics:\r\n  name: J\r\n\r\nmeta:\r\n  language: de\r\n'],
  ['yaml', 'basics:\n  name: J\n\n', 'basics:\n  name: J\n\nmeta:\n  language: de\n'],
  ['yaml', 'basics: {name: J}\r\n\r\n', 'basics: {name: J}\r\n\r\nmeta:\r\n  language: de\r\n'],
  ['yaml', 'basics: {name: J}\n \n\n', 'basics: {name: J}\n \n\nmeta:\n  language: de\n'],
  ['yaml', 'basics: {name: J}\n  ', 'basics: {name: J}\n  \nmeta:\n  language: de\n'],
  ['yaml', 'basics: {name: J}', 'basics: {name: J}\n\nmeta:\n  language: de\n'],
  ['yaml', '\uFEFFbasics: {}', '\uFEFFbasics: {}\n\nmeta:\n  language: de\n'],
  ['yaml', '{basics: {name: J}}', '{basics: {name: J}, meta: { language: "de" }}'],
  ['json', '{"basics": {"name": "J"}}', '{"basics": {"name": "J"}, "meta": { "language": "de" }}'],
  ['json', '\uFEFF{"basics": {}}', '\uFEFF{"basics": {}, "meta": { "language": "de" }}'],
  ['json', '{\n  "basics": {}\n}', '{\n  "basics": {},\n  "meta": { "language": "de" }\n}'],
  ['json', '{\r\n  "basics": {}\r\n}', '{\r\n  "basics": {},\r\n  "meta": { "language": "de" }\r\n}'],
  ['json', '{\n  basics: {}\n}', '{\n  basics: {},\n  meta: { language: "de" }\n}'],
  [
    'yaml',
    '{basics: {name: J}, meta: {a: b}}',
    '{basics: {name: J}, meta: {a: b, language: "de"}}',
    '{basics: {name: J}, meta: {a: b, language: "1 a"}}',
  ],
  ['yaml', 'meta:\n  language: "en"\n', 'meta:\n  language: de\n', 'meta:\n  language: "1 a"\n'],
  ['yaml', 'meta:\n  language:\n', 'meta:\n  language: de\n', 'meta:\n  language: "1 a"\n'],
  ['yaml', 'meta:\n  language: |\n    x\n', 'meta:\n  language: de\n', 'meta:\n  language: "1 a"\n'],
  ['yaml', 'meta: {a: b,\n  c: d}', 'meta: {a: b, language: "de",\n  c: d}', 'meta: {a: b, language: "1 a",\n  c: d}'],
  [
    'json',
    '{"meta": {\n    "a": 1,\n    "b": 2\n  }}',
    '{"meta": {\n    "a": 1,\n    "language": "de",\n    "b": 2\n  }}',
    '{"meta": {\n    "a": 1,\n    "language": "1 a",\n    "b": 2\n  }}',
  ],
  [
    'yaml',
    'meta:\n  a: b\n  # end',
    'meta:\n  a: b\n  language: de\n  # end',
    'meta:\n  a: b\n  language: "1 a"\n  # end',
  ],
  [
    'yaml',
    'meta:\n  a: |\n    x',
    'meta:\n  a: |\n    x\n  language: de\n',
    'meta:\n  a: |\n    x\n  language: "1 a"\n',
  ],
  ['yaml', '"meta": {"a": "b"}', '"meta": {"a": "b", "language": "de"}', '"meta": {"a": "b", "language": "1 a"}'],
  ...(['', '- a', 'a', '{}', 'meta: x', 'meta: [a]'] as const).map((text) => ['yaml', text] as const),
];

for (const [format, text, made, set] of cases) {
  test(`A language in ${JSON.stringify(text)} of ${format} makes ${JSON.stringify(made) ?? 'nothing'}`, () => {
    assert.equal(setText(text, format, { group: 'meta', key: 'language', isNew: true }, 'de'), made);
    assert.equal(setText(text, format, { group: 'meta', key: 'language' }, '1 a'), set);
  });
}
