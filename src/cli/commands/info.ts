import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { release } from 'node:os';
import { join, resolve } from 'node:path';
import { findResume, readPublic, readVersion } from '#build';
import { parseResumeFile } from '#resume';
import { captureTool } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { engineFolder, readOwnVersion } from '../engine-folder.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Whether these are set changes what happens; what they hold is nobody's business. */
const settings = ['STATE_S3_BUCKET', 'AWS_PROFILE', 'AWS_REGION', 'CLOUD_RESUME_DEBUG', 'NO_COLOR', 'CI'];

export const info = defineCommand({
  name: 'info',
  otherNames: ['about', 'bug'],
  audience: 'people',
  summary: 'Prints what a bug report needs, and nothing private',
  details: `Names versions, tools, and what kinds of files are here. No text of the résumé, no path, no name of yours, no
address and no value of a setting is in it, so it can be pasted into a public issue as it is.`,
  operands: [],
  options: {},
  async run(_, shell) {
    const rows = await Promise.all([
      ['cloud-resume', `${readOwnVersion()}, ${describeKind(shell.root)}`],
      ['Node', `${process.versions.node} on ${process.platform} ${process.arch} ${release()}`],
      ...['npm', 'terragrunt', 'tofu'].map(async (tool) => [tool, await describeTool(tool, shell)] as const),
      ...['sharp', '@myriaddreamin/typst-ts-node-compiler'].map(
        async (name) => [name, await readVersion(name)] as const,
      ),
      describeResumeFile(shell.root).then((text) => ['résumé', text] as const),
      describeProject(shell.root).then((text) => ['project', text] as const),
      ['settings', describeSettings(shell.env)],
      ['terminal', shell.isTerminal ? 'yes' : 'no'],
    ] as const);
    const width = Math.max(...rows.map(([name = '']) => name.length));
    shell.print(rows.map(([name = '', text]) => `${name.padEnd(width)}  ${text}`).join('\n'));
    return 0;
  },
});

function describeKind(root: string): string {
  if (existsSync(join(engineFolder, 'src', 'cli.ts')))
    return resolve(root) === resolve(engineFolder) ? 'its own repository' : 'from source';
  return existsSync(join(root, 'node_modules', 'cloud-resume')) ? 'a package of this project' : 'a package elsewhere';
}

async function describeTool(tool: string, { root, env }: Shell): Promise<string> {
  const { ok, stdout } = await captureTool(tool, ['--version'], { cwd: root, env });
  return ok ? (/\d+\.\d+\.\d+[\w.-]*/.exec(stdout)?.[0] ?? 'of an unknown version') : 'none';
}

async function describeResumeFile(root: string): Promise<string> {
  try {
    const file = await findResume(root);
    const size = `${file.format.toUpperCase()} of ${Math.ceil(file.bytes.length / 1000)} KB`;
    const { text, parsed } = parseResumeFile(file, await listPublic(root));
    if (text === undefined) return `${size}, no text (${parsed.problems.length} problems)`;
    return `${size}, ${parsed.resume ? 'shown' : 'refused'}, ${parsed.problems.length} problems`;
  } catch (error) {
    // Its sentence names the folder.
    if (error instanceof UserError) return 'none that can be read';
    throw error;
  }
}

/** The names that a résumé may point to; nothing where `public/` is refused, which check explains. */
function listPublic(root: string): Promise<Iterable<string> | undefined> {
  return readPublic(root).then(
    ({ publicFiles }) => publicFiles.keys(),
    () => undefined,
  );
}

async function describeProject(root: string): Promise<string> {
  const count = async (folder: string) => (await readdir(join(root, folder)).catch(() => [])).length;
  const has = (path: string) => existsSync(join(root, path));
  const some = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const parts = [
    `${some(await count('public'), 'file')} in public/`,
    some(await count('infrastructure/live'), 'environment'),
    ...(has('style.css') ? ['a style.css'] : []),
    ...(has('infrastructure/modules') ? ['modules of its own'] : []),
    ...(has('.cloud-resume.json') ? ['begun by init'] : []),
    ...(has('dist/manifest.json') ? ['built'] : ['not built']),
  ];
  return parts.join(', ');
}

function describeSettings(env: Shell['env']): string {
  const set = settings.filter((name) => (env[name] ?? '') !== '');
  return set.length === 0 ? 'none is set' : `${set.join(', ')} set`;
}
