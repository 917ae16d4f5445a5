import assert from 'node:assert/strict';
import test, { describe, type TestContext } from 'node:test';
import type { DynamoStoreOptions } from '#counter';
import { openStore } from './open-store.ts';
import { type Fault, type Passage, startFaultyProxy } from './start-faulty-proxy.ts';
import { startTable } from './start-table.ts';

const faults = [
  'dropped before',
  'refused before',
  'throttled before',
  'dropped after',
  'refused after',
  'stalled after',
  'halved after',
  'dripped after',
  'garbled after',
] as const satisfies readonly Fault[];

const day = '2026-05-20';
const note = {
  day,
  counters: ['v', 'h#08', 'd#m', 'c#DE', 'r#linkedin.com'],
  visitor: { network: 'net', person: 'one' },
};

async function open(
  context: TestContext,
  chooseFault: (passage: Passage) => Fault,
  options: Partial<DynamoStoreOptions> = {},
) {
  const table = await startTable();
  const proxy = await startFaultyProxy(table.url, chooseFault);
  context.after(async () => {
    await proxy.stop();
    await table.stop();
  });
  const clock = { ms: Date.parse('2026-05-20T08:00:00Z') };
  const now = () => new Date(clock.ms);
  return { store: openStore(table, { endpoint: proxy.url, now, ...options }), table, proxy, clock };
}

// Two of them wait for a second.
describe('a bare visit', { concurrency: faults.length }, () => {
  for (const fault of faults) {
    test(`whose request or reply is ${fault} the table is counted once, and answered`, async (context) => {
      const { store, table, proxy } = await open(context, ({ request }) => (request === 0 ? fault : 'none'), {
        // What is lost is noticed at once; what takes too long, when the first attempt has had its time.
        timeoutMs: /stalled|dripped/.test(fault) ? 1000 : 60_000,
      });
      assert.equal((await store.add('id-00001', true)).total, 1);
      assert.equal(await table.readCount(), '1');
      assert.ok(proxy.passages.length > 1);
      assert.equal((await store.add('id-00002', true)).total, 2);
    });
  }
});

// The requests of a visit with all that there is to it, each of which can go wrong.
for (let broken = 0; broken < 7; broken += 1) {
  for (const fault of ['throttled before', 'dropped after', 'refused after'] as const) {
    test(`a visit whose request ${broken + 1} is ${fault} the table is counted and noted once`, async (context) => {
      const { store, table, proxy } = await open(context, ({ request }) => (request === broken ? fault : 'none'), {
        timeoutMs: 60_000,
      });
      assert.equal((await store.add('id-00001', true, note)).total, 1);
      assert.ok(proxy.passages.length > 7);
      assert.deepEqual(await table.readDay(day), { v: 1, u: 1, 'h#08': 1, 'd#m': 1, 'c#DE': 1, 'r#linkedin.com': 1 });
      assert.equal(await table.readCount(), '1');
    });
  }
}

test('a visit that failed half-way is completed by sending it again', async (context) => {
  const outage = { isOn: true };
  const { store, table, clock } = await open(
    context,
    ({ what }) => (outage.isOn && what.startsWith('UpdateItem day#') ? 'refused after' : 'none'),
    { timeoutMs: 200 },
  );
  await assert.rejects(store.add('id-00001', true, note), /failed/);
  outage.isOn = false;
  assert.equal(
    (await openStore(table, { now: () => new Date(clock.ms), timeoutMs: 60_000 }).add('id-00001', true, note)).total,
    1,
  );
  assert.deepEqual([await table.readCount(), (await table.readDay(day)).v, (await table.readDay(day)).u], ['1', 1, 1]);
});

test('visits within three seconds of each other share a connection', async (context) => {
  const { store, proxy, clock } = await open(context, () => 'none');
  for (let visit = 1; visit <= 20; visit += 1) {
    assert.equal((await store.add(`id-${visit}`, true)).total, visit);
    clock.ms += 3000;
  }
  assert.deepEqual(new Set(proxy.passages.map(({ connection }) => connection)), new Set([0]));
});

test('after a freeze no old connection is used', async (context) => {
  // As after a freeze, nothing tells this side that its old connections lead nowhere.
  let frozen = false;
  const { store, table, proxy, clock } = await open(context, ({ connection }) =>
    frozen && connection < 1 ? 'stalled after' : 'none',
  );
  await store.add('id-00001', true, note);
  assert.deepEqual(new Set(proxy.passages.map(({ connection }) => connection)), new Set([0]));
  frozen = true;
  clock.ms += 3001;
  const requests = proxy.passages.length;
  assert.equal((await store.add('id-00002', true, note)).total, 2);
  assert.ok(proxy.passages.slice(requests).every(({ connection }) => connection >= 1));
  assert.equal(await table.readCount(), '2');
});
