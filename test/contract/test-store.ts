import assert from 'node:assert/strict';
import test from 'node:test';
import type { VisitStore } from '#visits';

type OpenedStore = {
  readonly store: VisitStore;
  /** What was counted on a day, by the names of the counters. */
  readonly readDay: (day: string) => Promise<Readonly<Record<string, number>>>;
  readonly close: () => Promise<void>;
};

/** Opens a store that has `count` visits already, or none, and closes whatever is behind it. */
type OpenStore = (options: { readonly count?: number }) => Promise<OpenedStore>;

const day = '2026-05-20';

const readTotal = async (store: VisitStore) => (await store.add('', false)).total;

/** Every store passes these tests; `name` stands in their titles. */
export function testStore(name: string, openStore: OpenStore): void {
  function testWith(title: string, count: number | undefined, run: (opened: OpenedStore) => Promise<void>): void {
    test(`${name} ${title}`, async () => {
      const opened = await openStore(count === undefined ? {} : { count });
      try {
        await run(opened);
      } finally {
        await opened.close();
      }
    });
  }

  testWith('gives the first visitor 1', undefined, async ({ store }) => {
    assert.equal(await readTotal(store), 0);
    assert.equal((await store.add('id-00001', true)).total, 1);
    assert.equal(await readTotal(store), 1);
  });

  testWith('goes on from the count that it has', 1999, async ({ store }) => {
    assert.equal(await readTotal(store), 1999);
    assert.deepEqual(
      [
        (await store.add('id-00001', true)).total,
        (await store.add('id-00002', true)).total,
        (await store.add('id-00003', true)).total,
      ],
      [2000, 2001, 2002],
    );
  });

  testWith('adds nothing for an id that it has added', 41, async ({ store, readDay }) => {
    const note = { day, counters: ['v', 'c#DE'], visitor: { network: 'net', person: 'one' } };
    for (let attempt = 1; attempt <= 3; attempt += 1) assert.equal((await store.add('id-00001', true, note)).total, 42);
    assert.deepEqual(await readDay(day), { v: 1, 'c#DE': 1, u: 1 });
  });

  testWith('completes what was added in part', undefined, async ({ store, readDay }) => {
    assert.equal((await store.add('id-00001', true)).total, 1);
    assert.equal(
      (await store.add('id-00001', true, { day, counters: ['v'], visitor: { network: 'net', person: 'one' } })).total,
      1,
    );
    assert.deepEqual(await readDay(day), { v: 1, u: 1 });
  });

  testWith('notes each counter, and each person once a day', undefined, async ({ store, readDay }) => {
    for (const [id, counters, person] of [
      ['id-00001', ['v', 'h#07', 'd#m', 'c#DE', 'r#linkedin.com'], 'one'],
      ['id-00002', ['v', 'h#07', 'd#d', 'c#FR'], 'two'],
      ['id-00003', ['v', 'h#08', 'd#m', 'c#DE'], 'one'],
    ] as const) {
      await store.add(id, true, { day, counters, visitor: { network: 'net', person } });
    }
    await store.add('id-00004', true, { day, counters: ['v', 'h#23'] });
    await store.add('id-00005', true, {
      day: '2026-05-21',
      counters: ['v'],
      visitor: { network: 'net', person: 'one' },
    });
    assert.deepEqual(await readDay(day), {
      v: 4,
      u: 2,
      'h#07': 2,
      'h#08': 1,
      'h#23': 1,
      'd#m': 2,
      'd#d': 1,
      'c#DE': 2,
      'c#FR': 1,
      'r#linkedin.com': 1,
    });
    assert.deepEqual(await readDay('2026-05-21'), { v: 1, u: 1 });
    assert.equal(await readTotal(store), 5);
  });

  testWith('notes what does not count, and gives it the total', 7, async ({ store, readDay }) => {
    const note = { day, counters: ['bot', 'b#agent'] };
    assert.equal((await store.add('id-00001', false, note)).total, 7);
    assert.equal((await store.add('id-00001', false, note)).total, 7);
    assert.equal((await store.add('id-00002', false, note)).total, 7);
    assert.deepEqual(await readDay(day), { bot: 2, 'b#agent': 2 });
  });

  testWith('gives a person of a day that is over to the one that has begun', undefined, async ({ store, readDay }) => {
    await store.add('id-00001', true, { day, counters: ['v'], visitor: { network: 'net', person: 'one' } });
    await store.add('id-00002', true, {
      day: '2026-05-21',
      counters: ['v'],
      visitor: { network: 'net', person: 'one' },
    });
    await store.add('id-00003', true, { day, counters: ['v'], visitor: { network: 'net', person: 'two' } });
    assert.deepEqual(await readDay(day), { v: 1, u: 1 });
    assert.deepEqual(await readDay('2026-05-21'), { v: 2, u: 2 });
  });

  testWith('notes what is over 60 visits of a network on a day as a bot', undefined, async ({ store, readDay }) => {
    const add = (visit: number, network: string, on = day) =>
      store.add(`id-${visit}`, true, { day: on, counters: ['v'], visitor: { network, person: `${visit % 40}` } });
    for (let visit = 1; visit <= 60; visit += 1)
      assert.deepEqual(await add(visit, 'a'), { total: visit, isFlood: false });
    for (let visit = 61; visit <= 65; visit += 1) assert.deepEqual(await add(visit, 'a'), { total: 60, isFlood: true });
    assert.deepEqual(await add(66, 'b'), { total: 61, isFlood: false });
    assert.deepEqual(await readDay(day), { v: 61, u: 41, bot: 5, 'b#flood': 5 });
    assert.deepEqual(await add(67, 'a', '2026-05-21'), { total: 62, isFlood: false });
  });

  testWith('says of a visit the same when it is sent again, however full its network is', undefined, async (opened) => {
    const { store, readDay } = opened;
    const add = (visit: number) =>
      store.add(`id-${visit}`, true, { day, counters: ['v'], visitor: { network: 'a', person: `${visit}` } });
    for (let visit = 1; visit <= 61; visit += 1) await add(visit);
    for (const visit of [60, 1, 30]) assert.deepEqual(await add(visit), { total: 60, isFlood: false });
    assert.deepEqual(await add(61), { total: 60, isFlood: true });
    assert.deepEqual(await readDay(day), { v: 60, u: 60, bot: 1, 'b#flood': 1 });
  });

  testWith('counts many referrers, pages and countries in a few names', undefined, async ({ store, readDay }) => {
    for (let visit = 0; visit < 200; visit += 1) {
      const country = String.fromCharCode(65 + (visit % 26), 65 + ((visit * 7) % 26));
      const counters = ['v', `r#host-${visit}.example`, `p#/page-${visit}/`, `c#${country}`];
      await store.add(`id-${String(visit).padStart(5, '0')}`, true, { day, counters });
    }
    const counts = await readDay(day);
    const sum = (kind: string) =>
      Object.entries(counts).reduce((total, [name, count]) => total + (name.startsWith(kind) ? count : 0), 0);
    assert.equal(sum('r#'), 200);
    assert.equal(sum('p#'), 200);
    assert.equal(sum('c#'), 200);
    assert.ok((counts['r#*'] ?? 0) > 150);
    assert.ok((counts['p#*'] ?? 0) > 150);
    assert.ok((counts['c#AA'] ?? 0) >= 7);
    assert.ok(Object.keys(counts).join('').length < 600, Object.keys(counts).join(' '));
  });
}
