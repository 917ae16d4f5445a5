/**
 * Creates what turns changes of files into builds, one after the other: what changes during a build waits and is built
 * together. `failed` gets the first fault, after which nothing more is built.
 */
export function createRebuild(
  build: (paths: readonly string[]) => Promise<void>,
  failed: (fault: unknown) => void,
): (paths: readonly string[]) => void {
  let queue = Promise.resolve();
  let waiting: Set<string> | undefined;

  return function rebuild(paths) {
    if (waiting) {
      for (const path of paths) waiting.add(path);
      return;
    }
    waiting = new Set(paths);
    queue = queue.then(() => {
      const together = [...(waiting ?? [])];
      waiting = undefined;
      return build(together);
    });
    queue.catch(failed);
  };
}
