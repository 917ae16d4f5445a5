import type { CloudReader } from '#aws';
import type { Cache } from './create-cache.ts';

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
