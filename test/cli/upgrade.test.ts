import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

const own: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
const lock = JSON.stringify({ version: own, words: { name: 'Jane', url: '', package: 'x' }, files: {} });

// Says which versions there are, and installs nothing.
const npm = `#!/bin/sh
case "$1 $2" in
  "view cloud-resume@latest") echo '"${own}"' ;;
  "view cloud-resume@next") echo '"9.9.9"' ;;
  "view cloud-resume@^0.1") printf '[\n  "0.0.1",\n  "${own}"\n]\n' ;;
  "install --save-exact") ;;
  *) exit 1 ;;
esac
`;

const cases: readonly (readonly [args: readonly string[], code: number, says: RegExp])[] = [
  [[], 0, /^Nothing to do/],
  [['latest'], 0, /^Nothing to do/],
  [['^0.1'], 0, /^Nothing to do/],
  [[own], 0, /^Nothing to do/],
  [[`v${own}`, '--check'], 0, /^Nothing to do/],
  [['--check', 'next'], 1, /^cloud-resume 9\.9\.9 is there; .* To bring it: npx cloud-resume upgrade next\.$/m],
  [['nonsense'], 2, /^npm knows no version "nonsense", or could not be asked\. Write one such as \d/],
  [['../evil'], 2, /^npm knows no version "\.\.\/evil"/],
  [['9.9.9'], 3, /^npm installed nothing instead of 9\.9\.9\. Look for overrides/],
];
test('a newest version that is older than the one that is here is not gone back to', async (context) => {
  const old = npm.replace(`@latest") echo '"${own}"'`, `@latest") echo '"0.0.9"'`);
  assert.notEqual(old, npm);
  const cwd = await makeProject(context, { '.cloud-resume.json': lock, 'tools/npm': old });
  await chmod(join(cwd, 'tools', 'npm'), 0o755);
  const env = { PATH: `${join(cwd, 'tools')}:${process.env.PATH}` };
  assert.match((await runCli(['upgrade'], { cwd, env })).stdout, /^Nothing to do/);
  assert.match((await runCli(['upgrade', 'latest', '--check'], { cwd, env })).stdout, /^cloud-resume 0\.0\.9 is there/);
});

for (const [args, code, says] of cases) {
  test(`upgrade ${args.join(' ')} ends with ${code}`.replace('  ', ' '), async (context) => {
    const cwd = await makeProject(context, { '.cloud-resume.json': lock, 'tools/npm': npm });
    await chmod(join(cwd, 'tools', 'npm'), 0o755);
    const ran = await runCli(['upgrade', ...args], { cwd, env: { PATH: `${join(cwd, 'tools')}:${process.env.PATH}` } });
    assert.equal(ran.code, code, ran.stderr);
    assert.match(ran.stdout + ran.stderr, says);
  });
}
