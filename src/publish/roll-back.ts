import { changeSite, type Stage } from './change-site.ts';
import { findMissingSources } from './find-missing-sources.ts';
import { openBook } from './open-book.ts';
import { type Change, isNothing, planChange } from './plan-change.ts';
import type { Release } from './release.ts';
import { bodyKey, type ReleaseBook } from './release-book.ts';

export type Rollback =
  | {
      readonly kind: 'rolled back';
      readonly release: Release;
      readonly change: Change;
      /** What its pages need and the deployed policy does not let in, such as an earlier script of the counter. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly release: Release }
  /** There is no such release, or none before the live one. */
  | { readonly kind: 'none'; readonly releases: readonly Release[] }
  /** Contents of it are no longer in the bucket; nothing was changed. */
  | { readonly kind: 'incomplete'; readonly release: Release; readonly paths: readonly string[] };

/**
 * Makes an earlier release live again, or a later one that was rolled back from: the one with the id `to`, by default the one
 * before the live one, so that rolling back twice goes back twice. After an interrupted publication the default is the
 * release that was live before it.
 */
export async function rollBack(stage: Stage, to?: string): Promise<Rollback> {
  const open = await openBook(stage.bucket);
  const { book } = open;
  const release = findTarget(book, to);
  if (!release) return { kind: 'none', releases: book.releases };

  const marks = await stage.bucket.list();
  const lost = release.files.filter((file) => !marks.has(bodyKey(file)));
  if (lost.length > 0) return { kind: 'incomplete', release, paths: lost.map(({ path }) => path) };

  const change = planChange(book, marks, release, book.releases);
  const isLive = book.current === release.id && book.unfinished.length === 0;
  if (isLive && isNothing(change)) return { kind: 'unchanged', release };
  const missing = findMissingSources(release.policy, await stage.distribution.readPolicy());
  const done: ReleaseBook = { ...book, current: release.id, unfinished: [], dropped: book.unfinished };
  await changeSite(stage, open, change, release, done, () => {
    throw new Error(`The release ${release.id} is whole in the bucket, so nothing of it can be missing.`);
  });
  return { kind: 'rolled back', release, change, missing };
}

function findTarget({ current, releases, unfinished }: ReleaseBook, to: string | undefined): Release | undefined {
  if (to !== undefined) return releases.find(({ id }) => id === to);
  const position = releases.findIndex(({ id }) => id === current);
  return position === -1 ? undefined : releases[unfinished.length > 0 ? position : position + 1];
}
