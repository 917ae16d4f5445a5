import { Agent, createServer } from 'node:http';
import { type Answer, close, listen, refuseForeign, type Service, sendAnswer } from '#edge';
import type { Site } from '#site';
import { createEdgeContent, type ShownWith } from './edge-content.ts';
import { forwardVisit } from './forward-visit.ts';
import { createLiveReload } from './live-reload.ts';
import { ownHeaders } from './own-headers.ts';
import type { SiteRequest } from './prepared-site.ts';
import type { BuildError, BuildNotes } from './to-overlay.ts';

type EdgeOptions = {
  /** The API that answers `/visitor`. */
  readonly apiUrl: string;
  /** What proves to the API that a request came through this edge, in `x-origin-secret`. Default: none is sent. */
  readonly originSecret?: string;
  /** Default: none yet; every page then says so, with status 503. */
  readonly site?: Site;
  /** Whether open pages follow what is shown: a page that a browser opens gets a small script for it. Default: false. */
  readonly reload?: boolean;
  /** Renders the page that `/.preview/stats` shows, anew each time. Default: there is none. */
  readonly renderStats?: () => Promise<string>;
  /** Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
  /** Default: any free one. */
  readonly port?: number;
  /** How many ports to try, counted upwards from `port`. Default: 1. */
  readonly maxPorts?: number;
  /** How long the API may take, in milliseconds. Default: 30000, as CloudFront. */
  readonly timeoutMs?: number;
};

export type Edge = Service & {
  /**
   * Shows a site, with notes above its open pages; whether something of that is new. Of one that is not whole yet, what is missing
   * is answered when it is there.
   */
  showSite(site: Site, more?: ShownWith): boolean;
  /** Shows the site that was not whole with all that belongs to it; its pages are the same. */
  completeSite(site: Site, notes?: BuildNotes): boolean;
  /** Keeps the last site, if there was one, and lays the error over its open pages; whether that was not there before. */
  showError(error: BuildError): boolean;
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
  renderStats,
  host = '127.0.0.1',
  port = 0,
  maxPorts = 1,
  timeoutMs = 30_000,
}: EdgeOptions): Promise<Edge> {
  const content = createEdgeContent({ reload });
  if (site) content.showSite(site);
  const liveReload = createLiveReload(content.state);
  const announce = (isNew: boolean) => {
    if (isNew) liveReload.announce();
    return isNew;
  };
  const agent = new Agent({ keepAlive: true });

  const answerSite = async (asked: SiteRequest) => content.answer(asked);
  const server = createServer((request, response) => {
    const refusal = refuseForeign(request, { name: host, pages: 'own' });
    if (refusal) return sendAnswer(response, { ...refusal, headers: { ...ownHeaders, ...refusal.headers } });
    const { method = '', url: target = '/', headers } = request;
    const asked = { method, target, headers };
    const path = target.split('?', 1)[0];
    const isRead = method === 'GET' || method === 'HEAD';
    if (reload && isRead && path === '/.preview/events') return liveReload.connect(response);
    if (renderStats && isRead && path === '/.preview/stats')
      return void answerStats(renderStats).then((page) => sendAnswer(response, page));
    if (path !== '/visitor') return void answerSite(asked).then((answer) => sendAnswer(response, answer));
    forwardVisit(request, response, {
      apiUrl,
      originSecret,
      agent,
      timeoutMs,
      headers: content.headers(),
      answerNotFound: () => sendAnswer(response, content.answerNotFound(asked)),
    });
  });

  const url = await listen(server, { host, port, maxPorts });
  return {
    url,
    showSite: (shown, more) => announce(content.showSite(shown, more)),
    completeSite: (shown, notes) => announce(content.completeSite(shown, notes)),
    showError: (error) => announce(content.showError(error)),
    async stop() {
      await close(server);
      agent.destroy();
    },
  };
}

/** The page of the statistics, or what is in its way. */
async function answerStats(renderStats: () => Promise<string>): Promise<Answer> {
  const [status, type, text] = await renderStats().then(
    (page) => [200, 'text/html', page] as const,
    (error) => [500, 'text/plain', `The report could not be made. ${(error as Error).message}\n`] as const,
  );
  return {
    status,
    headers: { ...ownHeaders, 'content-type': `${type}; charset=utf-8` },
    body: Buffer.from(text),
  };
}
