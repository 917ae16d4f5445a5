import assert from 'node:assert/strict';
import test from 'node:test';
import { createDynamoStore } from '#counter';
import { connectDirectly } from './create-network.ts';
import { createTable } from './create-table.ts';

const dayMs = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

for (const days of [1, 2, 31, 366, 3650, -1, -2, -31, -366]) {
  test(`a clock that was ${Math.abs(days)} days ${days < 0 ? 'behind' : 'ahead'} moves no visit but its own`, async () => {
    const table = createTable();
    let time = 0;
    let visits = 0;
    const store = createDynamoStore({
      http: connectDirectly(table.answer),
      region: 'eu-central-1',
      table: 'visits',
      seenTable: 'seen',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      now: () => new Date(time),
    });
    const visit = async (now: number, counters: readonly string[]) => {
      time = now;
      visits += 1;
      const visitor = { network: 'a', person: 'a' };
      await store.add(`visit-${visits}`, true, { day: toDay(now), counters, visitor });
    };
    const first = Date.parse('2026-05-20T00:00:00Z');
    for (let hour = 0; hour < 5 * 24; hour += 8) {
      if (hour === 32) await visit(first + days * dayMs + hour * 3_600_000, ['wrong']);
      await visit(first + hour * 3_600_000, ['right']);
    }
    // Before midnight the next day may have begun elsewhere.
    await visit(first + 5 * dayMs - 1000, ['right']);
    const counts = [0, 1, 2, 3, 4].map((day) => table.read('visits', `day#${toDay(first + day * dayMs)}`).right?.N);
    assert.deepEqual(counts, ['3', '3', '3', '3', '4']);
  });
}
