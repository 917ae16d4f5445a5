import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { printable, suggest, UserError } from '#cli';

/** One of the environments that `infrastructure/live` describes. */
export type Environment = {
  readonly name: string;
  /** Its folder, with a folder for each unit in it. */
  readonly folder: string;
};

/** Finds the environment that a person named; `command` is what they wanted to do with it. */
export async function findEnvironment(
  root: string,
  named: string | undefined,
  command: string,
  /** More to say when there is none. */
  hint = '',
): Promise<Environment> {
  const live = join(root, 'infrastructure', 'live');
  const names = await listFolders(live);
  if (names.length === 0) {
    throw new UserError(`There is no environment in ${live}. Run this in the project's folder.${hint}`, 2);
  }
  if (named === undefined) {
    throw new UserError(`Say which environment: npx cloud-resume ${command} ${names.join(' or ')}.${hint}`, 2);
  }
  if (names.includes(named)) return { name: named, folder: join(live, named) };
  const meant = suggest(named, names);
  const remedy = meant ? `Did you mean "${meant}"?` : `Those in infrastructure/live are ${names.join(', ')}.`;
  throw new UserError(`There is no environment "${printable(named)}". ${remedy}${hint}`, 2);
}

/** Finds the environment that a person named, or all of them. */
export async function findEnvironments(
  root: string,
  named: string | undefined,
  command: string,
): Promise<readonly Environment[]> {
  const live = join(root, 'infrastructure', 'live');
  const all = named === undefined ? await listFolders(live) : [];
  if (all.length > 0) return all.map((name) => ({ name, folder: join(live, name) }));
  return [await findEnvironment(root, named, command)];
}

async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw new Error(`The folder ${folder} cannot be read. Check its permissions.`, { cause: error });
  });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const odd = names.find((name) => !/^[\w.-]+$/.test(name));
  if (odd === undefined) return names.sort();
  throw new UserError(
    `infrastructure/live/${printable(odd)} cannot be the name of an environment, which becomes part of many names on AWS. Rename the folder: letters, digits and hyphens are good.`,
    2,
  );
}
