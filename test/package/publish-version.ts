import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../rehearsal/run-command.ts';

type Publishing = {
  readonly folder: string;
  /** The tarball. */
  readonly tarball: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/** Publishes a tarball to the registry of the environment. */
export function publish({ tarball, folder, env, signal }: Publishing): Promise<string> {
  return runCommand('npm', ['publish', tarball, '--ignore-scripts'], { cwd: folder, env, signal });
}

/** Publishes the package once more as the next version, whose starter differs as `change` says. */
export async function publishNext(
  { tarball, folder, env, signal }: Publishing,
  version: string,
  change: (path: string, text: string) => string,
): Promise<void> {
  const next = join(folder, version);
  mkdirSync(next, { recursive: true });
  await runCommand('tar', ['-xzf', tarball, '-C', next], { cwd: folder, env, signal });
  const root = join(next, 'package');
  const edit = (path: string, work: (text: string) => string) =>
    writeFileSync(join(root, path), work(readFileSync(join(root, path), 'utf8')));
  edit('package.json', (text) => JSON.stringify({ ...JSON.parse(text), version, scripts: {} }));
  edit('lib/assets/starter.json', (text) => {
    const files = JSON.parse(text) as [string, string][];
    return JSON.stringify(files.map(([path, content]) => [path, change(path, content)]));
  });
  cpSync(join(root, 'README.md'), join(next, 'README.md'));
  await runCommand('npm', ['publish', '--ignore-scripts'], { cwd: root, env, signal });
}
