import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const found = new Map<string, Promise<string>>();

/** The version of an installed package, or `none`; it is read, not loaded, and only once, though a build asks several times. */
export function readVersion(name: string): Promise<string> {
  const version = found.get(name) ?? read(name);
  found.set(name, version);
  return version;
}

async function read(name: string): Promise<string> {
  const home = findHome(name);
  if (home === undefined) return 'none';
  try {
    return String(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')).version);
  } catch {
    return 'none';
  }
}

/** The folder of an installed package; nothing where it is not. */
export function findHome(name: string): string | undefined {
  try {
    const [home = ''] = import.meta.resolve(name).split(new RegExp(`(?<=/node_modules/${name}/)`));
    return fileURLToPath(home);
  } catch {
    return undefined;
  }
}
