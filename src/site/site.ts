import type { Resume } from '#resume';

/** Everything that a deployment needs to know: the files, and the headers that go with each answer. */
export type Site = {
  readonly files: readonly SiteFile[];
  /** Response headers for every file, by lower-case name: the local edge and CloudFront send exactly these. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the input holds and the page does not show, each with the reason. */
  readonly omitted: readonly Omitted[];
};

export type SiteFile = {
  /** Relative to the site's root, with `/`: `index.html`, `assets/style.1a2b3c4d.css`. */
  readonly path: string;
  readonly body: Uint8Array;
  /** The `content-type` header, charset included. */
  readonly type: string;
  /** The `cache-control` header. */
  readonly cache: string;
};

/** A value that is not on the page: its place in the résumé, or the path of a file, and the reason. */
export type Omitted = {
  readonly path: string;
  readonly value: string;
  readonly why: string;
  /** The prefix of the edition whose page it is, such as `de/`. Default: the main one's. */
  readonly prefix?: string;
};

/**
 * A résumé with a page of its own on the site: the main one, another language, a version for somebody. The first of a site's
 * editions is the main one, whose prefix is empty.
 */
export type Edition = {
  /** Where it stands on the site, with its page, `resume.json` and all that is made for it: `de/`, `for/bank/`. */
  readonly prefix: string;
  readonly resume: Resume;
  /** The résumé as it was written; it becomes `resume.json`. */
  readonly data: unknown;
  /**
   * For whom it is. Only those for everybody are found by search engines and stand in the sitemap, and languages lead to each
   * other among those for the same. Default: for everybody.
   */
  readonly audience?: string | undefined;
  /** Default: nothing is made, and the photo is shown as it is. */
  readonly extras?: SiteExtras | undefined;
};

/** What all pages of a site are made of besides the résumés; the pure room reads no files, so a main hands them in. */
export type SiteAssets = {
  readonly css: string;
  /** What comes with it on a page that has other languages. Default: nothing. */
  readonly languagesCss?: string;
  /** The page's script for each counter that has one, minified. */
  readonly scripts: { readonly api: string; readonly local: string };
  /** The files of `public/`, by path relative to it. */
  readonly publicFiles: ReadonlyMap<string, Uint8Array>;
  /** Paths in `public/` of what an editor left there. Default: none. */
  readonly leftovers?: readonly string[] | undefined;
  /** The person's own `style.css`, to stand after ours. Default: none. */
  readonly ownCss?: string | undefined;
};

/** What is made beside the page, for the page to show or link. */
export type SiteExtras = {
  /** The photo in the sizes that the page shows; absent where there is none to show. The original is not published. */
  readonly photo?: SitePhoto | undefined;
  /**
   * What is there, or will be when it is made: `resume.pdf` and `card.png` of the edition, relative to its prefix;
   * `apple-touch-icon.png` of the site.
   */
  readonly paths: readonly string[];
};

/** Paths for screens with one and with two pixels for each of the page's, and the files that they name. */
export type SitePhoto = {
  readonly avif: readonly string[];
  readonly jpeg: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
};
