import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { createDayReader, createDynamoStore } from '#counter';
import { openTable, startTable } from './start-table.ts';

async function makePlace(context: TestContext) {
  const place = await mkdtemp(join(tmpdir(), 'table-'));
  context.after(() => rm(place, { recursive: true }));
  return join(place, 'table');
}

const describe = (endpoint: string) => ({
  http,
  endpoint,
  table: 'visits',
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const readTotal = (url: string) => createDayReader(describe(url)).readTotal();

async function count(url: string): Promise<void> {
  const store = createDynamoStore({ ...describe(url), seenTable: 'visits-seen' });
  await store.add('id-00001', true);
}

test('a table that runs is opened where it is, and goes on when it is closed', async (context) => {
  const folder = await makePlace(context);
  const running = await startTable({ folder });
  context.after(running.stop);
  await count(running.url);
  const opened = await openTable(folder);
  assert.equal(opened.url, running.url);
  assert.equal(await readTotal(opened.url), 1);
  await opened.stop();
  assert.equal(await readTotal(running.url), 1);
});

test('a folder that nobody has open is opened, and free again when it is closed', async (context) => {
  const folder = await makePlace(context);
  const first = await startTable({ folder });
  await count(first.url);
  await first.stop();
  assert.equal(existsSync(`${folder}.url`), false);
  for (let time = 0; time < 2; time += 1) {
    const opened = await openTable(folder);
    assert.equal(await readTotal(opened.url), 1);
    await opened.stop();
  }
});

test('what a killed table left behind misleads nobody', async (context) => {
  const folder = await makePlace(context);
  const first = await startTable({ folder });
  await count(first.url);
  await first.stop();
  await writeFile(`${folder}.url`, 'http://127.0.0.1:1');
  const opened = await openTable(folder);
  assert.equal(await readTotal(opened.url), 1);
  await opened.stop();
});

test('without a folder there are no visits, and none is made', async (context) => {
  const folder = await makePlace(context);
  const opened = await openTable(folder);
  assert.equal(await readTotal(opened.url), 0);
  await opened.stop();
  assert.equal(existsSync(folder), false);
});

test('a folder in use by something that does not say where is a mistake that is named', async (context) => {
  const folder = await makePlace(context);
  const running = await startTable({ folder });
  context.after(running.stop);
  await rm(`${folder}.url`);
  await assert.rejects(openTable(folder), /are open in another preview/);
});
