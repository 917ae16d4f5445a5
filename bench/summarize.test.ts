import assert from 'node:assert/strict';
import test from 'node:test';
import { summarize } from './summarize.ts';

const cases: readonly [what: string, samples: readonly number[], median: number][] = [
  ['one sample', [4], 4],
  ['an odd number', [9, 1, 2], 2],
  ['an even number', [10, 1, 2, 4], 3],
  ['numbers that sort differently as text', [10, 9, 100], 10],
];

for (const [what, samples, median] of cases) {
  test(`the median of ${what} is in the middle`, () => {
    assert.deepEqual(summarize(samples), { median, min: Math.min(...samples), max: Math.max(...samples) });
  });
}
