import assert from 'node:assert/strict';
import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

const wrong = 'basics:\n  name: Jane Doe\n  emial: jane@doe.example\n';

test('--fix mends what it can, tells what it did, and reports the rest', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': `# mine\n${wrong}  url: nowhere at all\n` });
  const ran = await runCli(['check', '--fix', '--strict'], { cwd });
  assert.equal(ran.code, 1);
  assert.match(
    ran.stdout,
    /^resume\.yaml:4:3 {2}.*email.*\n1 change made in resume\.yaml\.\n\nresume\.yaml:5:\d+ {2}note {2}basics\.url:/,
  );
  assert.equal(
    await readFile(join(cwd, 'resume.yaml'), 'utf8'),
    `# mine\n${wrong.replace('emial', 'email')}  url: nowhere at all\n`,
  );
});

test('--fix keeps the permissions and a link, and leaves nothing beside the file', async (context) => {
  const cwd = await makeProject(context, { 'real.yaml': wrong });
  await chmod(join(cwd, 'real.yaml'), 0o640);
  await symlink('real.yaml', join(cwd, 'resume.yaml'));
  const ran = await runCli(['check', '--fix'], { cwd });
  assert.equal(ran.code, 0, ran.stdout + ran.stderr);
  assert.ok((await lstat(join(cwd, 'resume.yaml'))).isSymbolicLink());
  assert.equal((await stat(join(cwd, 'real.yaml'))).mode & 0o777, 0o640);
  assert.deepEqual((await readdir(cwd)).sort(), ['real.yaml', 'resume.yaml']);
  assert.match(await readFile(join(cwd, 'real.yaml'), 'utf8'), /email:/);
});

test('--fix touches nothing when there is nothing to mend', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const before = await stat(join(cwd, 'resume.yaml'));
  assert.equal((await runCli(['check', '--fix'], { cwd })).code, 0);
  const after = await stat(join(cwd, 'resume.yaml'));
  assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
});

test('with --fix and JSON the changes go to the error output', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': wrong });
  const ran = await runCli(['check', '--fix', '--format', 'json'], { cwd });
  assert.equal(ran.code, 0);
  assert.deepEqual(JSON.parse(ran.stdout).problems, []);
  assert.match(ran.stderr, /1 change made/);
});
