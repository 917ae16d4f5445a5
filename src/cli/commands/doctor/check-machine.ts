import { join } from 'node:path';
import { readManifest } from '#build';
import { captureTool, explainMissingTool } from '#terragrunt';
import { compareVersions } from '../../compare-versions.ts';
import { readSettingsFile } from '../../read-ordinary-file.ts';
import type { Shell } from '../../shell.ts';
import { bad, type Check, good, unknown } from './check.ts';

// The names that mise.toml has for the tools.
const tools = [
  ['terragrunt', 'terragrunt'],
  ['tofu', 'opentofu'],
] as const;

/** Looks at this machine: Node, the tools and their versions, and the build. */
export async function checkMachine({ root, env }: Pick<Shell, 'root' | 'env'>): Promise<readonly Check[]> {
  const wanted = await readSettingsFile(join(root, 'mise.toml'));
  return Promise.all([
    // One that is too old has not come this far.
    good(`Node ${process.versions.node}`),
    ...tools.map(([tool, name]) => checkTool(tool, findVersion(wanted, name), { cwd: root, env })),
    checkDist(join(root, 'dist', 'manifest.json')),
  ]);
}

async function checkTool(
  tool: string,
  wanted: string | undefined,
  options: { readonly cwd: string; readonly env: Shell['env'] },
): Promise<Check> {
  const { ok, isMissing, stdout, stderr } = await captureTool(tool, ['--version'], options);
  if (isMissing) return bad(tool, explainMissingTool(tool));
  const version = /\bv?(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (!ok) {
    const [said] = (stderr || stdout).trim().split('\n');
    return bad(tool, `It ${said ? `cannot tell its version (${said})` : 'cannot be run'}: run mise install.`);
  }
  // One that somebody built from its source may have none.
  if (version === undefined || wanted === undefined) return good(`${tool} ${version ?? 'of an unknown version'}`);
  const difference = compareVersions(version, wanted);
  if (difference < 0) return bad(`${tool} ${version}`, `mise.toml names ${wanted}: run mise install.`);
  return good(`${tool} ${version}${difference > 0 ? ` (newer than ${wanted} in mise.toml)` : ''}`);
}

function findVersion(text: string, name: string): string | undefined {
  return new RegExp(`^"?${name}"?\\s*=\\s*"([^"]+)"`, 'm').exec(text)?.[1];
}

async function checkDist(path: string): Promise<Check> {
  const manifest = readManifest(await readSettingsFile(path));
  if (!manifest) return unknown('dist/ holds no build yet; publish and deploy make it');
  return good(`dist/ holds a build of ${manifest.files.length} files`);
}
