import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../rehearsal/run-command.ts';

type Trial = {
  /** A project with the package installed. */
  readonly folder: string;
  /** Where the other versions are installed, from one rehearsal to the next. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
};

/** The oldest that the package runs on, and the one between that and the repository's own. */
export const otherNodes = ['20.16.0', '22.23.3'] as const;

/** Runs the package's main commands by another Node, which npm brings. */
export async function tryNode(version: string, { folder, cache, env, signal }: Trial): Promise<void> {
  const home = join(cache, `node-${version}`);
  const node = join(home, 'node_modules/node/bin/node');
  mkdirSync(home, { recursive: true });
  if (!existsSync(node)) {
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { node: version } }));
    await runCommand('npm', ['install', '--no-audit', '--no-fund'], { cwd: home, env, signal });
  }
  const run = (...args: readonly string[]) =>
    runCommand(node, ['node_modules/cloud-resume/bin/cloud-resume.js', ...args], { cwd: folder, env, signal });
  const said = [
    await run('info'),
    await run('check'),
    await run('build', '--out', `dist-${version}`),
    await run('pdf', '--out', `of-${version}.pdf`),
    await run('init', `begun-${version}`, '--yes'),
  ].join('');
  assert.ok(said.includes(` ${version} on `), said);
  assert.match(said, /resume\.yaml is valid: /);
  assert.match(said, /Built resume\.yaml into /);
  assert.match(said, /Wrote of-[\d.]+\.pdf: /);
  // No terminal is there to show colors.
  assert.ok(!said.includes('\u001b'), JSON.stringify(said));
}
