import assert from 'node:assert/strict';
import test from 'node:test';
import { map, line as text } from '../schema/shape.ts';
import { guessKey, measureDistance } from './guess-key.ts';

const shape = map({ startDate: text(), name: text(), game: text(), url: text() }, { name: 'company', url: 'website' });

const guesses: readonly (readonly [string, string | undefined, boolean?])[] = [
  ['StartDate', 'startDate', true],
  ['start_date', 'startDate', true],
  ['Company', 'name', true],
  ['web-site', 'url', true],
  ['strtDate', 'startDate', true],
  ['stratDaet', 'startDate', false],
  ['nmae', 'name', true],
  ['fame', 'name', false],
  ['urll', 'url', true],
  ['ur', 'url', false],
  ['xyz', undefined],
  ['nm', undefined],
  ['constructor', undefined],
];

for (const [written, key, isSure] of guesses) {
  test(`Who wrote ${written} meant ${key ?? 'nothing known'}${isSure === false ? ', perhaps' : ''}`, () => {
    const guess = guessKey(written, shape);
    assert.deepEqual([guess?.key, guess?.isSure], [key, isSure]);
  });
}

test('The distance counts letters to insert, delete, replace and swap', () => {
  assert.equal(measureDistance('name', 'name'), 0);
  assert.equal(measureDistance('name', 'nam'), 1);
  assert.equal(measureDistance('nme', 'name'), 1);
  assert.equal(measureDistance('mane', 'name'), 2);
  assert.equal(measureDistance('anme', 'name'), 1);
  assert.equal(measureDistance('', 'ab'), 2);
  assert.equal(measureDistance('a', 'abcd'), Number.POSITIVE_INFINITY);
});
