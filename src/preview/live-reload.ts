import type { ServerResponse } from 'node:http';
import { hashSource, parsePolicy } from '#html';
import type { Site } from '#site';
import { liveReloadClient, type PageState } from './live-reload-client.ts';
import { createNotices, noticesStyle } from './notices-client.ts';
import { ownHeaders } from './own-headers.ts';

type LiveReload = {
  /** Tells a page the present state, and every later one, for as long as it stays connected. */
  connect(response: ServerResponse): void;
  /** Tells all connected pages the present state. */
  announce(): void;
};

/** Creates what tells open pages, by server-sent events, which build they should show. */
export function createLiveReload(state: () => PageState): LiveReload {
  const pages = new Set<ServerResponse>();
  const format = () => `data: ${JSON.stringify(state())}\n\n`;

  return {
    connect(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', ...ownHeaders });
      // What has no body would never come to an end.
      if (response.req.method === 'HEAD') return void response.end();
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

/** The pages of a site, each with a script that reloads it when `build` is not the newest any more, allowed by the policy. */
export function addLiveReload(
  { files, headers }: Pick<Site, 'files' | 'headers'>,
  build: string,
): Pick<Site, 'files' | 'headers'> {
  const notices = `(${createNotices})(${JSON.stringify(noticesStyle)})`;
  const script = `(${liveReloadClient})(${JSON.stringify(build)}, ${notices})`;
  const tag = new TextEncoder().encode(`<script>${script}</script>\n`);
  const policy = headers['content-security-policy'];
  return {
    files: files
      .filter(({ type }) => type.startsWith('text/html'))
      .map((file) => ({ ...file, body: Buffer.concat([file.body, tag]) })),
    headers: {
      ...headers,
      // A page without a policy allows everything already.
      ...(policy && {
        'content-security-policy': allow(allow(policy, 'script-src', hashSource(script)), 'connect-src', "'self'"),
      }),
    },
  };
}

function allow(policy: string, name: string, source: string): string {
  const directives = new Map(parsePolicy(policy));
  const sources = directives.get(name) ?? directives.get('default-src') ?? [];
  // Behind the others, as a directive that was not there.
  directives.delete(name);
  directives.set(name, [...sources.filter((one) => one !== "'none'" && one !== source), source]);
  return [...directives].map(([directive, values]) => [directive, ...values].join(' ')).join('; ');
}
