import { realpath, stat } from 'node:fs/promises';
import { placeFile, printable } from '#cli';

/** Replaces a file's text at once, so that nobody ever reads half of it; its permissions and a link to it stay. */
export async function replaceFile(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path);
    await placeFile(target, text, (await stat(target)).mode);
  } catch (cause) {
    const remedy = 'Check that its folder is yours to write and that the disk has room; the file is as it was.';
    throw new Error(`${printable(path)} cannot be replaced. ${remedy}`, { cause });
  }
}
