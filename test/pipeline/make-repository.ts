import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository as name } from './start-github.ts';

export type Repository = {
  readonly folder: string;
  /** Goes to a branch; a new one begins at main. */
  switchTo(branch: string): void;
  /** Changes a text in a file, and commits that; the commit. */
  change(file: string, from: string, to: string): string;
  /** Merges a branch into main; the commit. */
  merge(branch: string): string;
};

/** Makes a repository of what a checkout has now, with one commit on main. */
export function makeRepository(project: string, folder: string): Repository {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...args: readonly string[]) => {
    const author = ['-c', 'user.name=Jane Doe', '-c', 'user.email=jane@jane.example'];
    return execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe', env }).trim();
  };
  const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', listing, { cwd: project, encoding: 'utf8' });
  for (const file of files.split('\n').filter(Boolean)) cpSync(join(project, file), join(folder, file));
  git('init', '--quiet', '--initial-branch=main', '.');
  git('remote', 'add', 'origin', `https://github.com/${name}.git`);
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  commit('Begin');
  return {
    folder,
    switchTo(branch) {
      const isThere = git('branch', '--list', branch) !== '';
      git(...(isThere ? ['switch', '--quiet', branch] : ['switch', '--quiet', '--create', branch, 'main']));
    },
    change(file, from, to) {
      const before = readFileSync(join(folder, file), 'utf8');
      if (!before.includes(from))
        throw new Error(`${file} has no "${from}" to change: bring the rehearsal up to date.`);
      writeFileSync(
        join(folder, file),
        before.replace(from, () => to),
      );
      return commit(`Change ${file}`);
    },
    merge(branch) {
      git('switch', '--quiet', 'main');
      git('merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, branch);
      return git('rev-parse', 'HEAD');
    },
  };
}
