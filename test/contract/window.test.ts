import assert from 'node:assert/strict';
import test from 'node:test';
import { openStore } from './open-store.ts';
import { startTable } from './start-table.ts';

const start = Date.parse('2026-05-20T08:00:00Z');

for (const skew of [-30, -5, 0, 5, 30]) {
  test(`an id is remembered for ten seconds beside a machine whose clock is ${skew} s off`, async (context) => {
    const table = await startTable();
    context.after(table.stop);
    const clock = { seconds: 0 };
    const open = (off: number) => openStore(table, { now: () => new Date(start + (clock.seconds + off) * 1000) });
    const [ours, other] = [open(0), open(skew)];
    let visits = 0;
    const add = (store = other) => {
      visits += 1;
      return store.add(`id-${visits}`, true);
    };
    // Wherever in the ten seconds the visit comes.
    for (let phase = 0; phase < 12; phase += 3) {
      clock.seconds += 60 + phase;
      await add();
      clock.seconds += phase;
      await ours.add(`again-${phase}`, true);
      visits += 1;
      for (let second = 0; second < 10; second += 1) {
        await add();
        clock.seconds += 1;
      }
      // One that has seen nothing of all that.
      assert.equal((await open(0).add(`again-${phase}`, true)).total, visits, `after ${phase} s`);
    }
  });
}

test('the ids that made ten seconds end early are remembered for ten more', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const clock = { seconds: 0 };
  const open = () => openStore(table, { maxIds: 5, now: () => new Date(start + clock.seconds * 1000) });
  const store = open();
  await store.add('id-0', true);
  clock.seconds += 10;
  for (let visit = 1; visit <= 7; visit += 1) (await store.add(`id-${visit}`, true)).total;
  clock.seconds += 9;
  for (let visit = 0; visit <= 7; visit += 1)
    assert.equal((await open().add(`id-${visit}`, true)).total, 8, `id-${visit}`);
  await open().add('id-8', true);
  const { kept } = await table.listItems();
  assert.deepEqual([kept[0]?.prev?.SS?.length, kept[0]?.cur?.SS?.length], [5, 4]);
});
