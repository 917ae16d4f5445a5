import assert from 'node:assert/strict';
import http from 'node:http';
import test, { type TestContext } from 'node:test';
import { createDynamoStore, type DynamoStoreOptions } from '#aws';
import { type Fault, type Passage, startFaultyProxy } from './start-faulty-proxy.ts';
import { credentials, region, startTable } from './start-table.ts';

const start = Date.parse('2026-05-20T08:00:00Z');

async function openStore(
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
  const clock = { ms: start };
  const store = createDynamoStore({
    http,
    region,
    credentials,
    endpoint: proxy.url,
    table: table.name,
    now: () => new Date(clock.ms),
    ...options,
  });
  return { store, table, proxy, clock };
}

const faults: readonly (readonly [fault: Fault, counted: string | undefined, reason: string])[] = [
  ['dropped before', undefined, 'ECONNRESET'],
  ['refused before', undefined, 'InternalServerError'],
  ['dropped after', '1', 'ECONNRESET'],
  ['refused after', '1', 'InternalServerError'],
  ['stalled after', '1', 'Timeout'],
  ['halved after', '1', 'ECONNRESET'],
  ['dripped after', '1', 'Timeout'],
  ['flooded after', '1', 'LongReply'],
  ['garbled after', '1', 'UnreadableReply'],
];
for (const [fault, counted, reason] of faults) {
  test(`a visit whose reply is ${fault} the table is an error and is not sent again`, async (context) => {
    const { store, table, proxy } = await openStore(context, ({ visit }) => (visit === 0 ? fault : 'none'), {
      timeoutMs: 400,
    });
    await assert.rejects(store.add(), (error: Error) => {
      assert.match(error.message, new RegExp(`failed \\(${reason}\\)\\. \\w`));
      assert.ok(error.cause instanceof Error);
      return true;
    });
    assert.equal(proxy.passages.length, 1);
    assert.equal(await table.readCount(), counted);
  });

  test(`the visit after one whose reply is ${fault} the table is counted`, async (context) => {
    const { store, proxy } = await openStore(context, ({ visit }) => (visit === 0 ? fault : 'none'), {
      timeoutMs: 400,
    });
    await assert.rejects(store.add());
    assert.equal(await store.add(), Number(counted ?? 0) + 1);
    assert.equal(proxy.passages.length, 2);
  });
}

test('with every tenth reply lost, 300 visits make a count of 300 and 270 answers', async (context) => {
  const { store, table, proxy } = await openStore(context, ({ visit }) =>
    visit % 10 === 9 ? 'dropped after' : 'none',
  );
  const answers = await Promise.allSettled(Array.from({ length: 300 }, () => store.add()));
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 270);
  assert.equal(proxy.passages.length, 300);
  assert.equal(await table.readCount(), '300');
});

test('visits within three seconds of each other share a connection', async (context) => {
  const { store, proxy, clock } = await openStore(context, () => 'none');
  for (let visit = 1; visit <= 20; visit += 1) {
    assert.equal(await store.add(), visit);
    clock.ms += 3000;
  }
  assert.deepEqual(new Set(proxy.passages.map(({ connection }) => connection)), new Set([0]));
});

test('a visit after a freeze is not lost on the connection that died meanwhile', async (context) => {
  // As after a freeze, nothing tells this side that its old connections lead nowhere.
  let frozen = false;
  const { store, table, clock } = await openStore(context, ({ connection }) =>
    frozen && connection < 3 ? 'dropped before' : 'none',
  );
  await Promise.all([store.add(), store.add(), store.add()]);
  frozen = true;
  clock.ms += 3001;
  assert.equal(await store.add(), 4);
  assert.deepEqual((await Promise.all([store.add(), store.add(), store.add()])).sort(), [5, 6, 7]);
  assert.equal(await table.readCount(), '7');
});

test('a connection is kept by its own last use, not by that of the others', async (context) => {
  const dead = new Set<number>();
  const { store, table, proxy, clock } = await openStore(context, ({ connection }) =>
    dead.has(connection) ? 'dropped before' : 'none',
  );
  await Promise.all([store.add(), store.add(), store.add()]);
  clock.ms += 2000;
  await store.add();
  clock.ms += 2000;
  // Of the three connections, one served a visit two seconds ago and is alive; the others, four seconds ago.
  for (const { connection } of proxy.passages) dead.add(connection);
  dead.delete(proxy.passages[3]?.connection ?? -1);
  assert.equal(dead.size, 2);
  await Promise.all([store.add(), store.add(), store.add()]);
  assert.equal(await table.readCount(), '7');
});
