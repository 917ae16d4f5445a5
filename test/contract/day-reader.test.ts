import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { createDayReader } from '#counter';
import { openStore } from './open-store.ts';
import { startFaultyProxy } from './start-faulty-proxy.ts';
import { credentials, region, startTable } from './start-table.ts';

test('what a store counts is read by day, in the order asked', async (context) => {
  const table = await startTable({ count: 2000 });
  context.after(table.stop);
  const reader = createDayReader({ http, region, credentials, endpoint: table.url, table: table.name });
  const store = openStore(table);
  await store.add('id-00001', true, {
    day: '2026-05-20',
    counters: ['v', 'h#07', 'd#m', 'c#DE'],
    visitor: { network: 'net', person: 'one' },
  });
  await store.add('id-00002', true, {
    day: '2026-05-20',
    counters: ['v', 'h#08', 'd#m', 'c#DE'],
    visitor: { network: 'net', person: 'one' },
  });
  await store.add('id-00003', false, { day: '2026-05-20', counters: ['bot', 'b#agent'] });
  await store.add('id-00004', true, {
    day: '2026-05-21',
    counters: ['v', 'h#00', 'r#linkedin.com'],
    visitor: { network: 'net', person: 'one' },
  });

  assert.equal(await reader.readTotal(), 2003);
  const days = await reader.readDays(['2026-05-22', '2026-05-20', '2026-05-21']);
  assert.deepEqual(
    days.map(({ day, visits, persons, bots }) => [day, visits, persons, bots]),
    [
      ['2026-05-22', 0, 0, 0],
      ['2026-05-20', 2, 1, 1],
      ['2026-05-21', 1, 1, 0],
    ],
  );
  assert.deepEqual(days[1]?.countries, [['DE', 2]]);
  assert.deepEqual(days[1]?.botReasons, [['agent', 1]]);
  assert.deepEqual(days[2]?.referrers, [['linkedin.com', 1]]);
});

test('a throttled table is read to the end', async (context) => {
  const table = await startTable({ count: 7 });
  context.after(table.stop);
  const proxy = await startFaultyProxy(table.url, ({ request }) => (request % 3 === 0 ? 'throttled before' : 'none'));
  context.after(proxy.stop);
  const reader = createDayReader({ http, region, credentials, endpoint: proxy.url, table: table.name });
  await openStore(table).add('id-00001', true, { day: '2026-05-20', counters: ['v'] });
  const days = await reader.readDays([
    '2026-05-18',
    '2026-05-19',
    '2026-05-20',
    '2026-05-21',
    '2026-05-22',
    '2026-05-23',
  ]);
  assert.deepEqual(
    days.map(({ visits }) => visits),
    [0, 0, 1, 0, 0, 0],
  );
  assert.ok(proxy.passages.length > 6);
});

test('a year is read in order', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const reader = createDayReader({ http, region, credentials, endpoint: table.url, table: table.name });
  await openStore(table).add('id-00001', true, { day: '2026-12-31', counters: ['v'] });
  const asked = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
  const days = await reader.readDays(asked);
  assert.deepEqual(
    days.map(({ day }) => day),
    asked,
  );
  assert.equal(days.at(-1)?.visits, 1);
  assert.equal(await reader.readTotal(), 1);
});

test('a table that does not exist is an error', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const reader = createDayReader({ http, region, credentials, endpoint: table.url, table: 'nowhere' });
  await assert.rejects(reader.readTotal(), /The table nowhere failed \(ResourceNotFoundException\)/);
});
