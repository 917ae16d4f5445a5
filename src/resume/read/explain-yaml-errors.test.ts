import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';

const alike = 'give all keys or items of one group the same indentation.';
const noComma = 'A comma is missing between the values in brackets, or text with a colon in it needs quotes.';
const noValue = 'There is no value before this comma; write one, or remove the comma.';
const stray = 'This belongs to nothing before it; check the quotes and the indentation here and in the line above.';
const otherColumn = `This line starts in another column than the lines it belongs to; ${alike}`;
const indentedDeeper = `This line is indented deeper than the keys beside it; ${alike}`;
const besideBlock = 'Only the text on the lines below "|" or ">" is read; start it there, indented.';
const notPlain = 'A key must be plain text; write a word and a colon.';
const open = (bracket: '[' | '{') =>
  `This ${bracket} is never closed; write ${bracket === '[' ? ']' : '}'} after its last value.`;
const quote = (mark: string) => `This quote is never closed; write ${mark} at the end of the text.`;

const faults: readonly (readonly [yaml: string, ...told: string[]])[] = [
  ['a:\n  b: c\n\td: e\n', '3:1 This line is indented with a tab; YAML needs spaces, two for each level.'],
  ['a: "b\n\n', `1:4 ${quote('"')}`],
  ['a: "x\nb: \'y\n', `1:4 ${quote('"')}`],
  ['"a: b\n', `1:1 ${quote('"')}`],
  ["'a: b\n", `1:1 ${quote("'")}`],
  ['a: "b\\\n', `1:4 ${quote('"')}`],
  ['a: [b: c: d]\n', `1:8 ${noComma}`],
  ['a: {"b":c, "d" e}\n', `1:16 ${noComma}`],
  ['a: {"b"c: d}\n', `1:8 ${noComma}`],
  ['a: [,]\n', `1:5 ${noValue}`],
  ['a: [b,,c]\n', `1:7 ${noValue}`],
  ['a: {,}\n', `1:5 ${noValue}`],
  ['a: [\n- b\n]\n', `1:4 ${open('[')}`],
  ['a: [b\nc: d\n', `1:4 ${open('[')}`],
  ['a: [a,\n b\n\n', `1:4 ${open('[')}`],
  ['a: {b: c\n', `1:4 ${open('{')}`],
  ['a: {b: [c}\n', `1:8 ${open('[')}`],
  ['a: [b, {c: d]\n', `1:8 ${open('{')}`],
  ['a: [{b: c}, {d: e]\nf: g\n', `1:13 ${open('{')}`],
  ['a: [{b: c}, {d: e]', `1:13 ${open('{')}`],
  ['a: [\n  {b: c},\n  {d: e\n]\nf: g\n', `3:3 ${open('{')}`],
  ['a: [{b: x, c: [d, e}, {b: y}]\n', `1:15 ${open('[')}`],
  ['a: [b\nc: {d: e\n', `1:4 ${open('[')}`, `2:4 ${open('{')}`],
  ['a: {b: c\n}\nd: [\n', `3:4 ${open('[')}`],
  ['a: }\n', '1:4 This } closes nothing; remove it.'],
  ['a: [b]]\n', '1:7 This ] closes nothing; remove it.'],
  ['a: "b" "c"\n', `1:8 ${stray}`],
  ["a: 'b' c\n", `1:8 ${stray}`],
  ['a: {b: c} d\n', `1:11 ${stray}`],
  ['- a\nb: c\n', `2:1 ${stray}`],
  ["a: 'it's'\n", '1:8 The text before this has ended; write an apostrophe inside single quotes twice.'],
  ['a: |\n  b\n c\n', `3:2 ${otherColumn}`],
  ['a:\n  - b\n  c: d\n', `3:3 ${otherColumn}`],
  ['a:\n  - b\n c\n', `3:2 ${otherColumn}`],
  ['a:\n    b: c\n  d: e\n   f: g\n', `3:3 ${otherColumn}`, `4:4 ${indentedDeeper}`],
  ['a: b\n\n\n  c: d\n', `4:3 ${indentedDeeper}`],
  ['a: b\n c: d: e\n', `2:2 ${indentedDeeper}`],
  ['a: b: c\n', '1:4 Text with a colon and a space in it needs quotes: "b: c".'],
  ['key with: colon: x\n', '1:11 Text with a colon and a space in it needs quotes: "colon: x".'],
  ['a: b\n- c\n', `2:1 This "- " starts in another column than the items above it; ${alike}`],
  ['a:\n  -\n  - b\n  -c\n', '4:3 A space is missing after the hyphen; write "- c".'],
  ['a: - b\n', '1:4 A list cannot start on the line of its key; move this "- " to the next line.'],
  ['a:b\nc: d\n', '1:1 A space is missing after the colon; write "a: b".'],
  ['a\nb: c\n', '1:1 A colon is missing in this line; write a key, a colon, a space and its value.'],
  ['a: b\nc\n\nd: e\n', '2:1 A colon is missing after this key; write a key, a colon, a space and its value.'],
  ['a: |-2x\n  b\n', `1:7 ${besideBlock}`],
  ['a: |\n\n     \n  b\n', `4:3 ${besideBlock}`],
  [
    `${'k'.repeat(1100)}: x\n`,
    '1:1 This key is longer than 1,024 characters; if it is text with a colon in it, put it in quotes.',
  ],
  ['[a]: b\n', `1:1 ${notPlain}`],
  ['{a: b}: c\n', `1:1 ${notPlain}`],
  [
    '%FOO\na: b\n',
    '2:1 A line that starts with "%" gives orders to the reader, which a résumé does not need; remove it.',
  ],
  ['a: b\n%x\n', '2:1 Text cannot start with %; put it in quotes: "%x".'],
  ['a: ,x \n', '1:4 Text cannot start with ,; put it in quotes: ",x".'],
  ['a: "\\q"\n', '1:5 This backslash means nothing in double quotes; write two for one, or use single quotes.'],
  ['"a" b: c\n', '1:5 This is not valid YAML; check the quotes, colons and indentation of this line.'],
  ['x y:z\nb: c\n', '1:1 A colon is missing in this line; write a key, a colon, a space and its value.'],
  ['a: b:\n', '1:4 Text with a colon and a space in it needs quotes: "b:".'],
  ['a: b: c', '1:4 Text with a colon and a space in it needs quotes: "b: c".'],
  ['a:\nb: [', `2:4 ${open('[')}`],
  ['a:\n  - b\n  c-d: e\n', `3:3 ${otherColumn}`],
  ['a: "x" ]\n', '1:8 This ] closes nothing; remove it.'],
  ['a: "b"#c\n', '1:7 A space is missing before this "#"; if it is text, put the whole value in quotes.'],
];

for (const [yaml, ...told] of faults) {
  test(`${JSON.stringify(yaml.slice(0, 40))} is explained where it has to be mended`, () => {
    assert.deepEqual(showProblems(yaml), told);
  });
}
