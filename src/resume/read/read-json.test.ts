import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';
import { parseResume } from '../parse-resume.ts';
import { toResumeData } from '../resume-data.ts';
import { readJson } from './read-json.ts';
import type { SourceNode } from './source-node.ts';

const faults: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a brace that stays open',
    '{\n  "basics": {\n    "name": "J"\n}',
    '1:1 This { is never closed; write } after its last value.',
  ],
  [
    'a bracket that stays open',
    '{\n  "work": [\n    {}\n}',
    '2:11 This [ is never closed; write ] after its last value.',
  ],
  ['a bracket that closes a brace', '{"basics": {"name": "J"}]', '1:25 This ] closes a {; write }.'],
  ['a brace too many', '{"basics": {"name": "J"}}}', '1:26 The résumé has ended before this; remove it.'],
  [
    'a missing comma',
    '{\n  "basics": {\n    "name": "J"\n    "label": "x"\n  }\n}',
    '3:16 A comma is missing here, before what follows.',
  ],
  ['a missing comma between entries', '{"work": [{} {}]}', '1:13 A comma is missing here, before what follows.'],
  ['a comma too many', '{"work": [,]}', '1:11 There is no value before this comma; write one, or remove the comma.'],
  ['a missing colon', '{"basics" {"name": "J"}}', '1:10 A colon is missing after this key.'],
  ['a missing value', '{"basics": {"name": }}', '1:21 A value is missing here; write one, such as "".'],
  ['a key without quotes', '{"basics": {name: "J"}}', '1:13 A key needs double quotes in JSON: "name".'],
  ['a text without quotes', '{"basics": {"name": Jane}}', '1:21 Text needs double quotes in JSON: "Jane".'],
  ['a number with a zero before it', '{"basics": {"phone": 0123}}', '1:22 Text needs double quotes in JSON: "0123".'],
  ['a number that is too large to keep', '{"meta": {"a": 1e999}}', '1:16 Text needs double quotes in JSON: "1e999".'],
  ['single quotes', "{\n  'basics': {}\n}", '2:3 Text needs double quotes in JSON; write " instead of \'.'],
  [
    'a quote that stays open',
    '{\n  "basics": {\n    "name": "J,\n    "label": "x"\n  }\n}',
    '3:13 This quote is never closed; write " at the end of the text.',
  ],
  [
    'an unknown escape',
    '{"basics": {"name": "C:\\q"}}',
    '1:24 This backslash means nothing in JSON; write two for one.',
  ],
  ['half an escape', '{"basics": {"name": "\\u00"}}', '1:22 This backslash means nothing in JSON; write two for one.'],
  ['a comment that stays open', '{}\n/* x', '2:1 This comment is never closed; write */ at its end.'],
  ['a colon in a list', '{"skills": ["a": "b"]}', '1:16 A colon belongs after a key in { and }; remove it here.'],
  ['a list as a key', '{[]: 1}', '1:2 A key in double quotes belongs here, and a colon after it.'],
  [
    'mistakes in several lines',
    '{\n  "basics": {\n    name: "J"\n  }\n  "work": [{}\n    {}],\n  "meta": NaN\n}',
    '3:5 A key needs double quotes in JSON: "name".',
    '4:4 A comma is missing here, before what follows.',
    '5:14 A comma is missing here, before what follows.',
    '7:11 Text needs double quotes in JSON: "NaN".',
  ],
];

for (const [title, text, ...expected] of faults) {
  test(`JSON with ${title} is explained in plain words`, () => {
    assert.deepEqual(showProblems(text, 'json'), expected);
  });
}

test('JSON may have comments and trailing commas', () => {
  const text = '// c\n{ /* c */ "basics": { "name": "J", /* " */ }, // c\n  "skills": [{ "name": "a", }, ], }\n/* c */';
  assert.deepEqual(parseResume(text, 'json').source, { basics: { name: 'J' }, skills: [{ name: 'a' }] });
});

test('JSON is read as JSON.parse reads it', () => {
  const meta = '{ "a": [1, -2.5e3, 0, 4.0, true, false, null, {}, []], "b c": "\u2028", "z": 1, "d": "" }';
  const text = `{ "basics": { "name": "\\"\\\\\\/\\n\\t\\u00e9\\ud83d\\ude00😀\\r\\n" },\r\n"meta": ${meta} }`;
  assert.deepEqual(parseResume(text, 'json').source, JSON.parse(text));
  assert.equal(JSON.stringify(parseResume(text, 'json').source), JSON.stringify(JSON.parse(text)));
});

/** Every key and value as it stands in the text, with its kind and what it says. */
function listNodes(text: string, node: SourceNode): readonly unknown[] {
  const own = [node.kind, text.slice(node.start, node.end)];
  if (node.kind === 'list') return [own, ...node.items.flatMap((item) => listNodes(text, item))];
  if (node.kind !== 'map') return [[...own, node.value]];
  return [own, ...node.entries.flatMap(({ key, value }) => [...listNodes(text, key), ...listNodes(text, value)])];
}

test('JSON is known by its places', () => {
  const text = '{ "a": [true, null, -0.5E+2], "b": "x\\u0041\\n", c: bare }';
  const { root, diagnostics } = readJson(text);
  assert.deepEqual(root && listNodes(text, root), [
    ['map', text],
    ['text', '"a"', 'a'],
    ['list', '[true, null, -0.5E+2]'],
    ['boolean', 'true', true],
    ['null', 'null', null],
    ['number', '-0.5E+2', -50],
    ['text', '"b"', 'b'],
    ['text', '"x\\u0041\\n"', 'xA\n'],
    ['text', 'c', 'c'],
    ['text', 'bare', 'bare'],
  ]);
  assert.deepEqual(
    diagnostics.map(({ severity, path, start }) => [severity, path, start]),
    [['error', '', text.indexOf('c:')]],
  );
});

test('JSON with a mistake is read as it was probably meant', () => {
  for (const [written, meant] of [
    ['{"a": }', '{"a": null}'],
    ['{"a": "x\n}', '{"a": "x"}'],
    ['{"a": "x",\n"b": "y,\n"c": 1}', '{"a": "x", "b": "y,", "c": 1}'],
    ["{'a': 'x'}", '{"a": "x"}'],
    ['{: 1, "b": 2}', '{"1": null, "b": 2}'],
    ['{[1]: 1, "b": 2}', '{"1": null, "b": 2}'],
    ['{"a": "\\q\\b\\f\\r\\/"}', '{"a": "\\b\\f\\r/"}'],
    ['{"a": 1} x', '{"a": 1}'],
    ['{"a": [1, 2}', '{"a": [1, 2]}'],
    ['{"a": [1, 2}}', '{"a": [1, 2]}'],
    ['{"a": a/b, "c": a// d\n}', '{"a": "a/b", "c": "a"}'],
    [
      '{"a": 01, "b": .5, "c": +1, "d": 1., "e": 1e, "f": x1, "g": 1x}',
      '{"a": "01", "b": ".5", "c": "+1", "d": "1.", "e": "1e", "f": "x1", "g": "1x"}',
    ],
  ] as const) {
    const read = readJson(written);
    assert.ok(read.diagnostics.length > 0, written);
    assert.deepEqual(read.root && toResumeData(read.root), JSON.parse(meant), written);
  }
  for (const empty of ['', ' \n', '// x', '/* x */']) assert.equal(readJson(empty).root, undefined);
  assert.equal(readJson('/* x').diagnostics.length, 1);
});

test('JSON that nests too deep is refused without a fault', () => {
  for (const text of [`{"meta": ${'['.repeat(100)}${']'.repeat(100)}}`, '['.repeat(50_000), '{"a":'.repeat(50_000)]) {
    assert.match(
      showProblems(text, 'json').join('\n'),
      /^1:\d+ Here are more than 64 levels, one inside the other; a résumé needs five\.$/,
    );
  }
});
