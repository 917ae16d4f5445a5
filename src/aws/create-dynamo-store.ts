import type { VisitStore } from '#visits';
import { createSender, type HttpModule } from './create-sender.ts';
import type { Credentials } from './credentials.ts';
import { readReply } from './read-reply.ts';
import { signRequest } from './sign-request.ts';
import { suggestRemedy } from './suggest-remedy.ts';

export type DynamoStoreOptions = {
  /** `node:https`, or `node:http` for an endpoint on this machine. */
  readonly http: HttpModule;
  /** Such as `eu-central-1`. */
  readonly region: string;
  /** The name of the table; its key is `CounterName`, a string. */
  readonly table: string;
  readonly credentials: Credentials;
  /** Default: `https://dynamodb.<region>.amazonaws.com`. */
  readonly endpoint?: string;
  /**
   * How long a visit may take from the moment it has a socket, in milliseconds. Default: 1000, which is far more than
   * DynamoDB needs and leaves a function of three seconds the time to answer.
   */
  readonly timeoutMs?: number;
  /** Default: the clock of the machine. */
  readonly now?: () => Date;
};

/**
 * Creates a store in a DynamoDB table: one atomic ADD to the attribute `count` of the item `CounterName = "visitors"`.
 *
 * An ADD counts twice when it is sent twice, so a visit is sent once: when its reply is lost, `add` rejects although
 * the visit may have been counted. Every rejection is an Error that says what was tried and what to do, with its cause.
 * Throws at once when `endpoint` is no URL.
 */
export function createDynamoStore({
  http,
  region,
  table,
  credentials,
  endpoint = `https://dynamodb.${region}.amazonaws.com`,
  timeoutMs = 1000,
  now = () => new Date(),
}: DynamoStoreOptions): VisitStore {
  if (!URL.canParse(endpoint)) {
    throw new Error(
      `The endpoint "${endpoint}" is no URL. Write one such as https://dynamodb.eu-central-1.amazonaws.com.`,
    );
  }
  const url = new URL(endpoint);
  const send = createSender({ http, endpoint: url, timeoutMs, now });
  const body = JSON.stringify({
    TableName: table,
    Key: { CounterName: { S: 'visitors' } },
    // `count` is a reserved word of DynamoDB, hence the alias.
    UpdateExpression: 'ADD #count :one',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
    ReturnValues: 'UPDATED_NEW',
  });
  const unsigned = {
    method: 'POST',
    host: url.host,
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.UpdateItem' },
    body,
  };

  return {
    async add() {
      try {
        const headers = signRequest(unsigned, { region, service: 'dynamodb', credentials, now: now() });
        return readReply(await send({ ...unsigned, headers }));
      } catch (cause) {
        const code = nameCause(cause);
        const message = `Adding a visit to the table "${table}" at ${url.origin} failed (${code}). ${suggestRemedy(code)}`;
        throw new Error(message, { cause });
      }
    },
  };
}

/** Node's errors carry a code; DynamoDB's, a name. */
function nameCause(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause ? String(cause.code) : cause.name;
}
