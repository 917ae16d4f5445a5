import { createHash } from 'node:crypto';
import type { Answer } from '#edge';
import type { Site } from '#site';
import { addLiveReload, type PageState } from './live-reload.ts';
import { answerFile, answerPage, type PreparedSite, prepareSite, type SiteRequest } from './prepared-site.ts';
import { renderErrorPage } from './render-error-page.ts';
import type { BuildError, BuildNotes } from './to-overlay.ts';

/** What the edge has to show at the moment. */
export type EdgeContent = {
  /** Shows a site, with notes above its pages; whether these are others than before. */
  showSite(site: Site, notes?: BuildNotes): boolean;
  /** Keeps the last site, if there was one, and lays the error over its pages; whether that was not there before. */
  showError(error: BuildError): boolean;
  answer(request: SiteRequest): Answer;
  /** The 404 page. */
  answerNotFound(request: SiteRequest): Answer;
  /** The headers of every answer. */
  headers(): Readonly<Record<string, string>>;
  /** What open pages need to know. */
  state(): PageState;
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
  let error: BuildError | undefined = { title: 'The site is not built yet', items: [] };
  let page = prepare(renderErrorPage(error));

  function prepare(shown: Pick<Site, 'files' | 'headers'>): Version {
    const exact = prepareSite(shown);
    const build = identify(exact);
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
    apply();
    return JSON.stringify(state()) !== before;
  }

  return {
    showSite: (shown, noted) =>
      change(() => {
        site = prepare(shown);
        notes = noted;
        error = undefined;
      }),
    showError: (found) =>
      change(() => {
        error = found;
        notes = undefined;
        page = prepare(renderErrorPage(found));
      }),
    answer(request) {
      const chosen = choose(request);
      return site ? answerFile(chosen, request) : answerPage(chosen, 'index.html', 503, request.headers);
    },
    answerNotFound: (request) => answerPage(choose(request), '404.html', 404, request.headers),
    headers: () => present().exact.headers,
    state,
  };
}

// The same files with the same headers are the same build, whenever they were made.
function identify({ files, headers }: PreparedSite): string {
  const hash = createHash('sha256').update(JSON.stringify(headers));
  for (const [path, { whole }] of files) hash.update(`${path} ${whole.etag}\n`);
  return hash.digest('base64url').slice(0, 16);
}
