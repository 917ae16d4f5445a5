import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { commands } from '../../src/cli/commands/index.ts';
import { jane, makeProject } from './make-project.ts';
import { program, runCli, spawnCli } from './run-cli.ts';

const cases: readonly (readonly [line: string, code: number, stdout: RegExp, stderr: RegExp])[] = [
  ['', 2, /^$/, /^cloud-resume makes a site[\s\S]*check \[FILE\][\s\S]*Exit codes/],
  [
    '--help',
    0,
    /^cloud-resume makes a site[\s\S]*build[\s\S]*preview[\s\S]*Commands of the pipeline[\s\S]*plan \[ENV\][\s\S]*3 {2}something failed/,
    /^$/,
  ],
  ['-h', 0, /^cloud-resume makes a site/, /^$/],
  ['help', 0, /^cloud-resume makes a site/, /^$/],
  ['help help', 0, /^cloud-resume makes a site/, /^$/],
  ['help --help', 0, /^cloud-resume makes a site/, /^$/],
  ['help build', 0, /^npx cloud-resume build \[OPTIONS\][\s\S]*--out DIR/, /^$/],
  ['check --help', 0, /^npx cloud-resume check \[FILE\] \[OPTIONS\][\s\S]*--format FORMAT/, /^$/],
  ['build -h', 0, /^npx cloud-resume build/, /^$/],
  ['preview --help', 0, /^npx cloud-resume preview[\s\S]*--no-open/, /^$/],
  ['--version', 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  ['-V', 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  ['version', 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  ['--verison', 2, /^$/, /^There is no option --verison\. Did you mean --version\?\n$/],
  ['--hlep', 2, /^$/, /^There is no option --hlep\. Did you mean --help\?\n$/],
  ['--port 80 preview', 2, /^$/, /options: npx cloud-resume preview --port\.\n$/],
  ['--port=80', 2, /^$/, /options: npx cloud-resume preview --port=80\.\n$/],
  ['--odd', 2, /^$/, /options: npx cloud-resume check --odd\.\n$/],
  ['chekc', 2, /^$/, /^There is no command "chekc"\. Did you mean "check"\?\n$/],
  ['serve', 2, /^$/, /Did you mean "preview"\?/],
  ['up', 2, /^$/, /^There is no command "up"\. Did you mean "deploy"\?\n$/],
  ['teardown', 2, /^$/, /Did you mean "destroy"\?/],
  ['fly', 2, /^$/, /^There is no command "fly"\. The commands are check, build, .*, drift; --help explains them\.\n$/],
  ['deploy --help', 0, /^npx cloud-resume deploy ENV \[OPTIONS\][\s\S]*--yes/, /^$/],
  ['rollback -h', 0, /^npx cloud-resume rollback ENV[\s\S]*--to RELEASE/, /^$/],
  ['deploy', 2, /^$/, /^There is no environment in .*infrastructure\/live\. Run this in the project's folder\.\n$/],
  ['stats --help', 0, /^npx cloud-resume stats \[ENV\] \[OPTIONS\][\s\S]*--days N/, /^$/],
  ['stats import --help', 0, /^npx cloud-resume stats import \[ENV\] \[OPTIONS\][\s\S]*--start-at N/, /^$/],
  ['help stats import', 0, /^npx cloud-resume stats import \[ENV\]/, /^$/],
  ['stats improt', 2, /^$/, /^There is no environment in /],
  ['visitors', 2, /^$/, /Did you mean "stats"\?/],
  ['help nothing', 2, /^$/, /There is no command "nothing"/],
  ['--debug check', 2, /^$/, /^The command comes first, then its options: npx cloud-resume check --debug\.\n$/],
  [
    'check --formt json',
    2,
    /^$/,
    /^There is no option --formt\. Did you mean --format\?\nnpx cloud-resume check --help says more\.\n$/,
  ],
  ['build there', 2, /^$/, /^Unexpected argument "there": build takes no arguments, only options\./],
  ['preview --aws dev --demo', 2, /^$/, /^--demo simulates the numbers of this folder; with --aws there are none/],
  ['preview --port many', 2, /^$/, /^--port cannot be "many"; it is a number/],
  ['preview --resume nothing.yaml', 2, /^$/, /^There is no file nothing\.yaml\. Check its name\.\n$/],
];

for (const [line, code, stdout, stderr] of cases) {
  test(`cloud-resume ${line}`.trim(), async (context) => {
    const ran = await runCli(line.split(' ').filter(Boolean), { cwd: await makeProject(context, {}) });
    assert.equal(ran.code, code, ran.stderr);
    assert.match(ran.stdout, stdout);
    assert.match(ran.stderr, stderr);
  });
}

test('a script of the folder is named where a command is not', async (context) => {
  const scripts = { rehearse: 'x', test: 'x' };
  const cwd = await makeProject(context, { 'package.json': JSON.stringify({ scripts }) });
  const ran = await runCli(['rehearse'], { cwd });
  assert.equal(ran.code, 2);
  assert.equal(ran.stderr, `"rehearse" is a script of this folder's package.json, not a command: npm run rehearse.\n`);
  assert.match((await runCli(['test'], { cwd })).stderr, /Did you mean "check"\?/);
});

for (const line of ['', '--help', 'check --help', '--version', 'chekc', '--debug check', 'build there', 'check']) {
  test(`a process of its own says and ends the same: cloud-resume ${line}`.trim(), async (context) => {
    const args = line.split(' ').filter(Boolean);
    const cwd = await makeProject(context, { 'resume.yaml': jane });
    assert.deepEqual(await spawnCli(args, { cwd }), await runCli(args, { cwd }));
  });
}

test('what cannot be printed is told', { skip: !existsSync('/dev/full') }, async () => {
  const command = ['-c', '"$0" "$@" > /dev/full', process.execPath, program, '--version'];
  const { status, stderr } = spawnSync('sh', command, { encoding: 'utf8' });
  assert.equal(status, 3);
  assert.match(stderr, /^What this prints cannot be written \(ENOSPC.*\)\. Check that the disk has room\.\n$/);
});

test('no line of the help is wider than a terminal of 110 columns', async (context) => {
  const cwd = await makeProject(context, {});
  for (const args of [['--help'], ...Object.keys(commands).map((name) => [...name.split(' '), '--help'])]) {
    const { stdout } = await runCli(args, { cwd });
    for (const line of stdout.split('\n')) assert.ok(line.length <= 110, line);
  }
});
