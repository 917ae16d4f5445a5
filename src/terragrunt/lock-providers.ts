import { access, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Shell, UserError } from '#cli';
import { captureTool, explainMissingTool } from './run-tool.ts';

const lock = '.terraform.lock.hcl';
const platforms = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64'];

/**
 * Writes the providers' checksums beside every module, as the providers' registry says them for the four platforms that people use,
 * for git to keep. From then on units take nothing else. All modules pin the same provider, so it is asked for once.
 */
export async function lockProviders({ root, env }: Pick<Shell, 'root' | 'env'>): Promise<readonly string[]> {
  const folders = await listFolders(root);
  const [first = '', ...others] = folders;
  const args = ['providers', 'lock', '-no-color', ...platforms.map((platform) => `-platform=${platform}`)];
  const { ok, isMissing, stdout, stderr } = await captureTool('tofu', args, { cwd: join(root, first), env });
  if (isMissing) throw new UserError(explainMissingTool('tofu'));
  if (!ok) {
    const said = (stderr || stdout).trim();
    throw new UserError(
      `The providers' checksums could not be written. Check the connection to their registry. It says:\n${said}`,
    );
  }
  for (const folder of others) await copyFile(join(root, first, lock), join(root, folder, lock));
  return folders.map((folder) => join(folder, lock));
}

/** Which folders have no checksums. */
export async function findUnlocked({ root }: Pick<Shell, 'root'>): Promise<readonly string[]> {
  const folders = await listFolders(root);
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(root, folder, lock)).then(
        () => [],
        () => [folder],
      ),
    ),
  );
  return found.flat();
}

async function listFolders(root: string): Promise<readonly string[]> {
  const modules = await readdir(join(root, 'infrastructure/modules')).catch(() => []);
  return [...modules.sort().map((name) => `infrastructure/modules/${name}`), 'infrastructure/bootstrap'];
}
