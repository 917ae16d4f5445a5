import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../cli/make-project.ts';

const root = join(import.meta.dirname, '../..');

test('npm create is init, and options that npm kept for itself are not lost in silence', async (context) => {
  const cwd = await makeProject(context, { 'package.json': '{ "type": "module" }' });
  await cp(join(root, 'package/create/index.js'), join(cwd, 'index.js'));
  await mkdir(join(cwd, 'node_modules'));
  await symlink(root, join(cwd, 'node_modules/cloud-resume'), 'junction');
  const create = (env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, ['index.js', 'my-resume', '--name', 'Jane'], {
      cwd,
      env: { PATH: process.env.PATH, npm_command: 'init', ...env },
      encoding: 'utf8',
    });
  const kept = create({ npm_config_from: 'resume.json' });
  assert.equal(
    kept.stderr,
    'npm kept --from for itself. Write -- before all options: npm create cloud-resume my-resume -- --from FILE.\n',
  );
  assert.equal(kept.status, 2);
  assert.match(create({ npm_config_yes: 'true' }).stdout, /^Wrote \d+ files into my-resume\/\.\n/);
});
