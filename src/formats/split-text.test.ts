import assert from 'node:assert/strict';
import test from 'node:test';
import { joinText, plainToMarkdown, splitText } from './split-text.ts';

const cases: readonly (readonly [
  text: string,
  summary: string | undefined,
  highlights: readonly string[] | undefined,
])[] = [
  ['Runs things.', 'Runs things.', undefined],
  ['Runs\nthings.', 'Runs\nthings.', undefined],
  ['- a\n- b', undefined, ['a', 'b']],
  ['Intro\n\n- a\n- b', 'Intro', ['a', 'b']],
  ['Intro\n* a\n\n* b\n', 'Intro', ['a', 'b']],
  ['- a\n  goes on\n- b', undefined, ['a goes on', 'b']],
  // What would lose its order or its levels stays one text.
  ['- a\n\nAnd then', '- a\n\nAnd then', undefined],
  ['- a\n  - b\n- c', '- a\n  - b\n- c', undefined],
  ['- a\n1. b', '- a\n1. b', undefined],
  ['<p>Intro</p><ul><li><p>a</p></li></ul><p></p>', 'Intro', ['a']],
  ['<ul><li>a</li></ul><p>b</p>', '- a\n\nb', undefined],
  ['<p>Intro</p><p>• a</p><p>• b</p>', 'Intro', ['a', 'b']],
  ['<p>◦ a</p><p>b</p><p>◦ c</p>', '- a\n\nb\n\n- c', undefined],
];

for (const [text, summary, highlights] of cases) {
  test(`${JSON.stringify(text)} is split`, () => {
    const split = splitText(text);
    assert.deepEqual([split.summary, split.highlights], [summary, highlights]);
  });
}

test('lines of plain text stay lines, and its bullets become one list', () => {
  assert.equal(plainToMarkdown('a &amp; b\r\nc\n• d\n• e\nf'), 'a & b\n\nc\n\n- d\n- e\n\nf');
});

test('points that stand in one line are points', () => {
  assert.equal(plainToMarkdown('• Cut 5 • 3 % • Led'), '- Cut 5\n- 3 %\n- Led');
  assert.equal(plainToMarkdown('a • b'), 'a • b');
});

test('texts and lists are joined', () => {
  assert.equal(joinText('a', undefined, ['b', 'c'], []), 'a\n\n- b\n- c');
  assert.equal(joinText(undefined, []), undefined);
});
