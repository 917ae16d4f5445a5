import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  type AttributeValue,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

type Item = Readonly<Record<string, AttributeValue>>;

export type Table = {
  readonly url: string;
  /** Of the table that is kept. */
  readonly name: string;
  /** Of the table of what is forgotten after a day. */
  readonly seenName: string;
  /** The number in the table, as text; undefined before the first visit. */
  readonly readCount: () => Promise<string | undefined>;
  /** What was counted on a day, by the names of the counters. */
  readonly readDay: (day: string) => Promise<Readonly<Record<string, number>>>;
  /** All that the two tables hold. */
  readonly listItems: () => Promise<{ readonly kept: readonly Item[]; readonly seen: readonly Item[] }>;
  readonly put: (item: Item) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Whatever a test signs with; the emulator reads the keys and checks nothing. */
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
export const region = 'eu-central-1';

/** Starts a DynamoDB in memory that holds `count`, or no visit yet. It is filled and read by the official SDK. */
export async function startTable({ count }: { readonly count?: number | string } = {}): Promise<Table> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const name = 'cloud-resume-test';
  const seenName = 'cloud-resume-test-seen';
  const client = new DynamoDBClient({ region, endpoint: url, credentials });
  for (const table of [name, seenName]) {
    await client.send(
      new CreateTableCommand({
        TableName: table,
        AttributeDefinitions: [{ AttributeName: 'CounterName', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'CounterName', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    // The emulator makes it a moment later, as AWS does, and knows of no table till then.
    for (let status = ''; status !== 'ACTIVE'; ) {
      status = (await client.send(new DescribeTableCommand({ TableName: table }))).Table?.TableStatus ?? '';
    }
  }

  async function read(key: string): Promise<Item> {
    const Key = { CounterName: { S: key } };
    const { Item = {} } = await client.send(new GetItemCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item;
  }
  async function list(table: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let last: Record<string, AttributeValue> | undefined; ; ) {
      const page = await client.send(new ScanCommand({ TableName: table, ...(last && { ExclusiveStartKey: last }) }));
      items.push(...(page.Items ?? []));
      last = page.LastEvaluatedKey;
      if (!last) return items;
    }
  }
  async function put(item: Item): Promise<void> {
    await client.send(new PutItemCommand({ TableName: name, Item: item }));
  }

  if (count !== undefined) {
    const value: AttributeValue = typeof count === 'number' ? { N: String(count) } : { S: count };
    await put({ CounterName: { S: 'visitors' }, count: value });
  }
  return {
    url,
    name,
    seenName,
    readCount: async () => (await read('visitors')).count?.N,
    readDay: async (day) => readCounts(await read(`day#${day}`)),
    listItems: async () => ({ kept: await list(name), seen: await list(seenName) }),
    put,
    async stop() {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The numbers of an item but for the one that says how old its ids are. */
function readCounts({ b, ...item }: Item): Record<string, number> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => (value.N === undefined ? [] : [[name, Number(value.N)]])),
  );
}
