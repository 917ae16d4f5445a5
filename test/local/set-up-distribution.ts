import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { startDistribution } from '#cloudfront';
import { close, listen } from '#edge';
import { type Cloud, createCloud } from './create-cloud.ts';
import { type Reply, type Sent, send } from './send.ts';

/** A distribution of an account, on localhost, and the API behind it. */
type Setup = {
  readonly cloud: Cloud;
  readonly api: Server;
  readonly log: string[];
  readonly httpUrl: string;
  readonly url: string;
  /** What reached the API. */
  readonly calls: { readonly request: IncomingMessage; readonly body: string }[];
  /** Lets so many seconds pass. */
  wait(seconds: number): void;
  get(target: string, sent?: Sent): Promise<Reply>;
};

/** Starts them, and ends them after the test; `change` what the account holds before. */
export async function setUp(context: TestContext, change: (cloud: Cloud) => void = () => {}): Promise<Setup> {
  const calls: Setup['calls'] = [];
  const api = createServer(async (request, response) => {
    calls.push({ request, body: (await buffer(request)).toString() });
    if (request.headers['user-agent'] === 'silent') return;
    if (request.method !== 'POST') return response.writeHead(404, { server: 'api' }).end('{"message":"Not Found"}');
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': ['a=1', 'b=2'],
    });
    response.end(`{"count":${calls.length}}`);
  });
  const cloud = createCloud(await listen(api, { host: '127.0.0.1', port: 0, maxPorts: 1 }));
  change(cloud);
  const log: string[] = [];
  let time = Date.now();
  const edge = await startDistribution({
    id: 'E1',
    reader: cloud.reader,
    log: (text) => log.push(text),
    now: () => new Date(time),
  });
  context.after(async () => {
    await edge.stop();
    if (api.listening) await close(api);
  });
  return {
    cloud,
    api,
    log,
    calls,
    httpUrl: edge.httpUrl,
    url: edge.url,
    wait: (seconds) => {
      time += seconds * 1000;
    },
    get: (target, sent = {}) => send(edge.url, { target, ca: edge.ca, ...sent }),
  };
}

/** Whether an answer came from the cache, and how old it is. */
export const cacheOf = ({ headers }: Reply) => [headers['x-cache'], headers.age];
