import { open, rm } from 'node:fs/promises';
import { printable } from './printable.ts';
import { UserError } from './user-error.ts';

/** Writes a file that must not be there yet; throws a `UserError` with the remedy where it is, and where it has no folder. */
export async function writeNew(path: string, name: string, text: string, remedy: string): Promise<void> {
  try {
    const handle = await open(path, 'wx');
    // Half of it would be in the way of the next try.
    await handle
      .writeFile(text)
      .catch(async (error) => {
        await rm(path, { force: true }).catch(() => {});
        throw error;
      })
      .finally(() => handle.close());
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UserError(explainPresent(name, remedy), 2);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`There is no folder for ${printable(name)}. Make it first.`, 2);
    const whatToDo = 'Check that the folder is yours to write and that the disk has room.';
    throw new Error(`${printable(name)} cannot be written. ${whatToDo}`, { cause });
  }
}

/** Says that a file is there, and what to do about it. */
export function explainPresent(name: string, remedy: string): string {
  return `${printable(name)} is here already, and nothing is overwritten. ${remedy}`;
}
