import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

const made = [
  'node_modules',
  '.git',
  'dist',
  'lib',
  '.local',
  '.terragrunt-cache',
  '.terraform',
  '.terraform.lock.hcl',
];

/** Makes a copy of the project in which everything may be done, as a fresh checkout after `npm install`. */
export function makeCheckout(project: string, folder: string): string {
  cpSync(project, folder, {
    recursive: true,
    filter: (path) =>
      path === project || !(made.includes(basename(path)) || basename(path).startsWith('terraform.tfstate')),
  });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
