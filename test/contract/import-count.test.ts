import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { createDayReader, importCount } from '#counter';
import { openStore } from './open-store.ts';
import { startFaultyProxy } from './start-faulty-proxy.ts';
import { credentials, region, startTable, type Table } from './start-table.ts';

const describe = (table: Table, endpoint = table.url) => ({ http, region, credentials, endpoint, table: table.name });

for (const [what, count, total] of [
  ['a table without visits', undefined, 2000],
  ['a table with visits', 41, 2041],
] as const) {
  test(`an old count is added to ${what} once, and never again`, async (context) => {
    const table = await startTable(count === undefined ? {} : { count });
    context.after(table.stop);
    const reader = createDayReader(describe(table));
    assert.equal(await reader.readCarriedOver(), 0);
    assert.equal(await importCount(describe(table), 2000), 2000);
    assert.equal(await importCount(describe(table), 2000), 2000);
    assert.equal(await importCount(describe(table), 300), 2000);
    assert.deepEqual([await reader.readTotal(), await reader.readCarriedOver()], [total, 2000]);
    assert.equal((await openStore(table).add('id-00001', true)).total, total + 1);
  });
}

test('of many at once one is added, while visitors come', async (context) => {
  const table = await startTable({ count: 5 });
  context.after(table.stop);
  const store = openStore(table);
  const visits = Array.from({ length: 20 }, (_, at) => store.add(`id-${String(at).padStart(5, '0')}`, true));
  const carried = await Promise.all([100, 200, 300, 400].map((count) => importCount(describe(table), count)));
  await Promise.all(visits);
  assert.equal(new Set(carried).size, 1);
  assert.equal(await table.readCount(), String(25 + (carried[0] ?? 0)));
});

for (const fault of ['dropped before', 'refused after', 'dropped after', 'throttled before'] as const) {
  test(`an old count is added once when the first request is ${fault}`, async (context) => {
    const table = await startTable({ count: 5 });
    context.after(table.stop);
    const proxy = await startFaultyProxy(table.url, ({ request }) => (request === 0 ? fault : 'none'));
    context.after(proxy.stop);
    assert.equal(await importCount(describe(table, proxy.url), 2000), 2000);
    assert.equal(await table.readCount(), '2005');
    assert.ok(proxy.passages.length > 1);
  });
}
