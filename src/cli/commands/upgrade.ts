import { join } from 'node:path';
import { readStarter } from '#build';
import { applyUpgrade, fetchStarter, planUpgrade, readProject, readProjectFile, type Step } from '#project';
import { captureTool, runTool } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { readOwnVersion } from '../engine-folder.ts';
import type { Shell } from '../shell.ts';
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
uses. Your résumé, your style and public/ are never looked at. A second run does nothing.`,
  operands: ['[VERSION]'],
  options: { check: { help: 'Says what would be done, and does nothing. Exit code 1: there is something.' } },
  async run({ options, operands: [wanted] }, shell) {
    const { root, env, print, paint } = shell;
    const lock = await readProject(root);
    const own = readOwnVersion();
    const newest = wanted ?? (await showProgress(shell, 'Asking npm for the newest version', askNewest(shell)));
    if (newest !== undefined && newest !== own) {
      if (options.check) {
        print(`cloud-resume ${newest} is there; this project has ${own}. To bring it: npx cloud-resume upgrade.`);
        return 1;
      }
      const { ok } = await runTool('npm', ['install', '--save-exact', `cloud-resume@${newest}`], { cwd: root, env });
      if (!ok) throw new UserError('npm could not install it; it says why above. Nothing of yours was changed.');
      // The new version knows its own files.
      const program = join(root, 'node_modules', 'cloud-resume', 'bin', 'cloud-resume.js');
      const { ok: isDone } = await runTool(process.execPath, [program, 'upgrade', newest], { cwd: root, env });
      return isDone ? 0 : 1;
    }
    if (lock.version === own) {
      print(`${paint('good', 'Nothing to do')}: this project is that of cloud-resume ${own}.`);
      return 0;
    }

    const before = await showProgress(shell, `Fetching what ${lock.version} wrote`, fetchStarter(lock.version, env));
    const after = { version: own, files: await readStarter() };
    const steps = await planUpgrade(lock, before, after, (path) => readProjectFile(join(root, path)));
    const changes = steps.filter(({ kind }) => words[kind] !== undefined);
    for (const { kind, path } of changes) print(`  ${words[kind]} ${path}`);
    if (options.check) {
      print(changes.length === 0 ? 'No file of the starter changes.' : `\nTo do that: npx cloud-resume upgrade.`);
      return 1;
    }
    await applyUpgrade(root, lock, after, steps);
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
};

/** The newest version that npm knows, or nothing where npm cannot ask. */
async function askNewest({ root, env, warn }: Shell): Promise<string | undefined> {
  const asked = await captureTool('npm', ['view', 'cloud-resume', 'version', '--silent'], { cwd: root, env });
  const version = asked.stdout.trim();
  if (asked.ok && /^\d+\.\d+\.\d+/.test(version)) return version;
  warn('npm could not be asked for a newer version; going on with the one that is installed.');
  return undefined;
}
