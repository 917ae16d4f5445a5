import assert from 'node:assert/strict';
import test from 'node:test';
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
