import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const found = new Map<string, Promise<string>>();

/** The version of an installed package, or `none`; it is read, not loaded, and only once, though a build asks several times. */
export function readVersion(name: string): Promise<string> {
  const version = found.get(name) ?? read(name);
  found.set(name, version);
  return version;
}

async function read(name: string): Promise<string> {
  try {
    const [home = ''] = import.meta.resolve(name).split(new RegExp(`(?<=/node_modules/${name}/)`));
    const { version } = JSON.parse(await readFile(fileURLToPath(new URL('package.json', home)), 'utf8'));
    return String(version);
  } catch {
    return 'none';
  }
}
