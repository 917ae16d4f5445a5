import { lstat, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, printable, removeEmpty, UserError } from '#cli';
import { hashBytes, readManifest } from './manifest.ts';

type WrittenDist = {
  /** Files that changed or are new. */
  readonly written: readonly string[];
  /** Files of the build before that this one does not have. */
  readonly removed: readonly string[];
};

/**
 * Writes the files of a build into a folder, by path relative to it, and removes what only the build before made.
 *
 * What no build made is never touched: when it is in the way that is a mistake, and nothing is written at all. Everything
 * is written beside its place first, so that a build which fails leaves the one before whole.
 */
export async function writeDist(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<WrittenDist> {
  const before = await listBuild(folder);
  await refuseLinks(folder, [...files.keys(), ...before.keys()]);
  const written: string[] = [];
  const places = await Promise.all([...files.keys()].map((path) => read(join(folder, path))));
  for (const [index, [path, body]] of [...files].entries()) {
    const found = places[index];
    if (found === 'no file') {
      throw new UserError(
        `${printable(join(folder, path))} cannot be written: what has its name is not a file, or a file has the name of its folder. Move that away, or choose another folder with --out.`,
        2,
      );
    }
    if (found && Buffer.compare(found, body) === 0) continue;
    if (found && !before.has(path)) {
      const remedy = 'Move it away, or choose another folder with --out.';
      throw new UserError(`${printable(join(folder, path))} is in the way: no earlier build made it. ${remedy}`, 2);
    }
    written.push(path);
  }

  if (written.length > 0) await place(written, files, folder);
  return { written, removed: await removeStale(folder, before, files) };
}

/** A folder in it that is a link would lead to what is somebody else's. */
async function refuseLinks(folder: string, paths: readonly string[]): Promise<void> {
  const above = (path: string): readonly string[] => (path === '.' ? [] : [path, ...above(dirname(path))]);
  for (const path of new Set(paths.flatMap((path) => above(dirname(path))))) {
    const found = await lstat(join(folder, path)).catch(() => undefined);
    if (!found?.isSymbolicLink()) continue;
    const remedy = 'Take that away, or choose another folder with --out.';
    throw new UserError(
      `${printable(join(folder, path))} is a link, and a build writes into no other folder. ${remedy}`,
      2,
    );
  }
}

async function place(paths: readonly string[], files: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    const aside = await mkdtemp(join(folder, '.build-'));
    await move(paths, files, aside, folder).finally(() => rm(aside, { recursive: true, force: true }));
  } catch (error) {
    throw new Error(
      `${printable(folder)} cannot be written. Check that it is yours to write and that the disk has room.`,
      {
        cause: error,
      },
    );
  }
}

async function move(paths: readonly string[], files: ReadonlyMap<string, Uint8Array>, aside: string, folder: string) {
  for (const [index, path] of paths.entries()) {
    await makeFolder(dirname(join(folder, path)));
    await writeFile(join(aside, String(index)), files.get(path) ?? '');
  }
  for (const [index, path] of paths.entries()) await rename(join(aside, String(index)), join(folder, path));
}

/** The files that the build before made, with their hashes where the manifest has them. */
async function listBuild(folder: string): Promise<ReadonlyMap<string, string | undefined>> {
  const found = await read(join(folder, 'manifest.json'));
  const manifest = found instanceof Uint8Array ? readManifest(found.toString('utf8')) : undefined;
  if (!manifest) return new Map();
  return new Map<string, string | undefined>([
    ...manifest.files.map(({ path, sha256 }) => [`site/${path}`, sha256] as const),
    ['lambda.zip', manifest.lambda.sha256],
    ['lambda/index.mjs', undefined],
    ['manifest.json', undefined],
  ]);
}

async function removeStale(
  folder: string,
  before: ReadonlyMap<string, string | undefined>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const [path, hash] of before) {
    if (files.has(path)) continue;
    const found = await read(join(folder, path));
    // Somebody who changed it made it theirs.
    if (!(found instanceof Uint8Array) || hashBytes(found) !== hash) continue;
    await rm(join(folder, path));
    await removeEmpty(folder, dirname(path));
    removed.push(path);
  }
  return removed;
}

async function read(path: string): Promise<Buffer | 'no file' | undefined> {
  // A pipe would never answer.
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) return 'no file';
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (['EISDIR', 'ENOTDIR', 'ELOOP'].includes(error.code ?? '')) return 'no file' as const;
    throw new Error(`${printable(path)} cannot be read. Check its permissions.`, { cause: error });
  });
}
