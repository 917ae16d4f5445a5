import type { CloudReader } from '#aws';
import type { Answer } from '#edge';

export type CacheEntry = {
  /** The path that it was read from the origin by. */
  readonly path: string;
  readonly answer: Answer;
  /** The origin's own `etag`, to ask whether it is still the newest. */
  readonly etag: string | undefined;
  /** In milliseconds since 1970. */
  readonly keptAt: number;
  readonly freshUntil: number;
};

export type Cache = {
  find(key: string): CacheEntry | undefined;
  keep(key: string, kept: CacheEntry): void;
  /** Forgets what was read by a path that matches, and says how many answers that were. */
  drop(pattern: string): number;
};

/** Creates a cache in memory. Default of `most`, the number of answers: 1000; after that the oldest is forgotten. */
export function createCache({ most = 1000 }: { readonly most?: number } = {}): Cache {
  const all = new Map<string, CacheEntry>();
  return {
    find: (key) => all.get(key),
    keep(key, kept) {
      all.delete(key);
      all.set(key, kept);
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    drop(pattern) {
      const dropped = [...all].filter(([, { path }]) => matchInvalidation(pattern, path));
      for (const [key] of dropped) all.delete(key);
      return dropped.length;
    },
  };
}

type InvalidatorTools = {
  readonly reader: Pick<CloudReader, 'listInvalidations' | 'readInvalidation'>;
  readonly cache: Cache;
  readonly log: (text: string) => void;
};

/** Creates a check for new invalidations, each of which it carries out once and tells to `log`. Those that the first call finds are old. */
export function createInvalidator(
  distributionId: string,
  { reader, cache, log }: InvalidatorTools,
): () => Promise<void> {
  let done: ReadonlySet<string> | undefined;
  return async function invalidate() {
    const ids = await reader.listInvalidations(distributionId);
    const fresh = done ? ids.filter((id) => !done?.has(id)) : [];
    for (const id of fresh) {
      const paths = await reader.readInvalidation(distributionId, id);
      const dropped = paths.reduce((sum, path) => sum + cache.drop(path), 0);
      log(`Invalidation ${id}: ${paths.join(' ')} (${dropped} forgotten)`);
    }
    done = new Set(ids);
  };
}

// Only a `*` at the end means more than itself: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
function matchInvalidation(pattern: string, path: string): boolean {
  const wanted = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}

/**
 * Remembers what `read` gives for so many milliseconds. When it fails later on, the last good value stays for as long again, and
 * `log` knows why; when it fails at first, so does this.
 */
export function cacheFor<Value>(
  ms: number,
  read: () => Promise<Value>,
  { now, log }: { readonly now: () => Date; readonly log: (text: string) => void },
): () => Promise<Value> {
  let last: Promise<Value> | undefined;
  let readAt = 0;
  return function recall() {
    const time = now().getTime();
    if (last && time - readAt < ms) return last;
    const before = last;
    readAt = time;
    last = read().catch((error: Error) => {
      if (!before) {
        last = undefined;
        throw error;
      }
      log(`${error.message} The edge goes on with what it knew before.`);
      return before;
    });
    return last;
  };
}
