import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { ClassicLevel } from 'classic-level';
import { createDynamoStore } from '#counter';
import { send } from '../../test/local/send.ts';
import { startTable } from './start-table.ts';

async function makeFolder(context: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'table-'));
  context.after(() => rm(folder, { recursive: true }));
  return folder;
}

function openStore(endpoint: string, table = 'visits') {
  return createDynamoStore({
    http,
    endpoint,
    table,
    seenTable: `${table}-seen`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

const note = { day: '2026-05-20', counters: ['v'], visitor: { network: 'net', person: 'one' } };

test('a table in memory counts from 1', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const store = openStore(table.url);
  assert.deepEqual([(await store.add('one', true)).total, (await store.add('two', true)).total], [1, 2]);
});

test('a stop in the middle of writes is quiet, even when their senders are gone', async () => {
  for (let round = 0; round < 10; round += 1) {
    const table = await startTable();
    const leaving = new AbortController();
    const writes = Array.from({ length: 8 }, (_, at) => sendWrite(table.url, `item-${at}`, leaving.signal));
    // Some have been answered by now, some are being written.
    await writes[round % writes.length];
    leaving.abort();
    await table.stop();
    await Promise.all(writes);
  }
});

/** Resolves when the write was answered, or cannot be any more. */
function sendWrite(url: string, name: string, signal: AbortSignal): Promise<void> {
  const headers = {
    authorization:
      'AWS4-HMAC-SHA256 Credential=a/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=a, Signature=0',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20200101T000000Z',
    'x-amz-target': 'DynamoDB_20120810.UpdateItem',
  };
  const write = {
    TableName: 'visits',
    Key: { CounterName: { S: name } },
    UpdateExpression: 'ADD #count :one',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  };
  return new Promise((resolve) => {
    http
      .request(url, { method: 'POST', headers, agent: false, signal })
      .on('response', (reply) => reply.resume().on('close', resolve))
      .on('error', () => resolve())
      .end(JSON.stringify(write));
  });
}

test('a table that is started is there, however long the emulator takes to make it', async (context) => {
  // It says that it has made one, and does so at a later time.
  let unmade = 0;
  const soon = globalThis.setTimeout;
  const late = (callback: () => void, ms = 0) => {
    if (ms > 0) return soon(callback, ms);
    unmade += 1;
    return soon(() => {
      unmade -= 1;
      callback();
    }, 100);
  };
  context.mock.method(globalThis, 'setTimeout', late);
  const table = await startTable();
  context.after(table.stop);
  assert.equal(unmade, 0);
  assert.equal((await openStore(table.url).add('one', true, note)).total, 1);
});

test('a table whose making was interrupted is made again', async (context) => {
  const folder = await makeFolder(context);
  const database = new ClassicLevel(folder);
  for (const name of ['visits', 'visits-seen'])
    await database.put(`table~${name}`, JSON.stringify({ TableName: name, TableStatus: 'CREATING' }));
  await database.close();
  const table = await startTable({ folder });
  assert.equal((await openStore(table.url).add('one', true, note)).total, 1);
  await table.stop();
});

test('a sender that breaks off in the middle of a request harms nobody', async () => {
  const table = await startTable();
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'content-length': 100, expect: '100-continue' };
  const half = http.request(table.url, { method: 'POST', headers, agent: false });
  half.on('error', () => {}).flushHeaders();
  // By now the table waits for the rest.
  await once(half, 'continue');
  const gone = new Promise((resolve) => half.on('close', resolve));
  await table.stop();
  await gone;
});

test('a table stops even when the note of where it is cannot be taken away', async (context) => {
  const folder = join(await makeFolder(context), 'table');
  const table = await startTable({ folder });
  await rm(`${folder}.url`);
  await mkdir(`${folder}.url`);
  await assert.rejects(table.stop(), /directory/);
  await assert.rejects(openStore(table.url).add('one', true), /did not answer|ECONNREFUSED/);
});

test('the table may have another name', async (context) => {
  const table = await startTable({ table: 'other-visits' });
  context.after(table.stop);
  assert.equal((await openStore(table.url, 'other-visits').add('one', true, note)).total, 1);
  await assert.rejects(openStore(table.url).add('two', true), /table/);
});

test('the count goes on after a stop and a start, in a folder that was made for it', async (context) => {
  const folder = join(await makeFolder(context), 'a', 'b');
  const first = await startTable({ folder });
  assert.equal((await openStore(first.url).add('one', true)).total, 1);
  await first.stop();
  const second = await startTable({ folder });
  assert.equal((await openStore(second.url).add('two', true)).total, 2);
  await second.stop();
});

test('a second table on the same folder says that it is in use, and the first goes on', async (context) => {
  const folder = await makeFolder(context);
  const first = await startTable({ folder });
  await assert.rejects(startTable({ folder }), {
    message: `The visits in ${folder} are open in another preview. Stop that one first (Ctrl-C in its terminal), or go on with it.`,
  });
  assert.equal((await openStore(first.url).add('one', true)).total, 1);
  await first.stop();
});

test('a folder that cannot be opened is named', async (context) => {
  const folder = await makeFolder(context);
  const first = await startTable({ folder });
  await first.stop();
  await writeFile(join(folder, 'CURRENT'), 'garbage');
  await assert.rejects(startTable({ folder }), (error: Error) => {
    assert.match(error.message, /cannot be opened\. Check that the folder/);
    assert.ok(error.cause instanceof Error);
    return true;
  });
});

test('a name that DynamoDB does not allow is refused', async () => {
  await assert.rejects(startTable({ table: 'no spaces' }), /"no spaces" was refused with 400/);
});

test('a taken port is named', async (context) => {
  const table = await startTable();
  context.after(table.stop);
  const port = Number(new URL(table.url).port);
  await assert.rejects(startTable({ port }), {
    message: `Port ${port} is taken. Stop the program that uses it, or choose another port.`,
  });
});

for (const [title, method, headers, status] of [
  [
    'a page that asks whether it may',
    'OPTIONS',
    { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    403,
  ],
  ['a page', 'POST', { origin: 'http://evil.example' }, 403],
  ['a page of this machine', 'POST', { origin: 'http://127.0.0.1:4000' }, 403],
  ['a name that is not this machine', 'POST', { host: 'evil.example' }, 421],
] as const) {
  test(`the table does not answer ${title}`, async (context) => {
    const table = await startTable();
    context.after(table.stop);
    const reply = await send(table.url, { method, headers, body: '{}' });
    assert.equal(reply.status, status);
    assert.equal(reply.headers['access-control-allow-origin'], undefined);
  });
}
