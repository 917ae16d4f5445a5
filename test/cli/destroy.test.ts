import assert from 'node:assert/strict';
import test from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';

test('destroy has Terragrunt destroy every unit', async (context) => {
  const { run, readAsked } = await makeCloudProject(context);
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive -- destroy in dev']);
  assert.match(ran.stdout, /\nDestroyed dev\. Its state stays in files, empty\.\n$/);
});

test('a protected environment is not destroyed before that is lifted', async (context) => {
  const { run, readAsked } = await makeCloudProject(context);
  const ran = await run('destroy prod --yes');
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /^prod is protected: .*nothing was destroyed\.\n/);
  assert.match(ran.stderr, /\(cd infrastructure\/live\/prod && TF_VAR_protected=false terragrunt run --all -- apply\)/);
  assert.deepEqual(await readAsked(), []);
  assert.equal((await run('destroy prod --yes', { TF_VAR_protected: 'false' })).code, 0);
});

test('an environment that says nothing about it is protected', async (context) => {
  const { run } = await makeCloudProject(context, { 'infrastructure/live/dev/env.hcl': 'locals {}\n' });
  assert.match((await run('destroy dev --yes')).stderr, /^dev is protected/);
});

test('without a person and without --yes nothing is destroyed', async (context) => {
  const { run, readAsked } = await makeCloudProject(context);
  const ran = await run('destroy dev');
  assert.deepEqual(
    [ran.code, ran.stderr],
    [2, 'Nobody is here to confirm. Add --yes to destroy without being asked.\n'],
  );
  assert.deepEqual(await readAsked(), []);
});

test('when something is left, it is said', async (context) => {
  const { run } = await makeCloudProject(context, { 'answers/terragrunt-run-error': 'Error: no\n' });
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /Not all of dev was destroyed\. Terragrunt says why above/);
});
