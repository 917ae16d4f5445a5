import assert from 'node:assert/strict';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';

const applied = (outputs: object = {}) => ({
  body: Buffer.from(JSON.stringify({ resources: [{}], outputs })),
  type: '',
  cache: '',
});
const destroyed = { body: Buffer.from('{"resources":[],"outputs":{}}'), type: '', cache: '' };

test('doctor says what is there, and ends well when that is all', async (context) => {
  const { aws, run, spawn } = await makeCloudProject(context);
  await run('build');
  for (const unit of ['api_gateway-lambda', 'cloudwatch', 'dynamodb', 'sns'])
    aws.files.set(`dev/${unit}.tfstate`, applied());
  aws.files.set('dev/s3-cloudfront.tfstate', applied({ url: { value: `${aws.url}/` } }));
  const ran = await spawn('doctor dev');
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(
    ran.stdout.replace(/a build of \d+ files/, 'a build of all files'),
    `✔ Node ${process.versions.node}
✔ terragrunt 1.1.3
✔ tofu 1.12.6
✔ dist/ holds a build of all files
✔ AWS knows you in us-east-1: arn:aws:iam::123456789012:user/jane
✔ The state bucket files is there, and yours to read
✔ dev: all 5 units are applied
✔ ${aws.url}/ answers

All is well.
`,
  );
});

test('doctor works without an account and without tools, and says what to do', async (context) => {
  const { cwd, run } = await makeCloudProject(context);
  await rm(join(cwd, 'bin'), { recursive: true });
  const nothing = { PATH: cwd, STATE_S3_BUCKET: '', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', HOME: cwd };
  const ran = await run('doctor dev', { ...nothing, AWS_EC2_METADATA_DISABLED: 'true' });
  assert.equal(ran.code, 1);
  assert.match(ran.stdout, /\n✖ terragrunt\n {2}terragrunt is not installed\. Run mise install/);
  assert.match(ran.stdout, /\n✖ tofu\n {2}tofu is not installed/);
  assert.match(ran.stdout, /\n- dist\/ holds no build yet; publish and deploy make it\n/);
  assert.match(ran.stdout, /\n✖ AWS credentials\n {2}.* There are no AWS credentials: sign in/);
  assert.match(
    ran.stdout,
    /\n- The state bucket was not looked at\n- dev was not looked at\n\n3 things are missing\.\n$/,
  );
});

test('doctor tells a tool that cannot be run', async (context) => {
  const { cwd, run } = await makeCloudProject(context);
  await chmod(join(cwd, 'bin/tofu'), 0o644);
  const { stdout } = await run('doctor', { PATH: join(cwd, 'bin') });
  assert.match(stdout, /\n✖ tofu\n {2}It cannot be run: run mise install\.\n/);
});

test('doctor tells units that are not applied, and tools that are old', async (context) => {
  const { aws, run } = await makeCloudProject(context, { 'answers/tofu-version': 'OpenTofu v1.9.0\n' });
  aws.files.set('dev/dynamodb.tfstate', applied());
  aws.files.set('dev/sns.tfstate', destroyed);
  const { stdout, code } = await run('doctor dev');
  assert.equal(code, 1);
  assert.match(stdout, /\n✖ tofu 1\.9\.0\n {2}mise\.toml names 1\.12\.6: run mise install\.\n/);
  assert.match(
    stdout,
    /\n✖ dev: not applied are api_gateway-lambda, cloudwatch, s3-cloudfront, sns\n {2}Run npx cloud-resume deploy dev\.\n/,
  );
});

test('doctor names the region of the environment', async (context) => {
  const { run } = await makeCloudProject(context, {
    'infrastructure/root.hcl': 'locals {\n  state_region = "eu-west-1"\n}\n',
    'infrastructure/live/prod/env.hcl': 'locals {\n  protected = true\n  region    = "eu-central-1"\n}\n',
  });
  assert.match((await run('doctor')).stdout, /\n✔ AWS knows you in eu-west-1: /);
  assert.match((await run('doctor prod')).stdout, /\n✔ AWS knows you in eu-central-1: /);
  assert.equal((await run('doctor nothing')).code, 2);
});
