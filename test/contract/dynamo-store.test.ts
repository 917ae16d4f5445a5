import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { createDynamoStore, type DynamoStoreOptions } from '#aws';
import { credentials, region, startTable, type Table } from './start-table.ts';
import { testStore } from './test-store.ts';

function openStore(table: Table, options: Partial<DynamoStoreOptions> = {}) {
  return createDynamoStore({ http, region, credentials, endpoint: table.url, table: table.name, ...options });
}

testStore('the DynamoDB store', async (options) => {
  const table = await startTable(options);
  return { store: openStore(table), close: table.stop };
});

test('visits of two stores at once end up in one item of the table', { timeout: 60_000 }, async () => {
  const table = await startTable({ count: 100 });
  try {
    const stores = [openStore(table), openStore(table)];
    const totals = await Promise.all(Array.from({ length: 500 }, (_, index) => stores[index % 2]?.add()));
    assert.equal(new Set(totals).size, 500);
    assert.equal(await table.readCount(), '600');
  } finally {
    await table.stop();
  }
});

test('a count beyond what a number can hold is an error, not a wrong total', async () => {
  const table = await startTable({ count: Number.MAX_SAFE_INTEGER });
  try {
    await assert.rejects(openStore(table).add(), /UnreadableReply/);
  } finally {
    await table.stop();
  }
});

const refusals: readonly (readonly [
  title: string,
  options: Partial<DynamoStoreOptions>,
  name: string,
  remedy: RegExp,
])[] = [
  ['a table that does not exist', { table: 'nowhere' }, 'ResourceNotFoundException', /Deploy the dynamodb unit/],
  ['a name that no table can have', { table: '?' }, 'ValidationException', /Check TABLE_NAME/],
];
for (const [title, options, name, remedy] of refusals) {
  test(`${title} is an error that says what to do and keeps its cause`, async () => {
    const table = await startTable();
    try {
      await assert.rejects(openStore(table, options).add(), (error: Error) => {
        assert.match(
          error.message,
          new RegExp(`^Adding a visit to the table .+ at ${table.url} failed \\(${name}\\)\\.`),
        );
        assert.match(error.message, remedy);
        assert.ok(error.cause instanceof Error);
        assert.equal(error.cause.name, name);
        assert.match(error.cause.message, /^Status 400: \w+/);
        return true;
      });
    } finally {
      await table.stop();
    }
  });
}

test('a count in the table that is text is an error and stays as it is', async () => {
  const table = await startTable({ count: 'many' });
  try {
    await assert.rejects(openStore(table).add(), /ValidationException.+is a whole number/);
  } finally {
    await table.stop();
  }
});

test('nobody at the address is an error that says the visit was not counted', async () => {
  const table = await startTable();
  await table.stop();
  await assert.rejects(openStore(table).add(), (error: Error) => {
    assert.match(error.message, /\(ECONNREFUSED\)\. It was not counted\. Check .+AWS_ENDPOINT_URL_DYNAMODB/);
    assert.match(String(error.cause), /ECONNREFUSED/);
    return true;
  });
});

test('an endpoint that is no URL is refused at once', () => {
  assert.throws(
    () => createDynamoStore({ http, region, credentials, table: 'visits', endpoint: 'localhost' }),
    /The endpoint "localhost" is no URL\. Write one such as/,
  );
});
