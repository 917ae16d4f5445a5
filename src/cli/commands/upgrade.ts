import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isBelow, readStarter } from '#build';
import {
  applyUpgrade,
  fetchStarter,
  planUpgrade,
  readProject,
  readProjectFile,
  readTouched,
  type Step,
} from '#project';
import { captureTool, runTool } from '#terragrunt';
import { compareVersions } from '../compare-versions.ts';
import { defineCommand } from '../define-command.ts';
import { engineFolder, readOwnVersion } from '../engine-folder.ts';
import { parseJson } from '../parse-json.ts';
import { printable } from '../printable.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import { UserError } from '../user-error.ts';

/** Brings the next version, and merges what the starter has new with what was changed here. */
export const upgrade = defineCommand({
  name: 'upgrade',
  otherNames: ['update', 'bump'],
  audience: 'people',
  summary: 'Brings the next version of cloud-resume into this project',
  details: `Installs the newest version, or VERSION. Files of the starter that you never touched are replaced; those
that you did are merged, and where both changed the same lines, both stand there between the marks that Git
uses. In package.json what you never touched follows, and what you changed stays, key by key. Your résumé, your style
and public/ are never looked at. A second run does nothing.`,
  operands: ['[VERSION]'],
  options: { check: { help: 'Says what would be done, and does nothing. Exit code 1: there is something.' } },
  async run({ options, operands: [wanted] }, shell) {
    const { root, env, print, paint } = shell;
    const lock = await readProject(root);
    const own = readOwnVersion();
    const next = await findVersion(wanted, own, shell);
    if (next !== own) {
      if (options.check) {
        const command = ['npx cloud-resume upgrade', wanted].filter(Boolean).join(' ');
        print(`cloud-resume ${next} is there; this project has ${own}. To bring it: ${command}.`);
        return 1;
      }
      return install(next, shell);
    }
    if (lock.version === own) {
      print(`${paint('good', 'Nothing to do')}: this project is that of cloud-resume ${own}.`);
      return 0;
    }

    // npx may have brought a newer one than the project has; in a workspace the project's lies above it.
    const modules = dirname(engineFolder);
    const isAbove = basename(modules) === 'node_modules' && isBelow(dirname(modules), root);
    const isOfProject = isAbove || (await findInstalled(root)) === own;
    if (!options.check && !isOfProject) return install(own, shell);

    const before = await showProgress(shell, `Fetching what ${lock.version} wrote`, fetchStarter(lock.version, env));
    const after = { version: own, files: await readStarter() };
    const steps = await planUpgrade(lock, before, after, (path) => readTouched(root, path));
    const changes = steps.filter(({ kind }) => words[kind] !== undefined);
    for (const { kind, path } of changes) print(`  ${words[kind]} ${path}`);
    for (const { path, notes = [] } of steps) for (const note of notes) print(`  In ${path}, ${printable(note)}`);
    if (options.check) {
      print(changes.length === 0 ? 'No file of the starter changes.' : `\nTo do that: npx cloud-resume upgrade.`);
      return 1;
    }
    await applyUpgrade(root, lock, after, steps);
    // Its lock file has to follow, or `npm ci` fails in the pipeline.
    if (changes.some(({ path }) => path === 'package.json')) await followPackage(shell);
    print(
      `${paint('good', 'Upgraded')} from ${lock.version} to ${own}. CHANGELOG.md in node_modules/cloud-resume says what is new.`,
    );
    const conflicts = steps.filter(({ kind }) => kind === 'conflict').map(({ path }) => path);
    if (conflicts.length === 0) return 0;
    throw new UserError(
      `In ${conflicts.join(', ')} both you and the new version changed the same lines. Choose between the marks <<<<<<< and >>>>>>>, then delete them.`,
      1,
    );
  },
});

const words: Partial<Record<Step['kind'], string>> = {
  added: 'new      ',
  replaced: 'replaced ',
  merged: 'merged   ',
  conflict: 'CONFLICT ',
  removed: 'removed  ',
  kept: 'kept, though the new version has none:',
  missed: 'not here, so what is new in it was not brought:',
};

/** The version to bring: exactly the one that was written, or the one that npm knows by it, such as `latest`. */
async function findVersion(wanted: string | undefined, own: string, shell: Shell): Promise<string> {
  const exact = /^v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)$/.exec(wanted ?? '')?.[1];
  if (exact !== undefined) return exact;
  const asking = askNpm(wanted ?? 'latest', shell);
  const found = await showProgress(shell, `Asking npm for the ${wanted ?? 'newest'} version`, asking);
  // Who has a version that is not yet for everybody does not go back by itself.
  if (found !== undefined) return wanted === undefined && compareVersions(found, own) < 0 ? own : found;
  if (wanted !== undefined) {
    const remedy = `Write one such as ${own}, or none for the newest.`;
    throw new UserError(`npm knows no version "${printable(wanted)}", or could not be asked. ${remedy}`, 2);
  }
  shell.warn('npm could not be asked for a newer version; going on with the one that is installed.');
  return own;
}

/** The newest version that npm knows by a tag or a range; nothing where it knows none, or cannot ask. */
async function askNpm(wanted: string, { root, env }: Shell): Promise<string | undefined> {
  if (!/^[\w.^~<>=* -]+$/.test(wanted)) return undefined;
  const args = ['view', `cloud-resume@${wanted}`, 'version', '--json', '--fetch-retries=0'];
  const { ok, stdout } = await captureTool('npm', args, { cwd: root, env });
  return ok ? /"(\d+\.\d+\.\d+[^"]*)"\s*\]?\s*$/.exec(stdout)?.[1] : undefined;
}

/** Other programs that install packages, by their lock files; npm would put a second one beside it. */
const otherInstallers = [
  { lock: 'pnpm-lock.yaml', name: 'pnpm', add: 'pnpm add --save-exact' },
  { lock: 'yarn.lock', name: 'yarn', add: 'yarn add --exact' },
  { lock: 'bun.lock', name: 'bun', add: 'bun add --exact' },
  { lock: 'bun.lockb', name: 'bun', add: 'bun add --exact' },
] as const;

function findOtherInstaller(root: string) {
  const isHere = (file: string) => existsSync(join(root, file));
  return isHere('package-lock.json') ? undefined : otherInstallers.find(({ lock }) => isHere(lock));
}

async function followPackage({ root, env, warn }: Shell): Promise<void> {
  const other = findOtherInstaller(root);
  if (other)
    return warn(`package.json has something new. Run ${other.name} install, so that ${other.lock} has it too.`);
  const { ok } = await runTool('npm', ['install'], { cwd: root, env });
  if (!ok) warn('npm could not install what package.json has new; it says why above. Run npm install once more.');
}

async function install(version: string, { root, env }: Shell): Promise<ExitCode> {
  const other = findOtherInstaller(root);
  if (other)
    throw new UserError(
      `This project is installed by ${other.name}. Run ${other.add} cloud-resume@${version}, then this again.`,
      1,
    );
  const { ok } = await runTool('npm', ['install', '--save-exact', `cloud-resume@${version}`], { cwd: root, env });
  if (!ok) throw new UserError('npm could not install it; it says why above. Nothing of yours was changed.');
  const installed = await findInstalled(root);
  // It would install it again, and so on.
  if (installed !== version)
    throw new UserError(
      `npm installed ${installed ?? 'nothing'} instead of ${version}. Look for overrides and workspaces in package.json.`,
    );
  // The new version knows its own files.
  const program = join(root, 'node_modules', 'cloud-resume', 'bin', 'cloud-resume.js');
  const { ok: isDone } = await runTool(process.execPath, [program, 'upgrade', version], { cwd: root, env });
  return isDone ? 0 : 1;
}

/** The version of cloud-resume that the project has, whichever runs. */
async function findInstalled(root: string): Promise<string | undefined> {
  const text = (await readProjectFile(join(root, 'node_modules', 'cloud-resume', 'package.json'))) ?? '';
  return ((parseJson(text) ?? {}) as { readonly version?: string }).version;
}
