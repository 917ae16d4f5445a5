import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Regions = {
  /** Where the environment lies. */
  readonly region: string;
  /** Where the state bucket lies. */
  readonly state: string;
};

/** Reads the regions as Terragrunt does: env.hcl may name one, root.hcl names that of the state and of all others. */
export async function readRegions(root: string, environment: string | undefined): Promise<Regions> {
  const infrastructure = join(root, 'infrastructure');
  const [common, own] = await Promise.all([
    read(join(infrastructure, 'root.hcl')),
    environment === undefined ? '' : read(join(infrastructure, 'live', environment, 'env.hcl')),
  ]);
  const state = /^\s*state_region\s*=\s*"([^"]+)"/m.exec(common)?.[1] ?? 'us-east-1';
  return { state, region: /^\s*region\s*=\s*"([^"]+)"/m.exec(own)?.[1] ?? state };
}

function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
