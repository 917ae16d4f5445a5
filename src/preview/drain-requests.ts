import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const longestMs = 1000;

/**
 * Watches what a server has to answer. The function that this gives lets it take no further request, and resolves when it has
 * answered those that it had, whoever of their senders is still there: after a second at the latest.
 */
export function drainRequests(server: Server): () => Promise<void> {
  let open: (readonly [request: IncomingMessage, response: ServerResponse])[] = [];
  const prune = () => {
    // What never came whole is not worked on.
    open = open.filter(([request, response]) => !response.writableEnded && (request.complete || !request.destroyed));
  };
  server.on('request', (request, response) => {
    prune();
    open.push([request, response]);
  });
  return async function drain() {
    server.removeAllListeners('request');
    const deadline = performance.now() + longestMs;
    for (prune(); open.some(([request]) => request.complete) && performance.now() < deadline; prune()) await pause(5);
  };
}
