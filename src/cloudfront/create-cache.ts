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

const maxAnswers = 1000;

/** Creates a cache in memory. When it is full, the oldest answer is forgotten. */
export function createCache(): Cache {
  const all = new Map<string, CacheEntry>();
  return {
    find: (key) => all.get(key),
    keep(key, kept) {
      all.delete(key);
      all.set(key, kept);
      const [oldest] = all.keys();
      if (all.size > maxAnswers && oldest !== undefined) all.delete(oldest);
    },
    drop(pattern) {
      const dropped = [...all].filter(([, { path }]) => matchInvalidation(pattern, path));
      for (const [key] of dropped) all.delete(key);
      return dropped.length;
    },
  };
}

// Only a `*` at the end means more than itself: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
function matchInvalidation(pattern: string, path: string): boolean {
  const wanted = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}
