import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume } from '../parse-resume.ts';
import { map, line as text } from '../schema/shape.ts';
import { guessKey } from './resolve-keys.ts';

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

test('Slips are looked for where no more than two thousand keys are strange, wherever they stand', () => {
  const read = (count: number) => {
    const strangers = Array.from({ length: count }, (_, index) => `  zz${index}: x\n`).join('');
    return parseResume(`basics:\n  name: J\n  lable: x\n${strangers}  telephone: y\n`, 'yaml').resume?.basics;
  };
  assert.equal(read(1999)?.label, 'x');
  assert.equal(read(2000)?.label, undefined);
  assert.equal(read(2000)?.phone, 'y');
});

test('The same strange key counts once, however often it is written', () => {
  const text = JSON.stringify({
    basics: { name: 'J' },
    work: Array.from({ length: 3000 }, () => ({ company: 'x', postion: 'y' })),
  });
  const { text: fixed, fixes } = fixResume(text, 'json');
  assert.equal(fixed, text.replaceAll('company', 'name').replaceAll('postion', 'position'));
  assert.equal(fixes.length, 6_000);
  assert.deepEqual(fixResume(fixed, 'json'), { text: fixed, fixes: [] });
});
