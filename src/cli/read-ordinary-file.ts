import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { isThere } from './is-there.ts';
import { printable } from './printable.ts';
import { UserError } from './user-error.ts';

const chunkBytes = 64 * 1024;

type OrdinaryFile = {
  readonly path: string;
  /** As the person knows it. */
  readonly name: string;
  /** The folder that no link may leave, nor lead to what is hidden in it. Default: links may go anywhere. */
  readonly within?: string | undefined;
  readonly maxBytes: number;
  /** The remedy where there is a wrong thing in its place: `Name another file.` */
  readonly remedy: string;
  /** Default: 1. */
  readonly exitCode?: 1 | 2;
};

/** Reads a file that a person put somewhere. Throws a `UserError` that names it when it is missing, or not a plain file of theirs. */
export async function readOrdinaryFile(file: OrdinaryFile): Promise<Buffer> {
  const { path, within, maxBytes, remedy, exitCode = 1 } = file;
  const name = printable(file.name);
  const refuse = (what: string): never => {
    throw new UserError(`${name} ${what}. ${remedy}`, exitCode);
  };
  try {
    const handle = await openOrdinary(path, within, refuse);
    try {
      return (await readUpTo(handle, maxBytes)) ?? refuse(`has more than ${maxBytes / 1_000_000} MB`);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const isLink = await lstat(path).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    if (code === 'ELOOP' || (code === 'ENOENT' && isLink)) return refuse('is a link that leads nowhere');
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`There is no file ${name}. Check its name.`, exitCode);
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`${name} may not be read by this user. Check its permissions.`, exitCode);
    return refuse(`cannot be read (${code})`);
  }
}

/** Reads a small text of a project, such as an `env.hcl`; empty where there is none. Throws a `UserError` for what is no plain file. */
export async function readSettingsFile(
  path: string,
  options: Partial<Pick<OrdinaryFile, 'name' | 'within' | 'remedy'>> = {},
): Promise<string> {
  if (!(await isThere(path))) return '';
  const remedy = 'Put an ordinary file there, or take this away.';
  return (await readOrdinaryFile({ path, name: path, maxBytes: 1_000_000, remedy, ...options })).toString('utf8');
}

// An editor that saves puts another file in its place; nobody does that ten times in a row for a good reason.
const maxTries = 10;

/** Opens what a path leads to, which may change at any time: what is opened is what was looked at. */
async function openOrdinary(
  path: string,
  within: string | undefined,
  refuse: (what: string) => never,
): Promise<FileHandle> {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const real = await followLinks(path, within, refuse);
    refuseOthers(await stat(real), refuse);
    // By now it could be a pipe, which never answers, or a link.
    const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ELOOP') throw error;
      },
    );
    if (!handle) continue;
    try {
      refuseOthers(await handle.stat(), refuse);
      if (within === undefined || (await isStill(handle, real))) return handle;
    } catch (error) {
      await handle.close();
      throw error;
    }
    await handle.close();
  }
  return refuse('is replaced again and again while it is read');
}

/** Tells whether what was opened is what stands there. Linux knows where an open file is; elsewhere its number has to do. */
async function isStill(handle: FileHandle, real: string): Promise<boolean> {
  const place = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => undefined);
  if (place !== undefined) return place === real;
  const [opened, found] = await Promise.all([handle.stat({ bigint: true }), lstat(real, { bigint: true })]);
  return found.dev === opened.dev && found.ino === opened.ino && (await realpath(real)) === real;
}

async function followLinks(path: string, within: string | undefined, refuse: (what: string) => never): Promise<string> {
  const real = await realpath(path);
  const isAllowed = within === undefined || isInside(real, await realpath(within));
  return isAllowed ? real : refuse('is a link that leaves the project, or leads to what is hidden in it');
}

function isInside(real: string, folder: string): boolean {
  const inside = relative(folder, real);
  return !isAbsolute(inside) && inside.split(sep).every((part) => !part.startsWith('.') || part === '.well-known');
}

function refuseOthers(found: Stats, refuse: (what: string) => never): void {
  if (found.isDirectory()) refuse('is a folder');
  if (!found.isFile()) refuse('is not an ordinary file');
}

// What a file says of its size does not bind it: those of /proc say 0.
async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  while (bytes <= maxBytes) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
    if (bytesRead === 0) return Buffer.concat(chunks, bytes);
    chunks.push(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
  return undefined;
}
