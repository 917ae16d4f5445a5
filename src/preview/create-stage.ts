import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from '#site';
import { addReload } from './add-reload.ts';
import { type Answer, answerFile, answerPage } from './answer-file.ts';
import { type PreparedSite, prepareSite } from './prepare-site.ts';
import { renderTrouble } from './render-trouble.ts';
import type { PageState } from './run-reload.ts';
import type { Trouble } from './trouble.ts';

export type StageRequest = {
  readonly method: string;
  /** The path with its query, as it came. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
};

/** What the edge has to show at the moment. */
export type Stage = {
  showSite(site: Site): void;
  /** Keeps the last site, if there was one, and lays the trouble over its pages. */
  showTrouble(trouble: Trouble): void;
  answer(request: StageRequest): Answer;
  /** The 404 page. */
  answerNotFound(request: StageRequest): Answer;
  /** The headers of every answer. */
  headers(): Readonly<Record<string, string>>;
  /** What open pages need to know. */
  state(): PageState;
};

type Scene = {
  readonly build: string;
  /** For everybody: the bytes to deploy. */
  readonly exact: PreparedSite;
  /** For a browser that opens a page: with the reload script, when that is wanted. */
  readonly opened: PreparedSite;
};

/** Creates a stage that shows nothing yet. With `reload`, pages that a browser opens reload when another site is shown. */
export function createStage({ reload }: { readonly reload: boolean }): Stage {
  let site: Scene | undefined;
  let trouble: { readonly trouble: Trouble; readonly scene: Scene } | undefined;
  showTrouble({ title: 'The site is not built yet', items: [] });

  function prepare(shown: Site): Scene {
    const exact = prepareSite(shown);
    const build = identify(exact);
    if (!reload) return { build, exact, opened: exact };
    const pages = prepareSite(addReload(shown, build));
    return { build, exact, opened: { ...pages, files: new Map([...exact.files, ...pages.files]) } };
  }

  function showTrouble(found: Trouble) {
    trouble = { trouble: found, scene: prepare(renderTrouble(found)) };
  }

  function present(): Scene {
    const scene = site ?? trouble?.scene;
    if (!scene) throw new Error('The stage is empty, which it never is: please report this.');
    return scene;
  }

  function choose({ headers }: StageRequest): PreparedSite {
    const { exact, opened } = present();
    return headers['sec-fetch-dest'] === 'document' ? opened : exact;
  }

  return {
    showSite(shown) {
      site = prepare(shown);
      trouble = undefined;
    },
    showTrouble,
    answer(request) {
      const chosen = choose(request);
      return site ? answerFile(chosen, request) : answerPage(chosen, 'index.html', 503, request.headers);
    },
    answerNotFound: (request) => answerPage(choose(request), '404.html', 404, request.headers),
    headers: () => present().exact.headers,
    state: () => ({
      build: present().build,
      ...(site && trouble && { trouble: trouble.trouble }),
    }),
  };
}

// The same files with the same headers are the same build, whenever they were made.
function identify({ files, headers }: PreparedSite): string {
  const hash = createHash('sha256').update(JSON.stringify(headers));
  for (const [path, { whole }] of files) hash.update(`${path} ${whole.etag}\n`);
  return hash.digest('base64url').slice(0, 16);
}
