import type { Bucket } from '#aws';
import { parseJson } from '#cli';
import type { Release, ReleaseFile } from './release.ts';

/** What the bucket remembers of its releases; kept in it as `releases.json`, beside the site's folder. */
export type ReleaseIndex = {
  readonly version: 1;
  /** The id of the release that visitors see; `null` before the first. */
  readonly current: string | null;
  /** Those that rollback knows, newest first. */
  readonly releases: readonly Release[];
  /** Begun and not recorded: publishing was interrupted. Until the next one ends, some of their files may be live. */
  readonly unfinished: readonly Release[];
  /** Those that the last change left behind; the next one looks whether their files are gone. */
  readonly dropped: readonly Release[];
  /** Who is changing the site. */
  readonly lock?: Lock;
};

export type Lock = {
  /** Such as `jane@laptop (process 4711)`. */
  readonly owner: string;
  /** Since when, in ISO 8601 and UTC. */
  readonly since: string;
  /** Until when it holds, unless it is renewed. */
  readonly until: string;
};

export const emptyIndex: ReleaseIndex = { version: 1, current: null, releases: [], unfinished: [], dropped: [] };

/** Where the index lies in the bucket. */
export const indexKey = 'releases.json';

/** Where visitors find a file: CloudFront reads this folder alone. */
export function siteKey(path: string): string {
  return `site/${path}`;
}

/** Where a file's content is kept, for as long as a release needs it. */
export function bodyKey({ sha256 }: Pick<ReleaseFile, 'sha256'>): string {
  return `bodies/${sha256}`;
}

/** Reads the index of a bucket with its ETag; an empty one when nothing has been published. */
export async function readReleaseIndex(
  bucket: Bucket,
): Promise<{ readonly index: ReleaseIndex; readonly etag: string | undefined }> {
  const found = await bucket.read(indexKey);
  const index = found ? parseIndex(found.text) : emptyIndex;
  if (index) return { index, etag: found?.etag };
  throw new Error(
    `${indexKey} in the bucket ${bucket.name} was not written by cloud-resume, so nothing was changed. Restore its earlier version in S3, or delete it to start over without earlier releases.`,
  );
}

/** Parses an index; nothing when publishing did not write the text. */
export function parseIndex(text: string): ReleaseIndex | undefined {
  const index = parseJson(text) as Partial<ReleaseIndex> | undefined | null;
  const isOurs =
    index?.version === 1 &&
    (index.current === null || typeof index.current === 'string') &&
    Array.isArray(index.releases) &&
    Array.isArray(index.unfinished) &&
    Array.isArray(index.dropped) &&
    [...index.releases, ...index.unfinished, ...index.dropped].every(isRelease) &&
    (index.lock === undefined || isLock(index.lock));
  return isOurs ? (index as ReleaseIndex) : undefined;
}

export function formatIndex(index: ReleaseIndex): string {
  return `${JSON.stringify(index, undefined, 1)}\n`;
}

function isRelease({ id, at, policy, files }: Partial<Release>): boolean {
  return areTexts(id, at, policy) && Array.isArray(files) && files.every(isFile);
}

function isFile({ path, bytes, sha256, type, cache }: Partial<ReleaseFile>): boolean {
  return areTexts(path, type, cache) && typeof bytes === 'number' && /^[0-9a-f]{64}$/.test(sha256 ?? '');
}

function isLock(lock: Partial<Lock> | null): boolean {
  return areTexts(lock?.owner, lock?.since, lock?.until);
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
