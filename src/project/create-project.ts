import { open, readdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { readStarter } from '#build';
import { isThere, makeFolder, printable, removeEmpty, UserError } from '#cli';
import { fillStarter, lockName, writeLock } from './lock.ts';

type NewProject = {
  /** The folder, which may be there already if nothing is in it. */
  readonly folder: string;
  readonly name: string;
  /** The site's address. Default: none yet. */
  readonly url?: string | undefined;
  /** The version of the package that the project gets. */
  readonly version: string;
  /** The résumé, where there is one already; by the name of its file. Default: the starter's. */
  readonly resume?: { readonly file: string; readonly text: string } | undefined;
};

/** What may lie in a folder before a project does: version control, what systems leave everywhere, and a preview of nothing. */
const harmless = new Set(['.git', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.idea', '.vscode', '.local']);

/** Writes a new project and gives its paths. Throws a `UserError` where anything is in the way: nothing is ever overwritten. */
export async function createProject({
  folder,
  name,
  url = '',
  version,
  resume,
}: NewProject): Promise<readonly string[]> {
  await refuseOccupied(folder);
  const words = { name, url, package: toPackageName(basename(folder)) };
  const files = new Map(fillStarter(await readStarter(), words, version));
  if (resume !== undefined) {
    files.delete('resume.yaml');
    files.set(resume.file, resume.text);
  }
  const lock = writeLock(version, words, files);
  const isNew = !(await isThere(folder));
  const begun: string[] = [];
  try {
    for (const [path, text] of [...files, [lockName, lock] as const]) {
      await makeFolder(dirname(join(folder, path)));
      const handle = await open(join(folder, path), 'wx');
      begun.push(path);
      await handle.writeFile(text).finally(() => handle.close());
    }
  } catch (cause) {
    await takeBack(folder, begun, isNew);
    const remedy = 'Check that it is yours to write and that the disk has room; nothing was left there.';
    throw new Error(`${printable(folder)} cannot be written. ${remedy}`, { cause });
  }
  return [...files.keys(), relative(folder, join(folder, lockName))];
}

/** Takes away what was begun, or half a project would be in the way of the next try. */
async function takeBack(folder: string, paths: readonly string[], isNew: boolean): Promise<void> {
  for (const path of paths) await rm(join(folder, path), { force: true }).catch(() => {});
  for (const path of paths) await removeEmpty(folder, dirname(path));
  if (isNew) await rmdir(folder).catch(() => {});
}

/** Throws a `UserError` where a folder has anything in it that a project could meet. */
export async function refuseOccupied(folder: string): Promise<void> {
  const found = await readdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !(await isThere(folder))) return [];
    if (error.code === 'ENOENT' || error.code === 'ELOOP')
      throw new UserError(
        `${printable(folder)} is a link that leads nowhere. Take it away, or name another folder.`,
        2,
      );
    if (error.code === 'ENOTDIR') {
      const what = (await isThere(folder)) ? 'is a file' : 'leads through a file';
      throw new UserError(`${printable(folder)} ${what}. Name a folder that is empty or not there yet.`, 2);
    }
    throw new Error(`The folder ${printable(folder)} cannot be read. Check its permissions.`, { cause: error });
  });
  const inTheWay = found.filter((one) => !harmless.has(one));
  if (inTheWay.length > 0) {
    const shown = `${inTheWay.slice(0, 3).map(printable).join(', ')}${inTheWay.length > 3 ? ', …' : ''}`;
    throw new UserError(
      `${printable(folder)} is not empty (${shown}), and nothing is overwritten. Name another folder.`,
      2,
    );
  }
}

function toPackageName(folder: string): string {
  const name = folder
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  return name === '' ? 'my-resume' : name;
}
