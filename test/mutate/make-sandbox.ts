import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Makes a copy of the project as git sees it, so that the files here stay as they are; it goes with an interrupted run too. */
export function makeSandbox(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cloud-resume-mutate-'));
  const leave = (signal: NodeJS.Signals) => {
    remove();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, leave);
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter((one) => one !== '')) {
    cpSync(file, join(folder, file), { force: true });
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove };

  function remove() {
    for (const signal of signals) process.off(signal, leave);
    rmSync(folder, { recursive: true, force: true });
  }
}
