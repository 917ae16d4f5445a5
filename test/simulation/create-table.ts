import { change, holds, type Item, type Names } from './evaluate.ts';

/** A request to DynamoDB, as far as ours have it. */
export type TableRequest = {
  readonly TableName: string;
  readonly Key: { readonly CounterName: { readonly S: string } };
  readonly ConsistentRead?: boolean;
  readonly ReturnValues?: string;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Names;
  readonly ExpressionAttributeValues?: Item;
};

export type TableReply = { readonly status: number; readonly body: string };

type SimulatedTable = {
  readonly answer: (request: TableRequest) => TableReply;
  /** An item as it is; empty when there is none. */
  readonly read: (table: string, name: string) => Item;
  /** The updates that were done, in their order. */
  readonly updates: readonly TableRequest[];
};

/** Creates DynamoDB's tables in memory: what is asked is done at once and as a whole. A read that is not consistent is the oldest possible. */
export function createTable(): SimulatedTable {
  const items = new Map<string, Item>();
  const before = new Map<string, Item>();
  const updates: TableRequest[] = [];

  function answer(request: TableRequest): TableReply {
    const { TableName, Key, UpdateExpression, ConditionExpression, ...rest } = request;
    const { ConsistentRead, ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = rest;
    const key = `${TableName}/${Key.CounterName.S}`;
    const item = items.get(key);
    if (UpdateExpression === undefined) {
      const Item = ConsistentRead ? item : before.get(key);
      return { status: 200, body: JSON.stringify({ Item }) };
    }
    if (ConditionExpression !== undefined && !holds(ConditionExpression, item ?? {}, names, values)) {
      return { status: 400, body: '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}' };
    }
    const Attributes = change(UpdateExpression, item ?? Key, names, values);
    if (item) before.set(key, item);
    items.set(key, Attributes);
    updates.push(request);
    return { status: 200, body: JSON.stringify(request.ReturnValues === 'ALL_NEW' ? { Attributes } : {}) };
  }

  return { answer, updates, read: (table, name) => items.get(`${table}/${name}`) ?? {} };
}
