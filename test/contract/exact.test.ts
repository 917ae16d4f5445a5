import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type { VisitNote } from '#visits';
import { openStore } from './open-store.ts';
import { runSandboxes } from './run-sandboxes.ts';
import { type Fault, type Passage, startFaultyProxy } from './start-faulty-proxy.ts';
import { startTable, type Table } from './start-table.ts';

const day = '2026-05-20';
const start = Date.parse('2026-05-20T08:00:00Z');

type Visit = { readonly id: string; readonly note?: VisitNote };

/** Visits of 70 persons from five countries, in the hours of a day. */
function listVisits(count: number): readonly Visit[] {
  return Array.from({ length: count }, (_, at) => {
    const counters = ['v', `h#${String(at % 24).padStart(2, '0')}`, `c#${['DE', 'FR', 'IT', 'PL', 'US'][at % 5]}`];
    return {
      id: `id-${String(at).padStart(5, '0')}`,
      // Ten networks, each of which has its 60 visits at most.
      note: { day, counters, visitor: { network: `${at % 10}`, person: `${at % 70}` } },
    };
  });
}

type Conditions = {
  readonly sandboxes: number;
  readonly chooseFault?: (passage: Passage) => Fault;
  /** How far the clock of each sandbox is off, in milliseconds. */
  readonly skew?: (sandbox: number) => number;
};

/** Lets visits come through so many sandboxes. Each takes the clocks on by 50 ms, over many times ten seconds. */
async function receive(context: TestContext, visits: readonly Visit[], { sandboxes, chooseFault, skew }: Conditions) {
  const table = await startTable();
  const proxy = chooseFault && (await startFaultyProxy(table.url, chooseFault));
  context.after(async () => {
    await proxy?.stop();
    await table.stop();
  });
  let begun = 0;
  const stores = Array.from({ length: sandboxes }, (_, at) => {
    const now = () => new Date(start + begun * 50 + (skew?.(at) ?? 0));
    // Whoever runs this may be busy; what the time is good for is tested elsewhere.
    return openStore(table, { endpoint: proxy?.url ?? table.url, now, timeoutMs: 60_000 });
  });
  const results = await runSandboxes(stores, visits, async (store, { id, note }) => {
    begun += 1;
    return (await store.add(id, true, note)).total;
  });
  assert.deepEqual(
    results.filter(({ status }) => status === 'rejected'),
    [],
  );
  return { table, totals: results.map((result) => (result.status === 'fulfilled' ? result.value : 0)) };
}

async function assertExact(table: Table, visits: number): Promise<void> {
  assert.equal(await table.readCount(), String(visits));
  const { v, u, ...counts } = await table.readDay(day);
  assert.deepEqual({ v, u }, { v: visits, u: Math.min(visits, 70) });
  const sum = (kind: string) =>
    Object.entries(counts).reduce((total, [name, count]) => total + (name.startsWith(kind) ? count : 0), 0);
  assert.deepEqual([sum('h#'), sum('c#')], [visits, visits]);
  assert.equal(counts['c#DE'], visits / 5);
}

test('5,000 visitors at once get the totals 1 to 5,000, each of them one', async (context) => {
  const visits = listVisits(5000).map(({ id }) => ({ id }));
  const { table, totals } = await receive(context, visits, { sandboxes: 25 });
  assert.deepEqual(
    totals.toSorted((a, b) => a - b),
    Array.from({ length: 5000 }, (_, at) => at + 1),
  );
  assert.equal(await table.readCount(), '5000');
});

for (const every of [10, 5]) {
  test(`${100 / every} % of the replies lost after the write change no number, and no visitor notices`, async (context) => {
    let lost = 0;
    const { table } = await receive(context, listVisits(300), {
      sandboxes: 20,
      chooseFault: ({ request }) => {
        if (request % every !== every - 1) return 'none';
        lost += 1;
        return lost % 2 === 0 ? 'refused after' : 'dropped after';
      },
    });
    await assertExact(table, 300);
    assert.ok(lost > (300 * 3) / every);
  });
}

test('visits that are sent again, at once and later, through other sandboxes, count once', async (context) => {
  const visits = listVisits(200);
  const atOnce = visits.flatMap((visit, at) => Array<Visit>((at % 3) + 1).fill(visit));
  const { table, totals } = await receive(context, [...atOnce, ...visits.slice(-50)], { sandboxes: 20 });
  await assertExact(table, 200);
  assert.equal(Math.max(...totals), 200);
});

test('a third of the requests throttled delay visits, and lose none', async (context) => {
  const chooseFault = ({ request }: Passage) => (request % 3 === 0 ? 'throttled before' : 'none');
  const { table } = await receive(context, listVisits(150), { sandboxes: 10, chooseFault });
  await assertExact(table, 150);
});

test('clocks that are apart by half a minute change no number, with replies lost', async (context) => {
  const { table } = await receive(context, listVisits(200), {
    sandboxes: 15,
    skew: (sandbox) => (sandbox - 7) * 2000,
    chooseFault: ({ request }) => (request % 10 === 9 ? 'dropped after' : 'none'),
  });
  await assertExact(table, 200);
});
