import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';

const program = join(import.meta.dirname, '../../package/create/index.js');
const create = (env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [program, 'my-resume'], { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });

test('options that npm kept for itself are not lost in silence', () => {
  const { status, stderr } = create({
    npm_config_from: 'true',
    npm_config_name: 'Jane',
    npm_config_url: 'https://jane.example',
  });
  assert.equal(status, 2);
  assert.equal(
    stderr,
    'npm kept --from and --name and --url for itself. Write -- before all options: npm create cloud-resume my-resume -- --from … --name … --url …\n',
  );
});

test('without them the package is asked, which is not beside this file', () => {
  const { stderr } = create({ npm_config_yes: 'true' });
  assert.match(stderr, /ERR_MODULE_NOT_FOUND/);
});
