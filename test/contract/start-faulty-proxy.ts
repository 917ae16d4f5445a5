import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What happens to a request on its way to the table (`before`) or to the reply on its way back (`after`). */
export type Fault =
  | 'none'
  | 'dropped before'
  | 'refused before'
  | 'throttled before'
  | 'dropped after'
  | 'refused after'
  | 'stalled after'
  | 'halved after'
  | 'dripped after'
  | 'garbled after';

export type Passage = {
  /** Counted from 0, over all connections. */
  readonly request: number;
  /** Counted from 0. */
  readonly connection: number;
  /** What is asked of the table, such as `UpdateItem day#2026-05-20`. */
  readonly what: string;
};

type FaultyProxy = {
  readonly url: string;
  /** Every request that came in, whatever became of it. */
  readonly passages: readonly Passage[];
  /** Closes the connections on which nothing is under way. */
  readonly closeIdle: () => void;
  readonly stop: () => Promise<void>;
};

/** Starts a proxy in front of a table that lets `chooseFault` decide what goes wrong with each request. */
export async function startFaultyProxy(
  target: string,
  chooseFault: (passage: Passage) => Fault = () => 'none',
): Promise<FaultyProxy> {
  const passages: Passage[] = [];
  const connections = new Map<unknown, number>();

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const connection = connections.get(incoming.socket) ?? -1;
    const body = await text(incoming);
    const what = `${incoming.headers['x-amz-target']}`.replace('DynamoDB_20120810.', '');
    const passage = { request: passages.length, connection, what: `${what} ${JSON.parse(body).Key?.CounterName?.S}` };
    passages.push(passage);
    const fault = chooseFault(passage);
    if (fault === 'dropped before') return void outgoing.destroy();
    if (fault === 'refused before') return void outgoing.writeHead(500).end('{"__type":"InternalServerError"}');
    if (fault === 'throttled before') {
      const type = ['ThrottlingException', 'ProvisionedThroughputExceededException'][passage.request % 2];
      return void outgoing.writeHead(400).end(`{"__type":"com.amazonaws.dynamodb.v20120810#${type}","message":"slow"}`);
    }
    spoilReply(fault, await forward(incoming, body, target), outgoing);
  }

  const server = createServer((incoming, outgoing) => {
    // All that can fail here is a connection that its own side broke off.
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connection', (socket) => connections.set(socket, connections.size));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passages,
    closeIdle: () => server.closeIdleConnections(),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Reply = { readonly status: number; readonly body: string };

async function forward({ headers }: IncomingMessage, body: string, target: string): Promise<Reply> {
  const onward = request(target, { method: 'POST', headers });
  onward.end(body);
  const [reply]: IncomingMessage[] = await once(onward, 'response');
  return { status: reply?.statusCode ?? 0, body: reply === undefined ? '' : await text(reply) };
}

function spoilReply(fault: Fault, { status, body }: Reply, outgoing: ServerResponse): void {
  const bytes = Buffer.byteLength(body);
  switch (fault) {
    case 'dropped after':
      outgoing.destroy();
      break;
    case 'refused after':
      outgoing.writeHead(500).end('{"__type":"com.amazonaws.dynamodb#InternalServerError","message":"gone"}');
      break;
    case 'stalled after':
      break;
    case 'halved after':
      outgoing.writeHead(status, { 'content-length': bytes });
      outgoing.write(body.slice(0, bytes / 2), () => outgoing.destroy());
      break;
    case 'dripped after': {
      outgoing.writeHead(status);
      const drip = setInterval(() => outgoing.write(' '), 2);
      outgoing.on('close', () => clearInterval(drip));
      break;
    }
    case 'garbled after':
      outgoing.end('<!doctype html><title>A hotel wants you to log in</title>');
      break;
    default:
      outgoing.writeHead(status).end(body);
  }
}
