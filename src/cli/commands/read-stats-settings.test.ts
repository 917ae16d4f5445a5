import assert from 'node:assert/strict';
import test from 'node:test';
import { readStatsSettings } from './read-stats-settings.ts';

const read = (line: string) => {
  const words = line.split(' ').filter(Boolean);
  const options = new Map<string, string>();
  const operands: string[] = [];
  for (const word of words) {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/.exec(word) ?? [];
    if (name === undefined) operands.push(word);
    else options.set(name, value);
  }
  return readStatsSettings({ options, operands });
};

const environment = { kind: 'environment', named: 'dev' } as const;
const wanted: readonly (readonly [line: string, settings: object])[] = [
  ['dev', { place: environment, days: 30, format: 'text', startAt: undefined }],
  ['', { place: { kind: 'environment', named: undefined }, days: 30, format: 'text', startAt: undefined }],
  ['--local --days=7', { place: { kind: 'local' }, days: 7, format: 'text', startAt: undefined }],
  ['--demo --days=3660 --format=csv', { place: { kind: 'demo' }, days: 3660, format: 'csv', startAt: undefined }],
  ['dev --open', { place: environment, days: 30, format: 'page', startAt: undefined }],
  ['dev --no-open', { place: environment, days: 30, format: 'page', startAt: undefined }],
  ['import dev --start-at=2000', { place: environment, days: 30, format: 'text', startAt: 2000 }],
  ['import --local --start-at=1', { place: { kind: 'local' }, days: 30, format: 'text', startAt: 1 }],
];
for (const [line, settings] of wanted) {
  test(`stats ${line} is understood`, () => assert.deepEqual(read(line), settings));
}

const mistakes: readonly (readonly [line: string, says: RegExp])[] = [
  ['dev --local', /^Choose one of dev and --local\.$/],
  ['--local --demo', /^Choose one of --local and --demo\.$/],
  ['dev prod', /^"prod" is too much: stats shows one environment\.$/],
  ['dev --days=0', /^--days cannot be "0"; it is a number from 1 to 3660\.$/],
  ['dev --days=3661', /from 1 to 3660/],
  ['dev --days=-1', /from 1 to 3660/],
  ['dev --days=1e2', /from 1 to 3660/],
  ['dev --days=many', /from 1 to 3660/],
  ['dev --open --format=json', /^--open makes a page: leave out --format json\.$/],
  ['import dev', /^Say how many visits to carry over: --start-at 2000\.$/],
  ['import --demo --start-at=5', /^Nothing can be carried over into simulated visits\.$/],
  ['dev --start-at=5', /write import first, as in stats import dev --start-at 5\.$/],
  ['import dev --start-at=0', /^--start-at cannot be "0"; it is a number of visits, such as 2000\.$/],
  ['import dev --start-at=2.5', /such as 2000/],
  ['import dev --start-at=-5', /such as 2000/],
  ['import dev --start-at=99999999999999999999', /such as 2000/],
];
for (const [line, says] of mistakes) {
  test(`stats ${line} is a mistake`, () => assert.throws(() => read(line), { message: says, exitCode: 2 }));
}
