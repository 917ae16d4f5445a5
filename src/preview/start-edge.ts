import { Agent, createServer, type ServerResponse } from 'node:http';
import type { Service } from '#edge';
import { close, listen } from '#edge';
import type { Site } from '#site';
import type { Answer } from './answer-file.ts';
import { answerStats } from './answer-stats.ts';
import { createAnnouncer } from './create-announcer.ts';
import { createStage } from './create-stage.ts';
import { forwardVisit } from './forward-visit.ts';
import type { Trouble } from './trouble.ts';

export type EdgeOptions = {
  /** The API that answers `/visitor`. */
  readonly apiUrl: string;
  /** What proves to the API that a request came through this edge, in `x-origin-secret`. Default: none is sent. */
  readonly originSecret?: string;
  /** Default: none yet; every page then says so, with status 503. */
  readonly site?: Site;
  /** Whether open pages follow what is shown: a page that a browser opens gets a small script for it. Default: false. */
  readonly reload?: boolean;
  /** Makes the page that `/.preview/stats` shows, anew each time. Default: there is none. */
  readonly makeStats?: () => Promise<string>;
  /** Default: 127.0.0.1, which nobody else can reach. */
  readonly host?: string;
  /** Default: any free one. */
  readonly port?: number;
  /** How many ports to try, counted upwards from `port`. Default: 1. */
  readonly tries?: number;
  /** How long the API may take, in milliseconds. Default: 30000, as CloudFront. */
  readonly timeoutMs?: number;
};

export type Edge = Service & {
  showSite(site: Site): void;
  /** Keeps the last site, if there was one, and lays the trouble over its open pages. */
  showTrouble(trouble: Trouble): void;
};

/**
 * Starts an edge: it serves the files of a site as CloudFront does (headers, ETag and 304, Brotli and gzip, `index.html` of
 * a folder, the 404 page), and forwards `/visitor` to the API. Rejects with a sentence when it can't listen.
 */
export async function startEdge({
  apiUrl,
  originSecret,
  site,
  reload = false,
  makeStats,
  host = '127.0.0.1',
  port = 0,
  tries = 1,
  timeoutMs = 30_000,
}: EdgeOptions): Promise<Edge> {
  const stage = createStage({ reload });
  if (site) stage.showSite(site);
  const announcer = createAnnouncer(stage.state);
  const agent = new Agent({ keepAlive: true });

  const server = createServer((request, response) => {
    const { method = '', url: target = '/', headers } = request;
    const asked = { method, target, headers };
    const path = target.split('?', 1)[0];
    if (reload && path === '/.preview/events') return announcer.connect(response);
    if (makeStats && path === '/.preview/stats')
      return void answerStats(makeStats).then((page) => send(response, page));
    if (path !== '/visitor') return send(response, stage.answer(asked));
    forwardVisit(request, response, {
      apiUrl,
      originSecret,
      agent,
      timeoutMs,
      headers: stage.headers(),
      answerNotFound: () => send(response, stage.answerNotFound(asked)),
    });
  });

  const url = await listen(server, { host, port, tries });
  return {
    url,
    showSite(shown) {
      stage.showSite(shown);
      announcer.announce();
    },
    showTrouble(trouble) {
      stage.showTrouble(trouble);
      announcer.announce();
    },
    async stop() {
      await close(server);
      agent.destroy();
    },
  };
}

// To HEAD Node sends no body.
function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': body.length });
  response.end(body);
}
