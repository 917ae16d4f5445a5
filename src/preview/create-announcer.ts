import type { ServerResponse } from 'node:http';
import type { PageState } from './run-reload.ts';

export type Announcer = {
  /** Tells a page the present state, and every later one, for as long as it stays connected. */
  connect(response: ServerResponse): void;
  /** Tells all connected pages the present state. */
  announce(): void;
};

/** Creates what tells open pages, by server-sent events, which build they should show. */
export function createAnnouncer(state: () => PageState): Announcer {
  const pages = new Set<ServerResponse>();
  const format = () => `data: ${JSON.stringify(state())}\n\n`;

  return {
    connect(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      // A page asks again every 300 ms, not just every few seconds, when the preview was stopped and started.
      response.write(`retry: 300\n${format()}`);
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    announce() {
      for (const page of pages) page.write(format());
    },
  };
}
