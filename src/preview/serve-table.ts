import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { close, listen, refuseForeign, type Service, sendAnswer } from '#edge';

export type ServedTable = {
  /** Where it is kept. Default: in memory. */
  readonly folder?: string | undefined;
  readonly table: string;
  readonly port: number;
};

/** Serves the two tables by dynalite, which throws what it cannot write where it cannot be caught. */
export async function serveTable({ folder, table, port }: ServedTable): Promise<Service> {
  // Only the preview needs it, and it is slow to load.
  const { default: dynalite } = await import('dynalite');
  const server = dynalite({ ...(folder !== undefined && { path: folder }), createTableMs: 0 });
  const drain = guardRequests(server);
  const url = await listen(server, { host: '127.0.0.1', port, maxPorts: 1 });
  try {
    await createTable(url, table);
    await createTable(url, `${table}-seen`);
  } catch (error) {
    await close(server);
    throw error;
  }
  return {
    url,
    async stop() {
      // It throws when its database is closed between two steps of a write.
      await drain();
      await close(server);
    },
  };
}

const maxDrainMs = 10_000;

/**
 * Lets no page of any site reach the server, which would let all of them in. The function that this gives takes no further
 * request, and resolves when those that were there are answered, even of senders that have left: after ten seconds at the latest.
 */
function guardRequests(server: Server): () => Promise<void> {
  const answer = server.listeners('request')[0] as (request: IncomingMessage, response: ServerResponse) => void;
  let open: (readonly [request: IncomingMessage, response: ServerResponse])[] = [];
  const prune = () => {
    // What never came whole is not worked on.
    open = open.filter(([request, response]) => !response.writableEnded && (request.complete || !request.destroyed));
  };
  server.removeAllListeners('request').on('request', (request, response) => {
    const refusal = refuseForeign(request, { pages: 'none' });
    if (refusal) return sendAnswer(response, refusal);
    prune();
    open.push([request, response]);
    answer(request, response);
    // It throws where nobody can catch it when a sender breaks off.
    request.removeAllListeners('error').on('error', () => {});
  });
  return async function drain() {
    server.removeAllListeners('request');
    const deadline = performance.now() + maxDrainMs;
    for (prune(); open.some(([request]) => request.complete) && performance.now() < deadline; prune()) await pause(5);
  };
}

/** Creates a table where there is none, and waits until it is there. Throws a sentence when it is refused. */
async function createTable(url: string, table: string): Promise<void> {
  const { status, said } = await ask(url, 'CreateTable', {
    TableName: table,
    AttributeDefinitions: [{ AttributeName: 'CounterName', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'CounterName', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
  if (status !== 200 && !said.includes('ResourceInUseException'))
    throw new Error(`The local table "${table}" was refused with ${status}: ${said}. Use a name that DynamoDB allows.`);
  // It is made a moment after the answer, and until then there is none.
  while ((await ask(url, 'DescribeTable', { TableName: table })).said.includes('"TableStatus":"CREATING"'));
}

async function ask(url: string, operation: string, what: object) {
  // dynalite reads who signed a request, but checks no signature.
  const authorization =
    'AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';
  const headers = {
    authorization,
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20200101T000000Z',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
  };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: 'POST', headers, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end(JSON.stringify(what));
  });
  return { status: reply.statusCode, said: await text(reply) };
}
