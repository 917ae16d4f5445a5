import { changeSite, type Stage } from './change-site.ts';
import { findMissingSources } from './find-missing-sources.ts';
import { nameRelease } from './name-release.ts';
import { openBook } from './open-book.ts';
import { type Change, isNothing, planChange } from './plan-change.ts';
import { areSame, type Release, type ReleaseFile } from './release.ts';
import type { ReleaseBook } from './release-book.ts';

/** How many releases are kept, the live one among them. */
export const keptReleases = 5;

/** A built site. */
export type SiteToPublish = {
  readonly files: readonly ReleaseFile[];
  /** The `content-security-policy` that its pages are made for. */
  readonly policy: string;
  readBody(file: ReleaseFile): Promise<Uint8Array>;
};

export type Publication =
  | {
      readonly kind: 'published';
      readonly release: Release;
      readonly change: Change;
      /** How many earlier releases there are to go back to. */
      readonly earlier: number;
    }
  /** The bucket holds all of it already. */
  | { readonly kind: 'unchanged'; readonly release: Release; readonly earlier: number }
  /** The deployed policy would stop these sources of the page; nothing was changed. */
  | { readonly kind: 'refused'; readonly missing: readonly string[] };

/**
 * Publishes a site: uploads what changed, its pages last, waits until CloudFront has forgotten the old ones, and records it
 * as a release. Five releases are kept. What was rolled back from is forgotten. When it is interrupted, visitors see a whole
 * site, and running it again ends it.
 */
export async function publishSite(stage: Stage, site: SiteToPublish): Promise<Publication> {
  const missing = findMissingSources(site.policy, await stage.distribution.readPolicy());
  if (missing.length > 0) return { kind: 'refused', missing };

  const open = await openBook(stage.bucket);
  const marks = await stage.bucket.list();
  const { book } = open;
  const position = book.releases.findIndex(({ id }) => id === book.current);
  const live = book.releases[position];
  const built = nameRelease(site, new Date(stage.now()));
  const isSame = live !== undefined && areSame(live, built);
  const release = isSame ? live : built;
  const older = position === -1 ? [] : book.releases.slice(position);
  const releases = isSame ? book.releases : [release, ...older].slice(0, keptReleases);
  const earlier = releases.length - 1 - releases.indexOf(release);

  const change = planChange(book, marks, release, releases);
  if (isSame && isNothing(change) && book.unfinished.length === 0) {
    // What an interruption after the record left.
    for (const key of change.forget) await stage.bucket.remove(key);
    return { kind: 'unchanged', release, earlier };
  }
  await changeSite(stage, open, change, release, createNext(book, release, releases), site.readBody);
  return { kind: 'published', release, change, earlier };
}

function createNext(book: ReleaseBook, { id }: Release, releases: readonly Release[]): ReleaseBook {
  const left = [...book.releases, ...book.unfinished].filter((release) => !releases.includes(release));
  return { version: 1, current: id, releases, unfinished: [], dropped: left };
}
