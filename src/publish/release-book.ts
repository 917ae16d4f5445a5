import type { Release, ReleaseFile } from './release.ts';

/** What the bucket remembers of its releases; kept in it as `releases.json`, beside the site's folder. */
export type ReleaseBook = {
  readonly version: 1;
  /** The id of the release that visitors see; `null` before the first. */
  readonly current: string | null;
  /** Those that rollback knows, newest first. */
  readonly releases: readonly Release[];
  /** Begun and not recorded: publishing was interrupted. Until the next one ends, some of their files may be live. */
  readonly unfinished: readonly Release[];
  /** Those that the last change left behind; the next one looks whether their files are gone. */
  readonly dropped: readonly Release[];
};

export const emptyBook: ReleaseBook = { version: 1, current: null, releases: [], unfinished: [], dropped: [] };

/** Where the book lies in the bucket. */
export const bookKey = 'releases.json';

/** Where visitors find a file: CloudFront reads this folder alone. */
export function siteKey(path: string): string {
  return `site/${path}`;
}

/** Where a file's content is kept, for as long as a release needs it. */
export function bodyKey({ sha256 }: Pick<ReleaseFile, 'sha256'>): string {
  return `bodies/${sha256}`;
}

/** Reads a book, or nothing when the text is none that publishing wrote. */
export function parseBook(text: string): ReleaseBook | undefined {
  const book = parseJson(text) as Partial<ReleaseBook> | undefined | null;
  const isOurs =
    book?.version === 1 &&
    (book.current === null || typeof book.current === 'string') &&
    Array.isArray(book.releases) &&
    Array.isArray(book.unfinished) &&
    Array.isArray(book.dropped) &&
    [...book.releases, ...book.unfinished, ...book.dropped].every(isRelease);
  return isOurs ? (book as ReleaseBook) : undefined;
}

export function formatBook(book: ReleaseBook): string {
  return `${JSON.stringify(book, undefined, 1)}\n`;
}

function isRelease({ id, at, policy, files }: Partial<Release>): boolean {
  return [id, at, policy].every((value) => typeof value === 'string') && Array.isArray(files) && files.every(isFile);
}

function isFile({ path, bytes, sha256, type, cache }: Partial<ReleaseFile>): boolean {
  const isWhole = [path, type, cache].every((value) => typeof value === 'string') && typeof bytes === 'number';
  return isWhole && /^[0-9a-f]{64}$/.test(sha256 ?? '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
