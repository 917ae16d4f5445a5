import type { Distribution } from '#aws';
import { explainRace, type OpenIndex, type Publisher } from './lock-index.ts';
import type { Placement, SiteChange } from './plan-change.ts';
import type { Release, ReleaseFile } from './release.ts';
import { bodyKey, type ReleaseIndex, siteKey } from './release-index.ts';

/** What is being done, for whoever waits. */
export type Step =
  | { readonly kind: 'storing' | 'placing' | 'removing'; readonly paths: readonly string[] }
  | { readonly kind: 'invalidating'; readonly paths: readonly string[] }
  /** CloudFront has not forgotten everywhere yet, after so many milliseconds. */
  | { readonly kind: 'waiting'; readonly ms: number };

/** What publishing and rolling back work with. */
export type PublishContext = Publisher & {
  readonly distribution: Distribution;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
  report(step: Step): void;
};

/** A change, the release that it makes live, and what the index says when it is done. */
type PlannedChange = { readonly change: SiteChange; readonly target: Release; readonly done: ReleaseIndex };

const concurrency = 8;
const pollMs = 2000;
const maxMs = 15 * 60_000;

/**
 * Carries out a change. The index says first what is begun and last what is done, so that an interrupted change can be run
 * again; until its pages are in place, visitors see the release before. Others are kept out until the last file is deleted.
 */
export async function changeSite(
  context: PublishContext,
  open: OpenIndex,
  planned: PlannedChange,
  readBody: (file: ReleaseFile) => Promise<Uint8Array>,
): Promise<void> {
  const { index, lock, unlock } = open;
  const { change, target, done } = planned;
  await lock({ ...index, unfinished: [...index.unfinished.filter(({ id }) => id !== target.id), target] });
  try {
    await bringFiles(context, open, change, readBody);
    if (change.forget.length === 0) return await unlock(done);
    await lock(done);
    await forEach(change.forget, open, (key) => context.bucket.remove(key, open.guard));
    await unlock(done);
  } catch (error) {
    // Nobody has to wait for a run that has failed. When the lock was lost, or AWS cannot be reached, it runs out by itself.
    await unlock().catch(() => {});
    throw error;
  }
}

async function bringFiles(
  context: PublishContext,
  open: OpenIndex,
  { store, assets, files, pages, remove, invalidate }: SiteChange,
  readBody: (file: ReleaseFile) => Promise<Uint8Array>,
): Promise<void> {
  const { bucket, report } = context;
  const place = async (file: Placement) => {
    const isPlaced = await bucket.copy(bodyKey(file), siteKey(file.path), file, open.guard);
    if (!isPlaced) throw new Error(explainRace(bucket.name));
  };
  if (store.length > 0) report({ kind: 'storing', paths: store.map(({ path }) => path) });
  await forEach(store, open, async (file) => bucket.store(bodyKey(file), await readBody(file), file.sha256));
  for (const group of [assets, files, pages]) {
    if (group.length === 0) continue;
    // From the pages on visitors see it, so only who still holds the lock goes on.
    if (group === pages) await open.renew('now');
    report({ kind: 'placing', paths: group.map(({ path }) => path) });
    await forEach(group, open, place);
  }
  if (remove.length > 0) {
    await open.renew('now');
    report({ kind: 'removing', paths: remove });
    await forEach(remove, open, (path) => bucket.remove(siteKey(path), open.guard));
  }
  if (invalidate.length > 0) await forgetPaths(context, open, invalidate);
}

async function forgetPaths(
  { distribution, now, pause, report }: PublishContext,
  open: OpenIndex,
  paths: readonly string[],
): Promise<void> {
  report({ kind: 'invalidating', paths });
  const start = now();
  const id = await distribution.invalidate(paths);
  while (!(await distribution.isInvalidated(id))) {
    const ms = now() - start;
    if (ms > maxMs) {
      throw new Error(
        `CloudFront still keeps the old files after ${maxMs / 60_000} minutes (invalidation ${id}). The new ones are in place; run this again to wait for it.`,
      );
    }
    report({ kind: 'waiting', ms });
    await pause(pollMs);
    await open.renew();
  }
}

async function forEach<Item>(
  items: readonly Item[],
  { renew }: OpenIndex,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const run = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await renew();
      await work(item);
    }
  };
  const runs = await Promise.allSettled(
    Array.from({ length: concurrency }, () =>
      run().catch((error: unknown) => {
        // Nothing more is begun once one has failed.
        waiting.length = 0;
        throw error;
      }),
    ),
  );
  for (const one of runs) if (one.status === 'rejected') throw one.reason;
}
