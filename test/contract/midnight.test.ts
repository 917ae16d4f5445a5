import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { openStore } from './open-store.ts';
import { runSandboxes } from './run-sandboxes.ts';
import { startFaultyProxy } from './start-faulty-proxy.ts';
import { startTable, type Table } from './start-table.ts';

const midnight = Date.parse('2026-05-21T00:00:00Z');
const [before, after] = ['2026-05-20', '2026-05-21'];

const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

async function open(context: TestContext): Promise<Table> {
  const table = await startTable();
  context.after(table.stop);
  return table;
}

async function readSalt(table: Table): Promise<string | undefined> {
  const { seen } = await table.listItems();
  return seen.find(({ CounterName }) => CounterName?.S === 'salt')?.kept?.S;
}

/** How many persons the items of a day's networks know: the attributes of visits begin with five characters of each. */
async function countSeen(table: Table, day: string): Promise<number> {
  const { seen } = await table.listItems();
  const items = seen.filter(({ CounterName }) => CounterName?.S?.startsWith(`seen#${day}#`));
  return items.reduce((sum, item) => {
    const visits = Object.keys(item).filter((name) => name.length === 13);
    return sum + new Set(visits.map((name) => name.slice(0, 5))).size;
  }, 0);
}

test('sandboxes whose clocks differ agree on one salt at midnight, and lose no visit and no person', async (context) => {
  const table = await open(context);
  const proxy = await startFaultyProxy(table.url, ({ request }) => (request % 10 === 9 ? 'dropped after' : 'none'));
  context.after(proxy.stop);
  // Each visit takes the clocks on by ten milliseconds, over midnight; they are up to 0.7 s apart.
  let begun = 0;
  const sandboxes = Array.from({ length: 8 }, (_, at) => {
    const now = () => midnight - 1200 + begun * 10 + at * 100;
    return { now, store: openStore(table, { endpoint: proxy.url, now: () => new Date(now()), timeoutMs: 60_000 }) };
  });
  const visits = Array.from({ length: 240 }, (_, at) => ({
    id: `id-${String(at).padStart(5, '0')}`,
    person: `${at % 40}`,
  }));
  const results = await runSandboxes(sandboxes, visits, ({ store, now }, { id, person }) => {
    begun += 1;
    return store.add(id, true, {
      day: toDay(now()),
      counters: ['v'],
      visitor: { network: `${Number(person) % 8}`, person },
    });
  });
  assert.deepEqual(
    results.filter(({ status }) => status === 'rejected'),
    [],
  );
  assert.equal(await table.readCount(), '240');
  const [old, young] = [await table.readDay(before), await table.readDay(after)];
  assert.ok(old.v && young.v, 'some visits came before midnight and some after it');
  assert.equal(old.v + young.v, 240);
  assert.deepEqual([old.u, young.u], [await countSeen(table, before), await countSeen(table, after)]);
  assert.equal(young.u, 40);
});

test('the salt of a day is gone with the first visit of the next', async (context) => {
  const table = await open(context);
  const clock = { ms: midnight - 60_000 };
  const store = openStore(table, { now: () => new Date(clock.ms) });
  await store.add('id-00001', true, { day: before, counters: ['v'], visitor: { network: 'net', person: 'one' } });
  const old = await readSalt(table);
  assert.match(old ?? '', /^2026-05-20#[0-9a-f-]{36}$/);

  clock.ms = midnight + 60_000;
  await store.add('id-00002', true, { day: after, counters: ['v'], visitor: { network: 'net', person: 'one' } });
  assert.match((await readSalt(table)) ?? '', /^2026-05-21#[0-9a-f-]{36}$/);
  assert.ok(!JSON.stringify(await table.listItems()).includes(old ?? ''));
  assert.deepEqual(
    [await table.readDay(before), await table.readDay(after)],
    [
      { v: 1, u: 1 },
      { v: 1, u: 1 },
    ],
  );
});

test('a network has another name each day, and all that was seen ends two days later', async (context) => {
  const table = await open(context);
  const clock = { ms: midnight - 60_000 };
  const store = openStore(table, { now: () => new Date(clock.ms) });
  const visitor = { network: 'net', person: 'one' };
  await store.add('id-00001', true, { day: before, counters: ['v'], visitor });
  const end = (clock.ms + 48 * 3_600_000) / 1000;
  for (const { CounterName, ttl } of (await table.listItems()).seen) assert.equal(ttl?.N, `${end}`, CounterName?.S);
  clock.ms = midnight + 60_000;
  await store.add('id-00002', true, { day: after, counters: ['v'], visitor });
  const { seen } = await table.listItems();
  const names = seen.flatMap(({ CounterName }) => CounterName?.S?.split('#')[2] ?? []);
  assert.equal(new Set(names).size, 2);
  for (const name of names) assert.match(name, /^[\w-]{22}$/);
  assert.deepEqual(seen.map(({ CounterName, ttl }) => [CounterName?.S?.slice(0, 15), Number(ttl?.N) - end]).sort(), [
    ['salt', 120],
    ['seen#2026-05-20', 0],
    ['seen#2026-05-21', 120],
  ]);
});

for (const [what, ahead] of [
  ['a year', 365],
  ['two days', 2],
] as const) {
  test(`a clock that was ${what} ahead once does not move the statistics of later days`, async (context) => {
    const table = await open(context);
    const clock = { ms: midnight + 3_600_000 };
    // The machine itself, which remembers the salt, and one that does not.
    const stores = [0, 1].map(() => openStore(table, { now: () => new Date(clock.ms) }));
    let visits = 0;
    const visit = async (store = stores[0]) => {
      visits += 1;
      const visitor = { network: 'net', person: 'one' };
      await store?.add(`id-${visits}`, true, { day: toDay(clock.ms), counters: ['v'], visitor });
    };
    clock.ms += ahead * 86_400_000;
    await visit();
    assert.deepEqual(await table.readDay(toDay(clock.ms)), { v: 1, u: 1 });
    clock.ms -= ahead * 86_400_000;
    for (const store of stores) await visit(store);
    assert.deepEqual(await table.readDay(after), { v: 2, u: 1 });
    clock.ms += 86_400_000;
    for (const store of stores) await visit(store);
    assert.deepEqual(await table.readDay('2026-05-22'), { v: 2, u: 1 });
    assert.equal(await table.readCount(), '5');
  });
}

test('a salt of tomorrow, which has begun elsewhere, is taken as it is', async (context) => {
  const table = await open(context);
  const clock = { ms: midnight + 100 };
  await openStore(table, { now: () => new Date(clock.ms) }).add('id-00001', true, {
    day: after,
    counters: ['v'],
    visitor: { network: 'net', person: 'one' },
  });
  const salt = await readSalt(table);
  clock.ms = midnight - 100;
  await openStore(table, { now: () => new Date(clock.ms) }).add('id-00002', true, {
    day: before,
    counters: ['v'],
    visitor: { network: 'net', person: 'one' },
  });
  assert.equal(await readSalt(table), salt);
  assert.deepEqual(await table.readDay(after), { v: 2, u: 1 });
});

test('a visit that is sent again after midnight stays in the day of its first attempt', async (context) => {
  const table = await open(context);
  const clock = { ms: midnight - 1000 };
  const stores = [0, 1].map(() => openStore(table, { now: () => new Date(clock.ms) }));
  await stores[0]?.add('id-00001', true, { day: before, counters: ['v'], visitor: { network: 'net', person: 'one' } });
  clock.ms = midnight + 2000;
  const total = (
    await stores[1]?.add('id-00001', true, { day: after, counters: ['v'], visitor: { network: 'net', person: 'one' } })
  )?.total;
  assert.equal(total, 1);
  assert.deepEqual([await table.readDay(before), await table.readDay(after)], [{ v: 1, u: 1 }, {}]);
});

test('a visit that waited over midnight belongs to the day that it came on', async (context) => {
  const table = await open(context);
  const clock = { ms: midnight - 10 };
  let requests = 0;
  const proxy = await startFaultyProxy(table.url, () => {
    requests += 1;
    if (requests === 4) clock.ms = midnight + 10;
    return requests === 4 ? 'dropped before' : 'none';
  });
  context.after(proxy.stop);
  const store = openStore(table, { endpoint: proxy.url, now: () => new Date(clock.ms) });
  assert.equal(
    (await store.add('id-00001', true, { day: before, counters: ['v'], visitor: { network: 'net', person: 'one' } }))
      .total,
    1,
  );
  assert.ok(clock.ms > midnight);
  assert.deepEqual([await table.readDay(before), await table.readDay(after)], [{ v: 1, u: 1 }, {}]);
});
