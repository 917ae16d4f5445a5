import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pointToProject } from '#build';
import { engineFolder, isThere, placeFile, printable, UserError } from '#cli';

const parts = ['modules', 'units', 'bootstrap'] as const;

/**
 * Copies modules, units and bootstrap from the package into a project's `infrastructure/`, and points its own files to them. Gives the
 * paths that were written. Throws a `UserError` where a copy is there already.
 */
export async function ejectInfrastructure(root: string): Promise<readonly string[]> {
  const folder = join(root, 'infrastructure');
  if (relative(engineFolder, root) === '') {
    throw new UserError('This is the repository of cloud-resume itself: its infrastructure is here already.');
  }
  for (const part of parts) {
    if (await isThere(join(folder, part)))
      throw new UserError(`infrastructure/${part} is here already. Move it away to eject once more.`);
  }
  const files = await listFiles(folder);
  if (files.length === 0)
    throw new UserError(`There is no infrastructure in ${printable(root)}. Run this in your project's folder.`);

  for (const part of parts) {
    await cp(join(engineFolder, 'infrastructure', part), join(folder, part), { recursive: true, errorOnExist: true });
  }
  const changed: string[] = [];
  for (const path of files) {
    const text = await readFile(path, 'utf8');
    const pointed = pointToProject(text);
    if (pointed === text) continue;
    await placeFile(path, pointed, (await stat(path)).mode);
    changed.push(relative(root, path));
  }
  return [...parts.map((part) => `infrastructure/${part}/`), ...changed.sort()];
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hcl') && !entry.parentPath.includes('.terragrunt-cache'))
    .map((entry) => join(entry.parentPath, entry.name));
}
