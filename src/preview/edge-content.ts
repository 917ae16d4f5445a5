import { createHash } from 'node:crypto';
import type { Answer } from '#edge';
import type { Site } from '#site';
import { addLiveReload } from './live-reload.ts';
import type { PageState } from './live-reload-client.ts';
import { answerFile, answerPage, type PreparedSite, prepareSite, type SiteRequest } from './prepared-site.ts';
import { renderErrorPage } from './render-error-page.ts';
import type { BuildError, BuildNotes } from './to-overlay.ts';

/** What the edge has to show at the moment. */
type EdgeContent = {
  /**
   * Shows a site, with notes above its pages; whether these are others than before. Of one that is not whole yet, what is missing is
   * answered when it is there.
   */
  showSite(site: Site, more?: ShownWith): boolean;
  /** Shows the site that was not whole with all that belongs to it: its pages are the same, and are not another build. */
  completeSite(site: Site, notes?: BuildNotes): boolean;
  /** Keeps the last site, if there was one, and lays the error over its pages; whether that was not there before. */
  showError(error: BuildError): boolean;
  answer(request: SiteRequest): Answer | Promise<Answer>;
  /** The 404 page. */
  answerNotFound(request: SiteRequest): Answer;
  /** The headers of every answer. */
  headers(): Readonly<Record<string, string>>;
  /** What open pages need to know. */
  state(): PageState;
};

export type ShownWith = {
  readonly notes?: BuildNotes | undefined;
  /** Default: true. */
  readonly isWhole?: boolean;
};

type Version = {
  readonly build: string;
  /** For everybody: the bytes to deploy. */
  readonly exact: PreparedSite;
  /** For a browser that opens a page: with the script for live reload, when that is wanted. */
  readonly opened: PreparedSite;
};

/** Creates what an edge shows: at first that nothing is built. With `reload`, open pages follow what is shown. */
export function createEdgeContent({ reload }: { readonly reload: boolean }): EdgeContent {
  let site: Version | undefined;
  let notes: BuildNotes | undefined;
  // As long as the site is not whole: resolved when it is, or another one takes its place.
  let missing: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
  let error: BuildError | undefined = { title: 'The site is not built yet', items: [] };
  let page = prepare(renderErrorPage(error));

  function prepare(shown: Pick<Site, 'files' | 'headers'>, same?: string): Version {
    const exact = prepareSite(shown);
    const build = same ?? identify(exact);
    if (!reload) return { build, exact, opened: exact };
    const pages = prepareSite(addLiveReload(shown, build));
    return { build, exact, opened: { ...pages, files: new Map([...exact.files, ...pages.files]) } };
  }

  const present = () => site ?? page;
  const choose = ({ headers }: SiteRequest) =>
    headers['sec-fetch-dest'] === 'document' ? present().opened : present().exact;
  const state = (): PageState => ({ build: present().build, ...(site && error && { error }), ...(notes && { notes }) });

  function change(apply: () => void): boolean {
    const before = JSON.stringify(state());
    missing?.resolve();
    missing = undefined;
    apply();
    return JSON.stringify(state()) !== before;
  }

  return {
    showSite: (shown, { notes: noted, isWhole = true } = {}) =>
      change(() => {
        site = prepare(shown);
        notes = noted;
        error = undefined;
        if (!isWhole) missing = createMissing();
      }),
    completeSite: (shown, noted) =>
      change(() => {
        site = prepare(shown, site?.build);
        notes = noted;
      }),
    showError: (found) =>
      change(() => {
        error = found;
        notes = undefined;
        page = prepare(renderErrorPage(found));
      }),
    answer: function answer(request): Answer | Promise<Answer> {
      const chosen = choose(request);
      if (!site) return answerPage(chosen, 'index.html', 503, request.headers);
      const found = answerFile(chosen, request);
      return found.status === 404 && missing ? missing.promise.then(() => answer(request)) : found;
    },
    answerNotFound: (request) => answerPage(choose(request), '404.html', 404, request.headers),
    headers: () => present().exact.headers,
    state,
  };
}

function createMissing() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

// The same files with the same headers are the same build, whenever they were made.
function identify({ files, headers }: PreparedSite): string {
  const hash = createHash('sha256').update(JSON.stringify(headers));
  for (const [path, { whole }] of files) hash.update(`${path} ${whole.etag}\n`);
  return hash.digest('base64url').slice(0, 16);
}
