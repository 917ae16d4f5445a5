import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isBelow } from '#build';
import { isThere, readOrdinaryFile, UserError } from '#cli';
import { type Lock, lockName, readLock } from './lock.ts';

/** Reads what a project remembers. Throws a `UserError` where it is none. */
export async function readProject(root: string): Promise<Lock> {
  const lock = readLock((await readProjectFile(join(root, lockName))) ?? '');
  if (lock) return lock;
  throw new UserError(
    `${join(root, lockName)} is missing or damaged, so nobody knows what was changed here. Run this in a project that npm create cloud-resume made, or bring the file back from Git.`,
  );
}

/**
 * Reads a file of the starter as the person has it. Throws a `UserError` where it lies elsewhere by a link, is no text, or where an
 * earlier upgrade left a choice in it that is not made: what is merged is written.
 */
export async function readTouched(root: string, path: string): Promise<string | undefined> {
  await refuseLink(root, path);
  const bytes = await readBytes(join(root, path));
  const text = bytes && decode(path, bytes);
  if (text === undefined || !/^<{7} yours\r?$/m.test(text) || !/^>{7} cloud-resume /m.test(text)) return text;
  throw new UserError(
    `${path} still has the marks of an earlier upgrade. Choose between <<<<<<< and >>>>>>>, delete them, then run this again.`,
    1,
  );
}

/** A link out of the project is followed neither in reading nor in writing, one to a file that is not there neither. */
async function refuseLink(root: string, path: string): Promise<void> {
  const real = await realpath(join(root, path)).catch(() => undefined);
  const isLink = await lstat(join(root, path)).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  // What is not there yet would be written into the folder that is.
  if (real === undefined && !isLink) return path === '.' ? undefined : refuseLink(root, dirname(path));
  if (real !== undefined && isBelow(await realpath(root), real)) return;
  throw new UserError(
    `${path} is a link that leads out of the project, or nowhere. Put an ordinary file there, or take it away.`,
    1,
  );
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const remedy = 'Save it as UTF-8, or move it away, then run this again.';
    throw new UserError(`${path} is no UTF-8 text, so nothing can be merged into it. ${remedy}`, 1);
  }
}

export async function readProjectFile(path: string): Promise<string | undefined> {
  return (await readBytes(path))?.toString('utf8');
}

async function readBytes(path: string): Promise<Buffer | undefined> {
  if (!(await isThere(path))) return undefined;
  const remedy = 'Put an ordinary file there, or take this away.';
  return readOrdinaryFile({ path, name: path, maxBytes: 10_000_000, remedy });
}
