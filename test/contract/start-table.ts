import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

export type Table = {
  readonly url: string;
  readonly name: string;
  /** The number in the table, as text; undefined before the first visit. */
  readonly readCount: () => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
};

/** Whatever a test signs with; the emulator reads the keys and checks nothing. */
export const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
export const region = 'eu-central-1';

/** Starts a DynamoDB in memory whose table holds `count`, or no visit yet. It is filled and read by the official SDK. */
export async function startTable({ count }: { readonly count?: number | string } = {}): Promise<Table> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const name = 'cloud-resume-test';
  const client = new DynamoDBClient({ region, endpoint: url, credentials });
  await client.send(
    new CreateTableCommand({
      TableName: name,
      AttributeDefinitions: [{ AttributeName: 'CounterName', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'CounterName', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const key = { CounterName: { S: 'visitors' } };
  if (count !== undefined) {
    const value = typeof count === 'number' ? { N: String(count) } : { S: count };
    await client.send(new PutItemCommand({ TableName: name, Item: { ...key, count: value } }));
  }
  return {
    url,
    name,
    async readCount() {
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: key, ConsistentRead: true }));
      return Item?.count?.N;
    },
    async stop() {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
