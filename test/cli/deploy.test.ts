import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import test from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';
import { program } from './run-cli.ts';

test('deploy builds, applies, publishes and tries the site, in this order', async (context) => {
  const { cwd, aws, spawn: run, readAsked } = await makeCloudProject(context);
  aws.policy = 'img-src *';
  const ran = await run('deploy dev --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), [
    'terragrunt run --all --non-interactive -- apply in dev',
    'terragrunt output -json in s3-cloudfront',
    `npm run smoke in ${basename(cwd)} for https://site.example`,
  ]);
  assert.deepEqual(
    ran.stdout
      .split('\n')
      .filter((line) => /^\d\/4/.test(line))
      .map((line) => line.replace(/: [\d.]+ s$/, ' done')),
    [
      '1/4 Build',
      '1/4 Build done',
      '2/4 Infrastructure',
      '2/4 Infrastructure done',
      '3/4 Site',
      '3/4 Site done',
      '4/4 Smoke test',
      '4/4 Smoke test done',
    ],
  );
  assert.match(ran.stdout, /\nDeployed to dev: https:\/\/site\.example\n$/);
  assert.ok(aws.files.has('site/index.html'));
});

test('when the infrastructure cannot be applied, nothing is published', async (context) => {
  const { aws, spawn: run } = await makeCloudProject(context, { 'answers/terragrunt-run-error': 'Error: no\n' });
  const ran = await run('deploy dev --yes');
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /^Error: no\nThe infrastructure of dev was not applied as a whole\. .*run this again/);
  assert.equal(aws.files.size, 0);
});

test('when the smoke test fails, the way back is told', async (context) => {
  const { aws, spawn: run, cwd } = await makeCloudProject(context);
  aws.policy = 'img-src *';
  await run('publish dev');
  await writeFile(`${cwd}/resume.yaml`, 'basics:\n  name: Joan Doe\n');
  await writeFile(`${cwd}/answers/npm-run-error`, 'one test failed\n');
  assert.match(
    (await run('smoke dev')).stderr,
    /^one test failed\nThe smoke test cannot run: nothing is installed in this folder\. Run npm install, then this again\.\n$/,
  );
  await mkdir(`${cwd}/node_modules`);
  const ran = await run('deploy dev --yes');
  assert.equal(ran.code, 3);
  assert.match(
    ran.stderr,
    /^one test failed\nThe site is live at https:\/\/site\.example, but its smoke test failed\. To go back to the release before: npx cloud-resume rollback dev\.\n$/,
  );
});

test('without a person and without --yes nothing is begun', async (context) => {
  const { run, readAsked } = await makeCloudProject(context);
  const ran = await run('deploy dev');
  assert.deepEqual(
    [ran.code, ran.stdout, ran.stderr],
    [2, '', 'Not a terminal, so cannot ask. Add --yes to apply without showing the plan first.\n'],
  );
  assert.deepEqual(await readAsked(), []);
});

test('SITE_URL has another address tried, and that is said', async (context) => {
  const { aws, spawn: run, readAsked } = await makeCloudProject(context);
  aws.policy = 'img-src *';
  const ran = await run('deploy dev --yes', { SITE_URL: 'https://localhost:8443' });
  assert.match((await readAsked()).at(-1) ?? '', / for https:\/\/localhost:8443$/);
  assert.match(
    ran.stdout,
    /\nSITE_URL has the smoke test try https:\/\/localhost:8443 instead of https:\/\/site\.example\.\n/,
  );
});

test('an interrupted apply is left to end, and nothing is published after it', async (context) => {
  const { cwd, env, aws } = await makeCloudProject(context, {
    'bin/terragrunt': `#!/bin/sh
trap 'echo ended; exit 0' INT
echo begun
while :; do sleep 0.1; done
`,
  });
  const child = spawn(process.execPath, [program, 'deploy', 'dev', '--yes'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  context.after(() => child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    if (text.includes('begun')) child.kill('SIGINT');
  });
  const [code] = await once(child, 'close');
  assert.equal(code, 3);
  assert.match(stdout, /\nbegun\nended\n2\/4 Infrastructure: [\d.]+ s\n$/);
  assert.equal(aws.files.size, 0);
});
