import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCost } from './compute-cost.ts';
import { measureItem } from './measure-item.ts';
import { receiveVisits } from './receive-visits.ts';
import { findLimit, simulateWrites } from './simulate-writes.ts';

test('a million visits with full statistics cost 3.2 USD at most', async () => {
  // Five minutes apart, so that each begins anew what the item remembers, in every hour of a day.
  const { writes, reads, visitors, day } = await receiveVisits(288, 300);
  assert.ok(measureItem(day) > 300 && measureItem(day) <= 1024);
  assert.ok(measureItem(visitors) <= 1024);
  // Seen, day and total; what is read, and the day's salt, come once a day.
  assert.ok(Math.abs(writes - 3) < 0.01, `${writes} writes`);
  assert.ok(reads < 0.02, `${reads} reads`);
  const cost = computeCost({ writes, reads });
  assert.ok(cost <= 3.2, `${cost} USD`);

  for (const perSecond of [0.1, 1, 3]) {
    const units = 1 + simulateWrites(visitors, perSecond) + simulateWrites(day, perSecond);
    assert.ok(computeCost({ writes: units }) <= 3.2, `${perSecond} a second: ${units} units`);
  }
  assert.ok(simulateWrites(day, 20) > 2, 'an item that remembers more costs more');
  assert.ok(findLimit([visitors, day], 1000) > 100);
});

const costs: readonly (readonly [what: string, visit: Parameters<typeof computeCost>[0], usd: number])[] = [
  ['that write nothing', { writes: 0 }, 1.24],
  ['that write once', { writes: 1 }, 1.865],
  ['that write three times', { writes: 3 }, 3.115],
  ['that read once', { writes: 0, reads: 1 }, 1.365],
  ['that run for a second', { writes: 0, milliseconds: 1000 }, 4.533],
];
for (const [what, visit, usd] of costs) {
  test(`a million visits ${what} cost ${usd} USD`, () => {
    assert.ok(Math.abs(computeCost(visit) - usd) < 0.001, `${computeCost(visit)} USD`);
  });
}

const sizes: readonly (readonly [what: string, item: Parameters<typeof measureItem>[0], bytes: number])[] = [
  ['a key', { CounterName: { S: 'visitors' } }, 19],
  ['a text beyond ASCII', { a: { S: 'é' } }, 3],
  ['zero', { a: { N: '0' } }, 2],
  ['one digit', { a: { N: '7' } }, 3],
  ['three digits', { a: { N: '123' } }, 4],
  ['four digits', { a: { N: '1234' } }, 4],
  ['two ids', { cur: { SS: ['12345678', '87654321'] } }, 19],
];
for (const [what, item, bytes] of sizes) {
  test(`an item with ${what} has ${bytes} bytes`, () => assert.equal(measureItem(item), bytes));
}

test('an item that never grows beyond a unit meets the limit of a partition at its rate', () => {
  assert.equal(simulateWrites({ count: { N: '1' } }, 0.1), 1);
  assert.equal(findLimit([], 1000), 1000);
  assert.ok(findLimit([{ count: { N: '1' } }], 1000) < 500);
});
