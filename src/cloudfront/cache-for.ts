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
