import type { Bucket, Distribution } from '#aws';
import type { OpenBook } from './open-book.ts';
import type { Change } from './plan-change.ts';
import type { Release, ReleaseFile } from './release.ts';
import { bodyKey, type ReleaseBook, siteKey } from './release-book.ts';

/** What is being done, for whoever waits. */
export type Step =
  | { readonly kind: 'storing' | 'placing' | 'removing'; readonly paths: readonly string[] }
  | { readonly kind: 'invalidating'; readonly paths: readonly string[] }
  /** CloudFront has not forgotten everywhere yet, after so many milliseconds. */
  | { readonly kind: 'waiting'; readonly ms: number };

/** What publishing and rolling back work with. */
export type Stage = {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  /** The present time, in milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
  report(step: Step): void;
};

const atOnce = 8;
const pollMs = 2000;
const mostMs = 15 * 60_000;

/**
 * Carries out a change. The book says first what is begun and last what is done, so that an interrupted change can be run
 * again; until its pages are in place, visitors see the release before.
 */
export async function changeSite(
  stage: Stage,
  { book, write }: OpenBook,
  change: Change,
  target: Release,
  done: ReleaseBook,
  readBody: (file: ReleaseFile) => Promise<Uint8Array>,
): Promise<void> {
  const { bucket, report } = stage;
  await write({ ...book, unfinished: [...book.unfinished.filter(({ id }) => id !== target.id), target] });

  if (change.store.length > 0) report({ kind: 'storing', paths: change.store.map(({ path }) => path) });
  await forEach(change.store, async (file) => bucket.store(bodyKey(file), await readBody(file), file.sha256));
  for (const group of change.place) {
    if (group.length > 0) report({ kind: 'placing', paths: group.map(({ path }) => path) });
    await forEach(group, (file) => bucket.copy(bodyKey(file), siteKey(file.path), file));
  }
  if (change.remove.length > 0) report({ kind: 'removing', paths: change.remove });
  await forEach(change.remove, (path) => bucket.remove(siteKey(path)));
  if (change.invalidate.length > 0) await invalidate(stage, change.invalidate);

  await write(done);
  await forEach(change.forget, (key) => bucket.remove(key));
}

async function invalidate({ distribution, now, pause, report }: Stage, paths: readonly string[]): Promise<void> {
  report({ kind: 'invalidating', paths });
  const start = now();
  const id = await distribution.invalidate(paths);
  while (!(await distribution.isInvalidated(id))) {
    const ms = now() - start;
    if (ms > mostMs) {
      throw new Error(
        `CloudFront has not forgotten the old files after ${mostMs / 60_000} minutes (invalidation ${id}). The new ones are in place; run this again to wait for it.`,
      );
    }
    report({ kind: 'waiting', ms });
    await pause(pollMs);
  }
}

async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const run = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, run));
  } finally {
    // Nothing more is begun once one has failed.
    waiting.length = 0;
  }
}
