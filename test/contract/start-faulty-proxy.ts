import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What happens to a visit on its way to the table (`before`) or to the reply on its way back (`after`). */
export type Fault =
  | 'none'
  | 'dropped before'
  | 'refused before'
  | 'dropped after'
  | 'refused after'
  | 'stalled after'
  | 'halved after'
  | 'dripped after'
  | 'flooded after'
  | 'garbled after';

export type Passage = {
  /** Counted from 0, over all connections. */
  readonly visit: number;
  /** Counted from 0. */
  readonly connection: number;
};

export type FaultyProxy = {
  readonly url: string;
  /** Every request that came in, whatever became of it. */
  readonly passages: readonly Passage[];
  readonly stop: () => Promise<void>;
};

/** Starts a proxy in front of a table that lets `chooseFault` decide what goes wrong with each visit. */
export async function startFaultyProxy(target: string, chooseFault: (passage: Passage) => Fault): Promise<FaultyProxy> {
  const passages: Passage[] = [];
  const connections = new Map<unknown, number>();

  const server = createServer(async (incoming, outgoing) => {
    const connection = connections.get(incoming.socket) ?? -1;
    const passage = { visit: passages.length, connection };
    passages.push(passage);
    const fault = chooseFault(passage);
    if (fault === 'dropped before') return outgoing.destroy();
    if (fault === 'refused before') return outgoing.writeHead(500).end('{"__type":"InternalServerError"}');
    spoilReply(fault, await forward(incoming, target), outgoing);
  });
  server.on('connection', (socket) => connections.set(socket, connections.size));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passages,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function forward(incoming: IncomingMessage, target: string): Promise<string> {
  const onward = request(target, { method: 'POST', headers: incoming.headers });
  onward.end(await text(incoming));
  const [reply]: IncomingMessage[] = await once(onward, 'response');
  return reply === undefined ? '' : text(reply);
}

function spoilReply(fault: Fault, body: string, outgoing: ServerResponse): void {
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
      outgoing.writeHead(200, { 'content-length': bytes });
      outgoing.write(body.slice(0, bytes / 2), () => outgoing.destroy());
      break;
    case 'dripped after': {
      outgoing.writeHead(200);
      const drip = setInterval(() => outgoing.write(' '), 2);
      outgoing.on('close', () => clearInterval(drip));
      break;
    }
    case 'flooded after':
      outgoing.on('error', () => {}).end(body.padEnd(1_000_000));
      break;
    case 'garbled after':
      outgoing.end('<!doctype html><title>A hotel wants you to log in</title>');
      break;
    default:
      outgoing.end(body);
  }
}
