import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The version of an installed package, or `none`; it is read, not loaded. */
export async function readVersion(name: string): Promise<string> {
  try {
    const [home = ''] = import.meta.resolve(name).split(new RegExp(`(?<=/node_modules/${name}/)`));
    const { version } = JSON.parse(await readFile(fileURLToPath(new URL('package.json', home)), 'utf8'));
    return String(version);
  } catch {
    return 'none';
  }
}
