import assert from 'node:assert/strict';
import test from 'node:test';
import { compareVersions } from './compare-versions.ts';

for (const [one, sign, two] of [
  ['1.2.3', '=', '1.2.3'],
  ['1.9.0', '<', '1.10.0'],
  ['10.0.0', '>', '9.9.9'],
  ['1.2.3', '<', '1.3.2'],
  ['1.2.3-rc1', '=', '1.2.3'],
  ['0.1.0-beta', '<', '0.2.0-alpha'],
  ['1.2.3', '=', 'latest'],
  ['latest', '=', '1.2.3'],
  ['1.12.6', '=', '1.12'],
] as const) {
  test(`${one} ${sign} ${two}`, () => {
    assert.equal(Math.sign(compareVersions(one, two)), { '<': -1, '=': 0, '>': 1 }[sign]);
  });
}
