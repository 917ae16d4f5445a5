import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';
import { map, line as text } from '../schema/shape.ts';
import { guessKey, measureDistance } from './resolve-keys.ts';

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

test('The nearest key was meant, and of a long one two letters may be wrong', () => {
  const near = map({ abcdeyy: text(), abcdefg: text() });
  assert.deepEqual(guessKey('abcdefx', near), { key: 'abcdefg', kind: 'slip', isSure: true });
  const long = map({ abcdef: text() });
  assert.deepEqual(guessKey('abcdxy', long), { key: 'abcdef', kind: 'slip', isSure: false });
  assert.equal(guessKey('abcxyz', long), undefined);
  const short = map({ abcde: text() });
  assert.equal(guessKey('abcdxy', short), undefined);
  assert.equal(guessKey('abcxy', short), undefined);
  assert.equal(guessKey('abcdx', short)?.isSure, true);
});

test('Slips are looked for in the first two thousand keys that are not known', () => {
  const read = (count: number) => {
    const strangers = Array.from({ length: count }, (_, index) => `  zz${index}: x\n`).join('');
    return parseResume(`basics:\n  name: J\n${strangers}  lable: x\n`, 'yaml').resume?.basics.label;
  };
  assert.equal(read(1999), 'x');
  assert.equal(read(2000), undefined);
});
