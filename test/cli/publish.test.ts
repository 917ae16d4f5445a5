import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';

test('publish builds the site and brings it to the environment', async (context) => {
  const { aws, spawn, readAsked } = await makeCloudProject(context);
  aws.policy = 'img-src *';
  const ran = await spawn('publish dev');
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /^Built resume\.yaml into dist\//);
  assert.match(ran.stdout, /\n {2}Putting in place 404\.html, index\.html\n/);
  assert.match(
    ran.stdout,
    /\nPublished \d{8}-\d{6}-[0-9a-f]{6} in [\d.]+ s: 10 of 10 files new or changed\.\n {2}https:\/\/site\.example\n$/,
  );
  assert.match(aws.files.get('site/index.html')?.body.toString() ?? '', /Jane Doe/);
  assert.deepEqual(await readAsked(), ['terragrunt output -json in s3-cloudfront']);

  assert.match((await spawn('publish dev')).stdout, /\nNothing to publish: \S+ is live at https:\/\/site\.example\n$/);
});

test('rollback goes back, lists and returns', async (context) => {
  const { cwd, aws, run, spawn } = await makeCloudProject(context);
  aws.policy = 'img-src *';
  assert.equal(
    (await run('rollback dev')).stderr,
    'Nothing has been published to dev yet. Run npx cloud-resume publish dev.\n',
  );
  await run('publish dev');
  await writeFile(join(cwd, 'resume.yaml'), 'basics:\n  name: Joan Doe\n');
  assert.match((await run('publish dev')).stdout, /To go back: npx cloud-resume rollback dev\n$/);

  const back = await spawn('rollback dev');
  assert.equal(back.code, 0, back.stderr);
  assert.match(aws.files.get('site/index.html')?.body.toString() ?? '', /Jane Doe/);
  const [, later = ''] = /To return: npx cloud-resume rollback dev --to (\S+)\n$/.exec(back.stdout) ?? [];
  assert.match(
    (await run('rollback dev --list')).stdout,
    new RegExp(
      `^ {2}${later} {2}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC {2}10 files {2}rolled back from\n {2}\\S+ .* {2}live\n$`,
    ),
  );
  const oldest = await run('rollback dev');
  assert.equal(oldest.code, 3);
  assert.match(oldest.stderr, /is live, and dev has no release before it\. Nothing was changed\./);
  const unknown = await run('rollback dev --to nothing');
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /^dev has no release "nothing"\. Write one of these after --to:\n {2}\d{8}-/);
  assert.equal((await run(`rollback dev --to ${later}`)).code, 0);
  assert.match(aws.files.get('site/index.html')?.body.toString() ?? '', /Joan Doe/);
});

test('a page that the deployed policy would stop is not published, and the remedy is named', async (context) => {
  const { aws, run } = await makeCloudProject(context);
  aws.policy = "default-src 'none'; script-src 'sha256-old='; style-src 'self'; img-src 'self'; connect-src 'self'";
  const ran = await run('publish dev');
  assert.equal(ran.code, 3);
  assert.match(
    ran.stderr,
    /^The site was not published: .*\n(?: {2}script-src 'sha256-.*\n)+Run npx cloud-resume deploy dev/,
  );
  assert.equal(aws.files.size, 0);
});

test('a résumé with mistakes is not published', async (context) => {
  const { run, readAsked } = await makeCloudProject(context, { 'resume.yaml': 'basics: [\n' });
  const ran = await run('publish dev');
  assert.equal(ran.code, 1);
  assert.deepEqual(await readAsked(), []);
});

const noOutputs = 'detected no outputs. Either the target module has not been applied yet, or …';
const mistakes: readonly (readonly [
  title: string,
  line: string,
  code: number,
  says: RegExp,
  files?: Readonly<Record<string, string>>,
])[] = [
  ['no environment', 'publish', 2, /^Say which environment: npx cloud-resume publish dev or prod\.\n$/],
  ['an unknown one', 'publish prd', 2, /^There is no environment "prd"\. Did you mean "prod"\?\n$/],
  ['quite another one', 'rollback staging', 2, /Those in infrastructure\/live are dev, prod\.\n$/],
  [
    'one beside a folder whose name hides something',
    'publish dev',
    2,
    /^infrastructure\/live\/de\\u202ev cannot be the name of an environment, .* Rename the folder: .*\n$/,
    { 'infrastructure/live/de\u202ev/env.hcl': '' },
  ],
  ['a list and a release', 'rollback dev --list --to x', 2, /^Choose one of --list and --to\.\n$/],
  ['two', 'publish dev prod', 2, /^Unexpected argument "prod": publish takes one argument, ENV\.\n/],
  [
    'one without a unit',
    'publish dev',
    3,
    /^dev is not deployed yet\. Run npx cloud-resume deploy dev\.\n$/,
    { 'answers/terragrunt-output': '{}' },
  ],
  [
    'one without the units before it',
    'publish dev',
    3,
    /^dev is not deployed yet/,
    { 'answers/terragrunt-output-error': noOutputs },
  ],
  [
    'one of an earlier version',
    'publish dev',
    3,
    /deployed by an earlier version\. Run npx cloud-resume deploy dev/,
    { 'answers/terragrunt-output': '{"url":{"value":"x"}}' },
  ],
  [
    'one that Terragrunt cannot read',
    'publish dev',
    3,
    /^Terragrunt cannot tell where the site of dev is\. Run npx cloud-resume doctor, or mend what it says:\n {2}Error: no such file\n$/,
    { 'answers/terragrunt-output-error': '12:00:00.000 ERROR  Error: no such file\nTIP' },
  ],
  [
    'one without OpenTofu',
    'publish dev',
    3,
    /^tofu is not installed\. Run mise install/,
    { 'answers/terragrunt-output-error': 'exec: "tofu": executable file not found in $PATH' },
  ],
];
for (const [title, line, code, says, files] of mistakes) {
  test(`${title}: ${line} says what to do`, async (context) => {
    const ran = await (await makeCloudProject(context, files)).run(line);
    assert.equal(ran.code, code);
    assert.match(ran.stderr, says);
  });
}

test('without Terragrunt and without rights it is said what to do', async (context) => {
  const { cwd, aws, run } = await makeCloudProject(context);
  aws.refuseFrom = 0;
  const refused = await run('publish dev');
  assert.equal(refused.code, 3);
  assert.match(
    refused.stderr,
    /^Reading the settings of the distribution E1 failed\. These credentials may not do that/,
  );
  await rm(join(cwd, 'bin', 'terragrunt'));
  const missing = await run('publish dev', { PATH: join(cwd, 'bin') });
  assert.equal(missing.code, 3);
  assert.match(missing.stderr, /^terragrunt is not installed\. Run mise install/);
});
