import assert from 'node:assert/strict';
import test from 'node:test';
import { chooseEvenly, chooseTicks } from './draw-columns.ts';

for (const [most, ticks] of [
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [5, [0, 2, 4, 6]],
  [9, [0, 3, 6, 9]],
  [32, [0, 10, 20, 30, 40]],
  [100, [0, 25, 50, 75, 100]],
  [101, [0, 50, 100, 150]],
  [9e14, [0, 2.5e14, 5e14, 7.5e14, 1e15]],
] as const) {
  test(`up to ${most} the ticks are ${ticks.join(', ')}`, () => assert.deepEqual(chooseTicks(most), ticks));
}

test('ticks are whole, at most five, and reach every number', () => {
  for (let most = 0; most < 5000; most += 1) {
    const ticks = chooseTicks(most);
    assert.ok(ticks.length >= 2 && ticks.length <= 5, `${most}: ${ticks}`);
    assert.ok(ticks.every(Number.isInteger) && (ticks.at(-1) ?? 0) >= most, `${most}: ${ticks}`);
  }
});

for (const [count, most, chosen] of [
  [1, 8, [0]],
  [3, 8, [0, 1, 2]],
  [9, 4, [2, 5, 8]],
  [30, 8, [1, 5, 9, 13, 17, 21, 25, 29]],
] as const) {
  test(`of ${count} columns these have labels: ${chosen.join(', ')}`, () => {
    const places = Array.from({ length: count }, (_, at) => at);
    assert.deepEqual(chooseEvenly(places, most), chosen);
  });
}
