import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { measureDistance } from './measure-distance.ts';

test('The distance counts letters to insert, delete, replace and swap', () => {
  assert.equal(measureDistance('name', 'name'), 0);
  assert.equal(measureDistance('name', 'nam'), 1);
  assert.equal(measureDistance('nme', 'name'), 1);
  assert.equal(measureDistance('mane', 'name'), 2);
  assert.equal(measureDistance('anme', 'name'), 1);
  assert.equal(measureDistance('', 'ab'), 2);
  assert.equal(measureDistance('a', 'abcd'), Number.POSITIVE_INFINITY);
  for (const [one, two, distance] of [
    ['ab', 'ba', 1],
    ['ab', 'cd', 2],
    ['ba', 'a', 1],
    ['aa', 'aab', 1],
    ['xay', 'xby', 1],
    ['aab', 'aba', 1],
    ['abcd', 'bacd', 1],
    ['abcd', 'abdc', 1],
    ['abc', 'acd', 2],
    ['abc', 'xbz', 2],
    ['aba', 'bab', 2],
    ['abba', 'baab', 2],
    ['abc', 'cab', 2],
    ['axbc', 'xabd', 2],
    ['abab', 'baba', 2],
    ['ab', 'bxa', 3],
    ['aaa', 'bbb', 3],
    ['abcdef', 'badcfe', 3],
  ] as const) {
    assert.equal(measureDistance(one, two), distance, `${one} ${two}`);
    assert.equal(measureDistance(two, one), distance, `${two} ${one}`);
  }
});

test('A slip is found in a name of 80 letters, and in no longer one', () => {
  const name = (count: number, last: string) => 'ab'.repeat(count).slice(1) + last;
  assert.equal(measureDistance(name(40, 'x'), name(40, 'y')), 1);
  assert.equal(measureDistance(name(40, 'xy'), name(40, 'xy')), Number.POSITIVE_INFINITY);
});

test('It is the distance that a whole table gives, up to three', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, (one, two) => {
      if (Math.abs(one.length - two.length) > 2) return;
      const [short, whole] = [measureDistance(one, two), fillTable(one, two)];
      assert.equal(Math.min(short, 4), Math.min(whole, 4), `${one} ${two}`);
    }),
    fuzzRuns(500),
  );
});

function fillTable(one: string, two: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j <= two.length; j += 1) {
      const isSame = one[i - 1] === two[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = table[i] ?? [];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1), swapped);
    }
  }
  return at(one.length, two.length);
}
