import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
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

test('an installation that is damaged is brought again', async (context) => {
  const installed = { 'node_modules/cloud-resume/package.json': '{' };
  const older = lock.replace(own, '0.0.1');
  const cwd = await makeProject(context, { '.cloud-resume.json': older, 'tools/npm': npm, ...installed });
  await chmod(join(cwd, 'tools', 'npm'), 0o755);
  const ran = await runCli(['upgrade'], { cwd, env: { PATH: `${join(cwd, 'tools')}:${process.env.PATH}` } });
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /^npm installed nothing instead of /);
});

test('a project that another program installs is not installed by npm', async (context) => {
  const files = { '.cloud-resume.json': lock, 'tools/npm': npm, 'pnpm-lock.yaml': '' };
  const cwd = await makeProject(context, files);
  await chmod(join(cwd, 'tools', 'npm'), 0o755);
  const { code, stderr } = await runCli(['upgrade', 'next'], {
    cwd,
    env: { PATH: `${join(cwd, 'tools')}:${process.env.PATH}` },
  });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^This project is installed by pnpm\. Run pnpm add --save-exact cloud-resume@9\.9\.9, then this again\.$/m,
  );
});

test('an older project is brought to this version: its files, and its package.json by keys', async (context) => {
  const old = {
    scripts: { start: 'cloud-resume preview', test: 'old' },
    dependencies: { 'cloud-resume': '0.0.1' },
    devDependencies: { 'axe-core': '0.0.1', 'playwright-core': '0.0.1' },
  };
  const starter = JSON.stringify([
    ['package.json', JSON.stringify(old)],
    ['README.md', '# {{title}}\n'],
  ]);
  const mine = { ...old, scripts: { ...old.scripts, test: 'mine' }, dependencies: { 'cloud-resume': own } };
  const cwd = await makeProject(context, {
    '.cloud-resume.json': lock.replace(own, '0.0.1'),
    'package.json': `${JSON.stringify(mine, undefined, 2)}\n`,
    'README.md': '# Jane\n',
    'old/package/lib/assets/starter.json': starter,
    // Its own log is what it was asked to install.
    'tools/npm': npm
      .replace('"install --save-exact") ;;', '"install "*) echo "$@" >> installed ;;')
      .replace('*) exit 1', '"pack cloud-resume@0.0.1") cp "$OLD" "$4" ;;\n  *) exit 1'),
  });
  execFileSync('tar', ['-czf', 'old.tgz', '-C', 'old', 'package'], { cwd });
  await chmod(join(cwd, 'tools', 'npm'), 0o755);
  const read = (path: string) => readFile(join(cwd, path), 'utf8');
  const env = { PATH: `${join(cwd, 'tools')}:${process.env.PATH}`, OLD: join(cwd, 'old.tgz') };
  const run = (...args: readonly string[]) => runCli(['upgrade', ...args], { cwd, env });

  // As npx runs a version that the project does not have.
  const elsewhere = await run();
  assert.match(elsewhere.stderr, /^npm installed nothing instead of/);
  assert.equal(await read('installed'), `install --save-exact cloud-resume@${own}\n`);
  assert.equal(await read('README.md'), '# Jane\n');
  await mkdir(join(cwd, 'node_modules/cloud-resume'), { recursive: true });
  await writeFile(join(cwd, 'node_modules/cloud-resume/package.json'), JSON.stringify({ version: own }));
  await writeFile(join(cwd, 'installed'), '');

  const told =
    /merged {4}package\.json\n {2}In package\.json, scripts\.test is yours \("mine"\); cloud-resume .* has "/;
  const checked = await run('--check');
  assert.equal(checked.code, 1, checked.stderr);
  assert.match(checked.stdout, told);
  assert.equal(await read('package.json'), `${JSON.stringify(mine, undefined, 2)}\n`);

  const upgraded = await run();
  assert.equal(upgraded.code, 0, upgraded.stderr);
  assert.match(upgraded.stdout, told);
  const { scripts, allowScripts, devDependencies } = JSON.parse(await read('package.json'));
  assert.equal(scripts.test, 'mine');
  assert.equal(scripts.deploy, 'cloud-resume deploy');
  assert.deepEqual(allowScripts, { 'classic-level': false });
  assert.notEqual(devDependencies['axe-core'], '0.0.1');
  assert.match(await read('README.md'), /^# Jane\n\nMy résumé/);
  assert.equal(await read('installed'), 'install\n');

  await writeFile(join(cwd, 'installed'), '');
  assert.match((await run()).stdout, /^Nothing to do/);
  assert.equal(await read('installed'), '');
});
