import assert from 'node:assert/strict';
import test from 'node:test';
import { suggest } from './suggest.ts';

const words = ['check', 'build', 'preview', 'help'];

for (const [written, meant] of [
  ['chekc', 'check'],
  ['chck', 'check'],
  ['CHECK', 'check'],
  ['checkk', 'check'],
  ['biuld', 'build'],
  ['bulid', 'build'],
  ['perview', 'preview'],
  ['previewer', 'preview'],
  ['hlep', 'help'],
  ['deploy', undefined],
  ['', undefined],
  ['c', undefined],
  ['x'.repeat(5000), undefined],
] as const) {
  test(`"${written.slice(0, 20)}" means ${meant ?? 'nothing'}`, () => assert.equal(suggest(written, words), meant));
}
