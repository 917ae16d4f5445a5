import assert from 'node:assert/strict';
import test from 'node:test';
import type { Aws } from '../publish/start-aws.ts';
import { makeCloudProject } from './make-cloud-project.ts';

const units = ['api_gateway-lambda', 'cloudwatch', 'dynamodb', 's3-cloudfront', 'sns'];

/** Has the state of dev say which units are there; the others were made and destroyed again. */
function deploy({ files }: Aws, ...there: readonly string[]): void {
  for (const unit of units) {
    const state = JSON.stringify({ resources: there.includes(unit) ? [{}] : [] });
    files.set(`dev/${unit}.tfstate`, { body: Buffer.from(state), type: '', cache: '' });
  }
}

test('destroy has Terragrunt destroy every unit', async (context) => {
  const { aws, spawn: run, readAsked } = await makeCloudProject(context);
  deploy(aws, ...units);
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive -- destroy in dev']);
  assert.match(ran.stdout, /\nDestroyed dev\. Its state stays in files, empty\.\n$/);
});

test('what is not there any more, or was never made, is left out and named in one sentence', async (context) => {
  const { aws, run, readAsked } = await makeCloudProject(context);
  deploy(aws, 'dynamodb', 'sns');
  aws.files.delete('dev/s3-cloudfront.tfstate');
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), [
    'terragrunt run --all --non-interactive --filter ./dynamodb --filter ./sns -- destroy in dev',
  ]);
  assert.match(
    ran.stdout,
    /\nNot there, so nothing of it is destroyed: api_gateway-lambda, cloudwatch, s3-cloudfront\.\n/,
  );
});

test('a second destroy finds nothing and is fine', async (context) => {
  const { aws, run, readAsked } = await makeCloudProject(context);
  deploy(aws);
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /\nNothing of dev is there, so there is nothing to destroy\.\n$/);
  assert.deepEqual(await readAsked(), []);
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
    [2, 'Not a terminal, so cannot ask. Add --yes to destroy without asking.\n'],
  );
  assert.deepEqual(await readAsked(), []);
});

test('when something is left, it is said', async (context) => {
  const { aws, run } = await makeCloudProject(context, { 'answers/terragrunt-run-error': 'Error: no\n' });
  deploy(aws, 'dynamodb');
  const ran = await run('destroy dev --yes');
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /Not all of dev was destroyed\. Terragrunt says why above/);
});
