import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { VisitStore } from '#visits';

type SdkStoreOptions = {
  readonly region: string;
  readonly table: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly endpoint: string;
};

/**
 * Creates a store that adds to the total alone, with the official client, which is left as it comes: what failed is sent again,
 * so a visit whose reply was lost counts twice.
 */
export function createSdkStore({ region, table, credentials, endpoint }: SdkStoreOptions): VisitStore {
  const client = new DynamoDBClient({ region, credentials, endpoint });
  const command = () =>
    new UpdateItemCommand({
      TableName: table,
      Key: { CounterName: { S: 'visitors' } },
      UpdateExpression: 'ADD #count :one',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    });
  return {
    async add() {
      const { Attributes } = await client.send(command());
      return { total: Number(Attributes?.count?.N), isFlood: false };
    },
  };
}
