import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { type StartTimer, startOwnTimer } from '#edge';

export type Watched = {
  /** Folders to watch with all that is in them; one that is missing is watched once it is there. */
  readonly trees: readonly string[];
  /** Single files, and folders of which only coming and going counts; they may be missing. */
  readonly files: readonly string[];
  /** Tells further files in the folders of these by their path. Default: there are none. */
  readonly isFile?: (path: string) => boolean;
};

type Watch = { stop(): void };

// Editors write a file in several steps, some by way of another name; what comes within this time is one change.
const settleMs = 20;

/**
 * Calls `changed` with the paths that were written, made or removed, once they have settled, one call after the other: what
 * changes during a call comes together after it. When a call rejects, or a new folder cannot be watched, `failed` is told and there
 * are no more. It watches folders rather than files, because a file that an editor replaces is another file.
 */
export function watchFiles(
  { trees, files, isFile = () => false }: Watched,
  changed: (paths: readonly string[]) => Promise<void>,
  failed: (error: unknown) => void,
): Watch {
  const watchers = new Map<string, FSWatcher>();
  const changes = collectChanges(async (paths) => {
    watchFolders();
    await changed(paths);
  }, failed);

  function note(path: string) {
    const isInside = trees.some((tree) => path.startsWith(join(tree, '/')));
    if (files.includes(path) || isFile(path) || isInside) changes.note(path);
  }

  // Again after each change: folders come and go.
  function watchFolders() {
    const present = new Set([...trees.flatMap(listFolders), ...files.map((file) => dirname(file))]);
    for (const [folder, watcher] of watchers) {
      if (present.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of present) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_, name) => note(join(folder, name ?? '')));
        watcher.on('error', () => watchers.delete(folder));
        watchers.set(folder, watcher);
      } catch (error) {
        // It may have gone away just now.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }

  function stop() {
    changes.stop();
    for (const watcher of watchers.values()) watcher.close();
  }

  try {
    watchFolders();
  } catch (error) {
    stop();
    throw error;
  }
  return { stop };
}

type Changes = { note(path: string): void; stop(): void };

/** Collects paths until they have settled and those before them are worked on; then `changed` gets them together. */
export function collectChanges(
  changed: (paths: readonly string[]) => Promise<void>,
  failed: (error: unknown) => void,
  startTimer: StartTimer = startOwnTimer,
): Changes {
  const paths = new Set<string>();
  let stopTimer = () => {};
  let isBusy = false;

  function tell() {
    if (isBusy || paths.size === 0) return;
    const settled = [...paths];
    paths.clear();
    isBusy = true;
    // What fails leaves it busy: nothing more is told.
    changed(settled).then(() => {
      isBusy = false;
      tell();
    }, failed);
  }

  return {
    note(path) {
      paths.add(path);
      stopTimer();
      stopTimer = startTimer(tell, settleMs);
    },
    stop() {
      stopTimer();
      isBusy = true;
    },
  };
}

function listFolders(tree: string): readonly string[] {
  try {
    const entries = readdirSync(tree, { recursive: true, withFileTypes: true });
    const inside = entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
    return [tree, ...inside];
  } catch {
    // It is missing, or went away just now.
    return [];
  }
}
