import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Shell, UserError } from '#cli';
import { findPart } from './find-part.ts';
import { captureTool, explainMissingTool } from './run-tool.ts';

/** Where a project keeps the provider's checksums, for git and for all units; they need none. */
export const lockFile = 'infrastructure/.terraform.lock.hcl';

const platforms = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'];

/**
 * Writes the provider's checksums, as its registry says them for the four platforms that people use. From then on units and
 * bootstrap run nothing else. All modules pin the same provider, so there is one file.
 */
export async function lockProviders({ root, env }: Pick<Shell, 'root' | 'env'>): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), 'cloud-resume-lock-'));
  try {
    await copyFile(join(findPart(root, 'modules'), 'sns/versions.tf'), join(cwd, 'versions.tf'));
    const args = ['providers', 'lock', '-no-color', ...platforms.map((platform) => `-platform=${platform}`)];
    const { ok, isMissing, stdout, stderr } = await captureTool('tofu', args, { cwd, env });
    if (isMissing) throw new UserError(explainMissingTool('tofu'));
    if (!ok) {
      const said = (stderr || stdout).trim();
      throw new UserError(
        `The provider's checksums could not be written. Check the connection to its registry. It says:\n${said}`,
      );
    }
    await copyFile(join(cwd, '.terraform.lock.hcl'), join(root, lockFile));
    return lockFile;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
