import assert from 'node:assert/strict';
import test from 'node:test';
import { makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

test('info says what a bug report needs, and nothing private', async (context) => {
  const cwd = await makeProject(context, {
    'resume.yaml': 'basics:\n  name: Secretname\n  email: secret@mail.example\n  phone: "555"\n  hobby: secrethobby\n',
    'public/secretphoto.jpg': 'x',
    'infrastructure/live/secretclient/env.hcl': '',
    '.cloud-resume.json': '{"words":{"name":"Secretname"}}',
  });
  const env = { STATE_S3_BUCKET: 'secretbucket', AWS_PROFILE: 'secretprofile', AWS_SECRET_ACCESS_KEY: 'secretkey' };
  const { code, stdout, stderr } = await spawnCli(['info'], { cwd, env });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^cloud-resume +\d+\.\d+\.\d+, from source\n/);
  assert.match(stdout, /\nNode +\d+\.\d+\.\d+ on \w+ \w+/);
  assert.match(stdout, /\nrésumé +YAML of 1 KB, shown, [1-9]\d* problems\n/);
  assert.match(stdout, /\nproject +1 file in public\/, 1 environment, begun by init, not built\n/);
  assert.match(stdout, /\nsettings +STATE_S3_BUCKET, AWS_PROFILE.* set\n/);
  assert.doesNotMatch(stdout + stderr, /secret/i);
  assert.ok(!stdout.includes(cwd));
  assert.ok(!stdout.includes(process.env.HOME ?? 'no home'));
});

test('info answers in an empty folder, too', async (context) => {
  const cwd = await makeProject(context, {});
  const { code, stdout } = await runCli(['info'], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /\nrésumé +none that can be read\n/);
});
