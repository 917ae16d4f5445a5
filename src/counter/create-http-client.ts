import type { Agent, AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';

/** The part of `node:http` or `node:https` that sends a request. */
export type HttpModule = {
  readonly Agent: new (options: AgentOptions) => Agent;
  readonly request: (url: URL, options: RequestOptions) => ClientRequest;
};

export type Reply = readonly [status: number | undefined, body: string];

/** Posts to the address, and gives up after `timeoutMs`. */
type HttpClient = (headers: Readonly<Record<string, string>>, body: string, timeoutMs: number) => Promise<Reply>;

/** A function's sandbox is frozen between two visits, and what the other side closed meanwhile still looks open. */
const maxIdleMs = 3000;

/** Creates a function that posts to one address over kept sockets, each request once. */
export function createHttpClient(http: HttpModule, endpoint: URL, now: () => Date): HttpClient {
  const agent = new http.Agent({ keepAlive: true });
  let lastUse = 0;

  return async function send(headers, body, timeoutMs) {
    // By the wall clock, which goes on while the process is frozen; timers do not.
    const time = +now();
    if (time - lastUse > maxIdleMs) agent.destroy();
    lastUse = time;

    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      http
        .request(endpoint, { agent, method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs) })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    const chunks = await reply.setEncoding('utf8').toArray();
    return [reply.statusCode, chunks.join('')];
  };
}
