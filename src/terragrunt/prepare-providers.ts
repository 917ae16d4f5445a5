import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shell } from '#cli';
import { describeTools } from './describe-tools.ts';
import type { Environment } from './find-environment.ts';
import { readTool } from './read-tool.ts';

/** Sees to it that the provider is there before units start together, so that no two of them bring it at the same moment. */
export async function prepareProviders({ folder }: Environment, { env }: Pick<Shell, 'env'>): Promise<void> {
  const { TF_PLUGIN_CACHE_DIR: cache = '' } = describeTools(env);
  await mkdir(cache, { recursive: true });
  const cwd = join(folder, '../../modules/sns');
  const isThere = await access(join(cwd, 'versions.tf')).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  // Done in a moment when the provider is there. What goes wrong here goes wrong in a unit too, and is told there.
  const data = { TF_DATA_DIR: join(cache, '.first') };
  await readTool('tofu', ['init', '-backend=false', '-input=false'], { cwd, env: { ...env, ...data } });
}
