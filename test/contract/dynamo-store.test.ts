import assert from 'node:assert/strict';
import test from 'node:test';
import type { DynamoStoreOptions } from '#counter';
import { measureItem } from '../../bench/cost/measure-item.ts';
import { openStore } from './open-store.ts';
import { startFaultyProxy } from './start-faulty-proxy.ts';
import { startTable } from './start-table.ts';
import { testStore } from './test-store.ts';

testStore('the DynamoDB store', async (options) => {
  const table = await startTable(options);
  return { store: openStore(table), readDay: table.readDay, close: table.stop };
});

const refusals: readonly (readonly [title: string, options: Partial<DynamoStoreOptions>, name: string])[] = [
  ['a table that does not exist', { table: 'nowhere' }, 'ResourceNotFoundException'],
  ['a name that no table can have', { table: '?' }, 'ValidationException'],
];
for (const [title, options, name] of refusals) {
  test(`${title} is an error after one request, which says what to do and keeps its cause`, async (context) => {
    const table = await startTable();
    const proxy = await startFaultyProxy(table.url);
    context.after(async () => {
      await proxy.stop();
      await table.stop();
    });
    await assert.rejects(
      openStore(table, { endpoint: proxy.url, ...options }).add('id-00001', true),
      (error: Error) => {
        assert.equal(
          error.message,
          `The table ${options.table} failed (${name}). Deploy dynamodb and api_gateway-lambda again.`,
        );
        assert.ok(error.cause instanceof Error);
        assert.equal(error.cause.name, name);
        assert.match(error.cause.message, /^Status 400: \w+/);
        return true;
      },
    );
    assert.equal(proxy.passages.length, 1);
  });
}

test('a table of what is forgotten that does not exist is an error for whoever is noted, and counts in the total', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const store = openStore(table, { seenTable: 'nowhere' });
  const note = { day: '2026-05-20', counters: ['v'], visitor: { network: 'net', person: 'one' } };
  await assert.rejects(store.add('id-00001', true, note), /The table nowhere failed \(ResourceNotFoundException\)/);
  assert.equal((await store.add('id-00001', true)).total, 1);
});

test('a count in the table that is text is an error and stays as it is', async (context) => {
  const table = await startTable({ count: 'many' });
  context.after(table.stop);
  await assert.rejects(openStore(table).add('id-00001', true), /ValidationException/);
  const { kept } = await table.listItems();
  assert.deepEqual(kept, [{ CounterName: { S: 'visitors' }, count: { S: 'many' } }]);
});

test('nobody at the address is an error when the time is over', async () => {
  const table = await startTable();
  await table.stop();
  await assert.rejects(openStore(table, { timeoutMs: 400 }).add('id-00001', true), (error: Error) => {
    assert.match(error.message, /\(ECONNREFUSED\)\. Deploy dynamodb/);
    assert.match(String(error.cause), /ECONNREFUSED/);
    return true;
  });
});

test('an endpoint that is no URL is refused at once', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  assert.throws(() => openStore(table, { endpoint: 'localhost' }), /Invalid URL/);
});

test('what is kept for so many days expires that long after its last visit, and the total never', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const clock = { ms: Date.parse('2026-05-20T07:00:00Z') };
  const store = openStore(table, { keepDays: 90, now: () => new Date(clock.ms) });
  const note = { day: '2026-05-20', counters: ['v'], visitor: { network: 'net', person: 'one' } };
  for (const id of ['id-00001', 'id-00002']) {
    await store.add(id, true, note);
    clock.ms += 3_600_000;
  }
  const { kept } = await table.listItems();
  const expires = Object.fromEntries(kept.map(({ CounterName, expires }) => [CounterName?.S, expires?.N]));
  const last = Date.parse('2026-05-20T08:00:00Z') / 1000;
  assert.deepEqual(expires, { visitors: undefined, 'day#2026-05-20': String(last + 90 * 86_400) });
});

test('a day and the total stay below a kilobyte in a day of random referrers, pages, countries, bots and floods', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const clock = { ms: Date.parse('2026-05-20T00:00:30Z') };
  const store = openStore(table, { keepDays: 400, now: () => new Date(clock.ms) });
  for (let visit = 0; visit < 1000; visit += 1) {
    const hour = String(visit % 24).padStart(2, '0');
    const country = String.fromCharCode(65 + (visit % 26), 65 + (Math.floor(visit / 26) % 26));
    const host = `${visit}`.padStart(32, 'x');
    const counters = ['v', `h#${hour}`, `d#${'mtd'[visit % 3]}`, `c#${country}`, `r#${host}.example`, `p#/${host}/`];
    await store.add(`human${String(visit).padStart(3, '0')}`, true, { day: '2026-05-20', counters });
    if (visit < 100) {
      const bot = ['bot', `b#${['agent', 'empty', 'prefetch', 'script', 'flood'][visit % 5]}`];
      await store.add(`robot${String(visit).padStart(3, '0')}`, false, { day: '2026-05-20', counters: bot });
    }
    // One visit in two seconds.
    clock.ms += 2000;
  }
  const { kept } = await table.listItems();
  assert.deepEqual(kept.map(({ CounterName }) => CounterName?.S).sort(), ['day#2026-05-20', 'visitors']);
  for (const item of kept) {
    const bytes = measureItem(item);
    assert.ok(bytes <= 1024, `${item.CounterName?.S}: ${bytes} bytes`);
  }
});

test('what is known of a network stays below a kilobyte, and below one write unit a visit', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const store = openStore(table);
  for (let visit = 0; visit < 70; visit += 1) {
    const visitor = { network: '203,0,113', person: `203,0,113,${visit}|Firefox|api.example` };
    await store.add(`visit-${visit}`.padEnd(8, '-'), true, { day: '2026-05-20', counters: ['v'], visitor });
  }
  const { seen } = await table.listItems();
  const item = seen.find(({ CounterName }) => CounterName?.S?.startsWith('seen#'));
  assert.ok(item && seen.length === 2);
  assert.equal(Object.keys(item).length, 60 + 3);
  const bytes = measureItem(item);
  assert.ok(bytes <= 1024, `${bytes} bytes`);
});
