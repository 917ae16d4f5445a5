import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '#cli';
import { describeTools } from './describe-tools.ts';
import type { Environment } from './find-environment.ts';
import { findPart } from './find-part.ts';
import { captureTool } from './run-tool.ts';

/** Sees to it that the provider is there before units start together, so that no two of them bring it at the same moment. */
export async function prepareProviders({ folder }: Environment, { env }: Pick<Shell, 'env'>): Promise<void> {
  await mkdir(describeTools(env).TF_PLUGIN_CACHE_DIR ?? '', { recursive: true });
  // Aside, because a module's own folder would keep a lock file of this machine alone.
  const cwd = await mkdtemp(join(tmpdir(), 'cloud-resume-provider-'));
  try {
    const file = 'versions.tf';
    const isThere = await copyFile(
      join(findPart(join(folder, '../../..'), 'modules'), 'sns', file),
      join(cwd, file),
    ).then(
      () => true,
      () => false,
    );
    // Done in a moment when the provider is there. What goes wrong here goes wrong in a unit too, and is told there.
    if (isThere) await captureTool('tofu', ['init', '-backend=false', '-input=false'], { cwd, env });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
