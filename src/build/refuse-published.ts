import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { printable, UserError } from '#cli';
import { isBelow } from './find-resume.ts';
import { readManifest } from './manifest.ts';

/** Throws a `UserError` for a file that would be published: in `public/`, `dist/` or another folder of a build, by links too. */
export async function refusePublished(path: string, name: string, root: string): Promise<void> {
  const places = [path, await resolveLinks(path)];
  const named = ['dist', 'public'].map((folder) => join(root, folder));
  const published = [...named, ...(await Promise.all(named.map(resolveLinks)))];
  const isPublished = places.some((place) => published.some((folder) => isBelow(folder, place)));
  const built = await Promise.all(places.flatMap(listFolders).map(isBuilt));
  if (!isPublished && !built.includes(true)) return;
  const remedy = 'Name a file outside of dist/ and public/ with --out.';
  throw new UserError(`${printable(name)} would be published, but this PDF is private. ${remedy}`, 2);
}

/** Where a path leads that may not be there yet. */
async function resolveLinks(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (found !== undefined || dirname(path) === path) return found ?? path;
  return join(await resolveLinks(dirname(path)), basename(path));
}

function listFolders(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...listFolders(folder)];
}

async function isBuilt(folder: string): Promise<boolean> {
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '');
  return readManifest(manifest) !== undefined;
}
