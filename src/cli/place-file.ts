import { randomUUID } from 'node:crypto';
import { chmod, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts a whole file in its place at once: nobody ever reads half of it, and where it cannot be written, the one before stays as
 * it is. A link is replaced, not followed. Default of `mode`: what new files have.
 */
export async function placeFile(path: string, body: string | Uint8Array, mode?: number): Promise<void> {
  // Hidden, so that what a crash leaves of it is not published.
  const aside = join(dirname(path), `.${randomUUID()}.new`);
  try {
    await writeFile(aside, body, { flag: 'wx' });
    if (mode !== undefined) await chmod(aside, mode);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}
