import assert from 'node:assert/strict';
import test from 'node:test';
import { matchEntries } from './match-entries.ts';

const match = (main: readonly string[], other: readonly string[]) =>
  matchEntries(
    main.map((words) => new Set(words.split(' ').filter(Boolean))),
    other.map((words) => new Set(words.split(' ').filter(Boolean))),
  ).map((one) => `${one.main ?? '-'}${one.other ?? '-'}`);

for (const [title, main, other, expected] of [
  ['two empty lists have nothing', [], [], []],
  ['entries without anything to tell them apart go by their place', ['', '', ''], ['', ''], ['00', '11', '2-']],
  ['what is the same is found at another place', ['a', 'b', 'c'], ['c', 'a', 'b'], ['01', '12', '20']],
  ['a new entry at the top is missing from the other list', ['new', 'a', 'b'], ['a', 'b'], ['0-', '10', '21']],
  ['one more in the other list comes last', ['a', 'b'], ['a', 'x', 'b'], ['00', '12', '-1']],
  ['who shares more belongs together', ['a x', 'a y'], ['a y', 'a x'], ['01', '10']],
  [
    'an entry that was changed whole goes by its place between others',
    ['a', 'old', 'c'],
    ['a', 'neu', 'c'],
    ['00', '11', '22'],
  ],
  ['of equals the nearest is taken', ['a', 'a', 'a'], ['a', 'a', 'a'], ['00', '11', '22']],
  ['what is nearer goes before what comes first', ['new', 'a'], ['a', 'a'], ['00', '11']],
  ['one entry is found once', ['a', 'a'], ['a'], ['00', '1-']],
  ['what nobody shares does not cross what is the same', ['old', 'a'], ['a', 'neu'], ['0-', '10', '-1']],
] as const) {
  test(title, () => assert.deepEqual(match(main, other), expected));
}

test('a thousand entries that share all they have are compared at once', () => {
  const many = Array.from({ length: 1000 }, () => 'same');
  assert.equal(match(many, many).length, 1000);
});
