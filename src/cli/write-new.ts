import { writeFile } from 'node:fs/promises';
import { printable } from './printable.ts';
import { UserError } from './user-error.ts';

/** Writes a file that must not be there yet; throws a `UserError` with the remedy where it is, and where it has no folder. */
export async function writeNew(path: string, name: string, text: string, remedy: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UserError(explainPresent(name, remedy), 2);
    if (code === 'ENOENT') throw new UserError(`There is no folder for ${printable(name)}. Make it first.`, 2);
    throw new Error(`${name} cannot be written. Check that the folder is yours to write and that the disk has room.`, {
      cause,
    });
  }
}

/** Says that a file is there, and what to do about it. */
export function explainPresent(name: string, remedy: string): string {
  return `${printable(name)} is here already, and nothing is overwritten. ${remedy}`;
}
