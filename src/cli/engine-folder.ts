import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where cloud-resume itself is, with its package.json and `infrastructure/`: this checkout, or the package in node_modules. */
export const engineFolder = findUp(dirname(fileURLToPath(import.meta.url)));

function findUp(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : findUp(dirname(folder));
}

/** The version of cloud-resume that runs. */
export function readOwnVersion(): string {
  return JSON.parse(readFileSync(join(engineFolder, 'package.json'), 'utf8')).version;
}
