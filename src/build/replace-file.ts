import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Replaces a file's text at once, so that nobody ever reads half of it; its permissions and a link to it stay. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const aside = `${target}.${randomUUID()}.new`;
  try {
    await writeFile(aside, text, { flag: 'wx' });
    await chmod(aside, (await stat(target)).mode);
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
    throw new Error(`${path} cannot be replaced. Check that its folder is yours to write; the file is as it was.`, {
      cause: error,
    });
  }
}
