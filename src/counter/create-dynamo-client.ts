import { createHttpClient, type HttpModule, type Reply } from './create-http-client.ts';
import { type Credentials, createSigner, formatTime, hash } from './create-signer.ts';

type DynamoClientOptions = {
  readonly http: HttpModule;
  readonly region: string;
  readonly credentials: Credentials;
  /** Default: `https://dynamodb.<region>.amazonaws.com`. */
  readonly endpoint?: string | undefined;
  /** How long one attempt may take, in milliseconds; the last one may be shorter. */
  readonly timeoutMs: number;
  readonly now: () => Date;
};

/** What DynamoDB keeps under one key, by the names of the attributes. */
export type Item = Readonly<
  Record<string, { readonly N?: string; readonly S?: string; readonly SS?: readonly string[] }>
>;

/** What is to change in an item, in DynamoDB's own expressions. */
export type Update = {
  readonly change: string;
  readonly condition: string;
  readonly attributeNames: Readonly<Record<string, string>>;
  readonly attributeValues: Item;
};

/**
 * Reads an item, or updates it, and resolves to what it is then; empty when there is none. Asks again and again until that is
 * done or the time is over.
 *
 * An update may be sent more than once, so it has to be one that does nothing more then. Resolves to nothing when the condition of an
 * update does not hold. Rejects with an Error that says what was tried and what to do, with its cause.
 */
export type DynamoClient = (
  table: string,
  name: string,
  /** When to give up, by `performance.now()`. */
  until: number,
  /** Default: none, the item is read. */
  update?: Update,
) => Promise<Item | undefined>;

export function createDynamoClient({
  http,
  region,
  credentials,
  endpoint,
  timeoutMs,
  now,
}: DynamoClientOptions): DynamoClient {
  const url = new URL(endpoint ?? `https://dynamodb.${region}.amazonaws.com`);
  const send = createHttpClient(http, url, now);
  const sign = createSigner(region, 'dynamodb', credentials);
  const { sessionToken } = credentials;
  // The last attempt has the time that is left: what was counted is to be answered. Less than this is not worth one.
  const shortestMs = timeoutMs / 10;

  async function attempt(action: string, body: string, ms: number): Promise<Item> {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      host: url.host,
      'x-amz-date': formatTime(now()),
      ...(sessionToken && { 'x-amz-security-token': sessionToken }),
      'x-amz-target': `DynamoDB_20120810.${action}`,
    };
    const authorization = sign('POST\n/\n', headers, hash(body));
    return readReply(await send({ ...headers, authorization }, body, ms));
  }

  return async function call(table, name, until, update) {
    const action = update ? 'UpdateItem' : 'GetItem';
    const request = {
      TableName: table,
      Key: { CounterName: { S: name } },
      ...(update
        ? {
            UpdateExpression: update.change,
            ConditionExpression: update.condition,
            ExpressionAttributeNames: update.attributeNames,
            ExpressionAttributeValues: update.attributeValues,
            ReturnValues: 'ALL_NEW',
          }
        : { ConsistentRead: true }),
    };
    for (let pauseMs = 25; ; pauseMs *= 1.5) {
      try {
        const leftMs = Math.max(until - performance.now(), shortestMs);
        return await attempt(action, JSON.stringify(request), Math.ceil(Math.min(timeoutMs, leftMs)));
      } catch (cause) {
        const { name: type, code = type } = cause as NodeJS.ErrnoException;
        if (code.startsWith('ConditionalCheck')) return undefined;
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
        const isFinal = /NotFound|Denied|Valid|Token|Signature|Unrec/.test(code);
        if (isFinal || performance.now() + pauseMs + shortestMs > until) {
          throw new Error(`The table ${table} failed (${code}). Deploy dynamodb and api_gateway-lambda again.`, {
            cause,
          });
        }
        await new Promise((resolve) => setTimeout(resolve, pauseMs * Math.random()));
      }
    }
  };
}

/**
 * Reads the item out of DynamoDB's reply; an item that does not exist is empty.
 *
 * Throws an Error whose name is DynamoDB's own (`ResourceNotFoundException`), or a SyntaxError when somebody else replied.
 */
export function readReply([status, body]: Reply): Item {
  const { __type: type, Attributes, Item: item = {}, message } = JSON.parse(body);
  if (status === 200) return Attributes ?? item;
  // The further lines can repeat the request's headers, the session token among them, and messages end up in a log.
  throw Object.assign(new Error(`Status ${status}: ${`${message}`.split('\n', 1)}`), {
    name: `${type}`.replace(/.*#/, ''),
  });
}
