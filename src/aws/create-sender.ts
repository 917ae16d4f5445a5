import type { Agent, AgentOptions, ClientRequest, RequestOptions } from 'node:http';
import { nameError } from './name-error.ts';

/** The part of `node:http` or `node:https` that sends a request. */
export type HttpModule = {
  readonly Agent: new (options: AgentOptions) => Agent;
  readonly request: (url: URL, options: RequestOptions) => ClientRequest;
};

export type Sender = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}) => Promise<{ readonly status: number; readonly body: string }>;

/** A function's sandbox is frozen between two visits, and what the other side closed meanwhile still looks open. */
const LONGEST_IDLE_MS = 3000;

/** A function answers one visit at a time; the preview, several: these share the sockets, and more of them wait. */
const MOST_SOCKETS = 50;

const LONGEST_REPLY = 65_536;

/**
 * Creates a function that sends requests to one address over kept sockets, and each of them once at most: what went out
 * may have had its effect, so nothing is sent again, whatever happens.
 *
 * `timeoutMs` runs from the moment a request has its socket to the end of the reply.
 */
export function createSender({
  http,
  endpoint,
  timeoutMs,
  now,
}: {
  readonly http: HttpModule;
  readonly endpoint: URL;
  readonly timeoutMs: number;
  readonly now: () => Date;
}): Sender {
  const agent = new http.Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const lastUse = new WeakMap<object, number>();

  // By the wall clock, which goes on while the process is frozen; timers do not.
  function closeIdleSockets(): void {
    const oldest = now().getTime() - LONGEST_IDLE_MS;
    for (const socket of Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])) {
      if ((lastUse.get(socket) ?? 0) < oldest) socket.destroy();
    }
  }

  return function send({ method, path, headers, body }) {
    closeIdleSockets();
    return new Promise((resolve, reject) => {
      const request = http.request(endpoint, { agent, method, path, headers });
      let timer: ReturnType<typeof setTimeout> | undefined;

      function fail(error: Error): void {
        reject(error);
        request.destroy();
      }

      request.on('socket', (socket) => {
        timer = setTimeout(fail, timeoutMs, nameError('Timeout', `There was no whole reply within ${timeoutMs} ms.`));
        request.on('close', () => lastUse.set(socket, now().getTime()));
      });
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
          if (text.length > LONGEST_REPLY)
            fail(nameError('LongReply', `The reply is longer than ${LONGEST_REPLY} characters.`));
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', fail);
      });
      request.on('error', fail);
      request.on('close', () => clearTimeout(timer));
      request.end(body);
    });
  };
}
