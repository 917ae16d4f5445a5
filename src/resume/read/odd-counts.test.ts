import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';

const list = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const mark = (sign: string) =>
  `A value that starts with "${sign}" means more than text to YAML, which is not read here; put text in quotes.`;

/** What is told of twenty, and of twenty-one, from where on the reader stops. */
const odd: readonly (readonly [what: string, write: (count: number) => string, twenty: string, more: string])[] = [
  [
    'orders to the reader',
    (count) => '%a\n'.repeat(count),
    '1: 21:1 A line that starts with "%" gives orders to the reader, which a résumé does not need; remove it.',
    '1: 1:1 A line that starts with "%" gives orders to the reader, which a résumé does not need; remove it.',
  ],
  [
    'ends of documents',
    (count) => `a: b\n${'...\n'.repeat(count)}`,
    '1: 3:1 A second document starts here, but a résumé is one; remove this line or what follows it.',
    '1: 2:1 A second document starts here, but a résumé is one; remove this line or what follows it.',
  ],
  [
    'quotes behind a text',
    (count) => `a: "b"${' "c"'.repeat(count)}`,
    '1: 1:8 This belongs to nothing before it; check the quotes and the indentation here and in the line above.',
    '1: 1:8 The text before this has ended; check the quotes in this line.',
  ],
  ['anchors', (count) => list(count, (index) => `k${index}: &a x\n`), `20: 1:5 ${mark('&')}`, `1: 1:5 ${mark('&')}`],
  ['aliases', (count) => list(count, (index) => `k${index}: *a\n`), `20: 1:5 ${mark('*')}`, `1: 1:5 ${mark('*')}`],
  ['tags', (count) => list(count, (index) => `k${index}: !a x\n`), `20: 1:5 ${mark('!')}`, `1: 1:5 ${mark('!')}`],
  [
    'escapes on lines of their own',
    (count) => `a: "\\\\ \\n \\x41${'\n  \\q'.repeat(count)}"`,
    '20: 2:3 This backslash means nothing in double quotes; write two for one, or use single quotes.',
    '1: 2:3 This backslash means nothing in double quotes; write two for one, or use single quotes.',
  ],
  [
    'the same signs inside texts',
    (count) =>
      `basics: {name: J}\nmeta:\n${list(count, (index) => `  k${index}: "%a & 'b' *c --- \\\\ \\n \\u0041"\n  l${index}: x "y" &z %\n`)}`,
    '0: undefined',
    '0: undefined',
  ],
];

for (const [what, write, twenty, more] of odd) {
  test(`Twenty ${what} are read, and more are one problem`, () => {
    const told = [20, 21].map((count) => {
      const problems = showProblems(write(count));
      return `${problems.length}: ${problems[0]}`;
    });
    assert.deepEqual(told, [twenty, more]);
  });
}

test('Sixty-four levels of brackets are read in JSON, and no more', () => {
  const write = (count: number) => `{"basics":{"name":"J"},"meta":{"a":${'['.repeat(count)}1${']'.repeat(count)}}}`;
  assert.deepEqual(showProblems(write(62), 'json'), []);
  assert.deepEqual(showProblems(write(63), 'json'), [
    '1:98 Here are more than 64 levels, one inside the other; a résumé needs five.',
  ]);
});

test('JSON that has no value where one belongs is told of once', () => {
  for (const [text, told] of [
    ['{: 1, "a": 2}', '1:2 A key in double quotes belongs here, and a colon after it.'],
    ['{[1]: 1}', '1:2 A key in double quotes belongs here, and a colon after it.'],
    ['', '1:1 There is no résumé in this file yet; start with { "basics": { "name": "Jane Doe" } }.'],
    ['{} {}', '1:4 The résumé has ended before this; remove it.'],
    ['}', '1:1 A value is missing here; write one, such as "".'],
    ['\0a', '1:1 Here is a NUL character, so this is not a text file; save the résumé as UTF-8 text.'],
  ] as const)
    assert.deepEqual(showProblems(text, 'json'), [told], text);
});

test('A number in JSON is one however it is written', () => {
  for (const number of ['1.25', '1.25e+10', '1e-12', '1E12', '-0.50', '12345']) {
    const [problem] = showProblems(`{"basics":{"name":"J","phone":${number}}}`, 'json');
    assert.match(problem ?? '', /This is a number, but a text belongs here/, number);
  }
});
