import { rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Removes a folder by its path in another one, and those above it in there, as long as nothing is in them. */
export async function removeEmpty(root: string, path: string): Promise<void> {
  if (path === '.') return;
  const isGone = await rmdir(join(root, path)).then(
    () => true,
    () => false,
  );
  if (isGone) await removeEmpty(root, dirname(path));
}
