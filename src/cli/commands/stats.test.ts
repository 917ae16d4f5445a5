import assert from 'node:assert/strict';
import test from 'node:test';
import { readArguments } from '../read-arguments.ts';
import { readSettings, stats } from './stats.ts';
import { readCount } from './stats-import.ts';

const read = (line: string) => {
  const { options, operands } = readArguments(line.split(' ').filter(Boolean), stats);
  return readSettings(options, operands[0]);
};

const wanted: readonly (readonly [line: string, settings: object])[] = [
  ['dev', { days: 30, format: 'text' }],
  ['', { days: 30, format: 'text' }],
  ['--local --days=7', { days: 7, format: 'text' }],
  ['--demo --days=3660 --format=csv', { days: 3660, format: 'csv' }],
  ['dev --open', { days: 30, format: 'page' }],
  ['dev --no-open', { days: 30, format: 'page' }],
];
for (const [line, settings] of wanted) {
  test(`stats ${line} is understood`, () => assert.deepEqual(read(line), settings));
}

const mistakes: readonly (readonly [line: string, says: RegExp])[] = [
  ['dev --local', /^Choose one of dev and --local\.$/],
  ['--local --demo', /^Choose one of --local and --demo\.$/],
  ['dev prod', /^Unexpected argument "prod": stats takes one argument, ENV\.\n/],
  ['dev --days=0', /^--days cannot be "0"; it is a number from 1 to 3660\.$/],
  ['dev --days=3661', /from 1 to 3660/],
  ['dev --days=-1', /from 1 to 3660/],
  ['dev --days=1e2', /from 1 to 3660/],
  ['dev --days=many', /from 1 to 3660/],
  ['dev --open --format=json', /^--open makes a page: leave out --format json\.$/],
];
for (const [line, says] of mistakes) {
  test(`stats ${line} is a mistake`, () => assert.throws(() => read(line), { message: says, exitCode: 2 }));
}

test('a number of visits is read', () => {
  assert.equal(readCount('2000'), 2000);
  assert.equal(readCount('900000000000000'), 900_000_000_000_000);
});
for (const [written, says] of [
  [undefined, /^Say how many visits to add: --start-at 2000\.$/],
  ['0', /^--start-at cannot be "0"; it is a number of visits, such as 2000\.$/],
  ['2.5', /such as 2000/],
  ['-5', /such as 2000/],
  ['900000000000001', /such as 2000/],
  ['99999999999999999999', /such as 2000/],
] as const) {
  test(`--start-at ${written} is a mistake`, () =>
    assert.throws(() => readCount(written), { message: says, exitCode: 2 }));
}
