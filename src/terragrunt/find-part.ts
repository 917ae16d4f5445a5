import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '#cli';

/** The folder of a part of the infrastructure: the project's own where it has one, or else that of the package. */
export function findPart(root: string, part: 'bootstrap' | 'modules'): string {
  const own = join(root, 'infrastructure', part);
  return existsSync(own) ? own : join(engineFolder, 'infrastructure', part);
}
