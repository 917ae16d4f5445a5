import { changeSite, type PublishContext } from './change-site.ts';
import { findMissingSources } from './find-missing-sources.ts';
import { openIndex } from './lock-index.ts';
import { isEmptyChange, planChange, type SiteChange } from './plan-change.ts';
import type { Release } from './release.ts';
import { bodyKey, type ReleaseIndex } from './release-index.ts';

/** What came of going back. */
export type Rollback =
  | {
      readonly kind: 'rolled back';
      readonly release: Release;
      readonly change: SiteChange;
      /** What its pages need and the deployed policy does not let in, such as an earlier script of the counter. */
      readonly missing: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly release: Release }
  /** There is no such release, or none before the live one. */
  | { readonly kind: 'none' }
  /** Contents of it are no longer in the bucket; nothing was changed. */
  | { readonly kind: 'incomplete'; readonly release: Release; readonly paths: readonly string[] };

/**
 * Makes an earlier release live again, or a later one that was rolled back from: the one with the id `to`, by default the one
 * before the live one, so that rolling back twice goes back twice. After an interrupted publication the default is the
 * release that was live before it.
 */
export async function rollBack(context: PublishContext, to?: string): Promise<Rollback> {
  const open = await openIndex(context);
  const { index } = open;
  const release = findTarget(index, to);
  if (!release) return { kind: 'none' };

  const etags = await context.bucket.list();
  const lost = release.files.filter((file) => !etags.has(bodyKey(file)));
  if (lost.length > 0) return { kind: 'incomplete', release, paths: lost.map(({ path }) => path) };

  const change = planChange(index, etags, release, index.releases);
  const isLive = index.current === release.id && index.unfinished.length === 0;
  if (isLive && isEmptyChange(change)) return { kind: 'unchanged', release };
  const missing = findMissingSources(release.policy, await context.distribution.readPolicy());
  const done: ReleaseIndex = { ...index, current: release.id, unfinished: [], dropped: index.unfinished };
  await changeSite(context, open, { change, target: release, done }, () => {
    throw new Error(`Contents of ${release.id} are gone since the bucket was listed. Run this again.`);
  });
  return { kind: 'rolled back', release, change, missing };
}

function findTarget({ current, releases, unfinished }: ReleaseIndex, to: string | undefined): Release | undefined {
  if (to !== undefined) return releases.find(({ id }) => id === to);
  const position = releases.findIndex(({ id }) => id === current);
  return position === -1 ? undefined : releases[unfinished.length > 0 ? position : position + 1];
}
