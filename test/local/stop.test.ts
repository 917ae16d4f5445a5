import assert from 'node:assert/strict';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { jane, makeProject } from '../cli/make-project.ts';
import { program, spawnCli } from '../cli/run-cli.ts';
import { openEvents } from './open-events.ts';
import { send } from './send.ts';
import { listDescendants, startPreview, waitForEnd } from './start-preview.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// What a machine with an older Node does: it hands over to the project's own.
const older = [process.execPath, '--no-strip-types', program] as const;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} stops everything, with code 0 and no process left`, async (context) => {
    const cwd = await makeProject(context, { 'resume.yaml': jane });
    const preview = await startPreview(context, { cwd });
    const events = await openEvents(preview.url);
    await events.next();
    await send(preview.url, { method: 'POST', target: '/visitor' });
    const started = listDescendants(preview.child.pid ?? 0);
    assert.ok(started.length > 0 || process.platform !== 'linux');
    assert.equal(await preview.stop(signal), 0);
    await waitForEnd(started);
    assert.doesNotMatch(preview.output(), /rror/);
  });
}

test('a preview ends although a part of it does not stop as it should', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd });
  const note = join(cwd, '.local/table.url');
  await rm(note);
  await mkdir(note);
  const started = listDescendants(preview.child.pid ?? 0);
  assert.equal(await preview.stop(), 3);
  await waitForEnd(started);
});

test('one Ctrl-C that arrives twice, from npm and from the terminal, is one', async (context) => {
  const preview = await startPreview(context, { cwd: await makeProject(context, { 'resume.yaml': jane }) });
  preview.child.kill('SIGINT');
  assert.equal(await preview.stop('SIGINT'), 0);
});

test('an older Node hands over to the project its own, with what it is told and how it ends', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd, command: [...older, 'preview'] });
  const [own] = listDescendants(preview.child.pid ?? 0);
  assert.equal((await send(preview.url)).status, 200);
  assert.equal(await preview.stop(), 0);
  assert.ok(own !== undefined || process.platform !== 'linux');
  await waitForEnd(own === undefined ? [] : [own]);
});

test('an older Node hands over the exit code', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': 'wrong' });
  const direct = await spawnCli(['check'], { cwd });
  const handed = await spawnCli(['check'], { cwd, node: ['--no-strip-types'] });
  assert.equal(direct.code, 1);
  assert.deepEqual(handed, direct);
});

test("an older Node without the project's own says what to do", async (context) => {
  const cwd = await makeProject(context, {});
  await cp(join(root, 'bin'), join(cwd, 'bin'), { recursive: true });
  const ran = await spawnCli(['check'], {
    cwd,
    node: ['--no-strip-types'],
    program: join(cwd, 'bin', 'cloud-resume.js'),
  });
  assert.equal(ran.code, 3);
  assert.match(
    ran.stderr,
    /^This is Node [\d.]+, and cloud-resume needs 22\.18 or its own\. Run npm install without --ignore-scripts in .*, or use Node 22\.18\.\n$/,
  );
});

test('npm start that is ended leaves no process behind', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  for (const name of ['src', 'bin', 'package.json']) await cp(join(root, name), join(cwd, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(cwd, 'node_modules'));
  const env = { npm_config_update_notifier: 'false' };
  const preview = await startPreview(context, { cwd, command: ['npm', 'start', '--'], env });
  const started = listDescendants(preview.child.pid ?? 0);
  assert.ok(started.length > 1 || process.platform !== 'linux');
  await preview.stop('SIGTERM');
  await waitForEnd(started);
});
