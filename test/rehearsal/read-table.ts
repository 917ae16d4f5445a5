import type { Deployed, Rehearsal } from './rehearsal.ts';

/** The total that an environment's table holds; 0 before the first visit. */
export async function readTotal({ emulator }: Rehearsal, { table }: Deployed): Promise<number> {
  const json = { TableName: table, Key: { CounterName: { S: 'visitors' } }, ConsistentRead: true };
  const text = await emulator.aws.read({ service: 'dynamodb', target: 'DynamoDB_20120810.GetItem', json });
  return Number((JSON.parse(text) as { Item?: { count?: { N: string } } }).Item?.count?.N ?? 0);
}
