import assert from 'node:assert/strict';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';

const root = 'locals {\n  project = "cloud-resume"\n  state_region = "us-east-1"\n}\n';
const live = (environment: string, settings = '') => ({
  [`infrastructure/live/${environment}/env.hcl`]: `locals {\n  protected = false\n${settings}}\n`,
});
// It writes down what it gets, and keeps checksums as the real one does.
const tofu = `#!/bin/sh
log=$(dirname "$0")/../asked
echo "tofu $*" >> "$log"
case "$1" in
  apply) env | grep ^TF_VAR_ | sort > "$(dirname "$0")/../variables" ;;
  providers) [ -e "$(dirname "$0")/../offline" ] && echo 'Error: no registry' 1>&2 && exit 1; echo checksums > .terraform.lock.hcl ;;
esac
exit 0
`;
const gh = `#!/bin/sh
echo "gh $*" >> "$(dirname "$0")/../asked"
case "$*" in "api repos/jane/cloud-resume") echo '{"id": 22, "owner": {"id": 11}}' ;; *forbidden*) exit 1 ;; esac
`;

async function makeAccount(context: TestContext, files: Readonly<Record<string, string>> = {}, hasGh = true) {
  const project = await makeCloudProject(context, {
    'infrastructure/root.hcl': root,
    'infrastructure/bootstrap/main.tf': '',
    'infrastructure/modules/sns/versions.tf': '',
    'bin/tofu': tofu,
    ...(hasGh && { 'bin/gh': gh }),
    ...live('dev'),
    ...live('prod'),
    ...files,
  });
  if (hasGh) await chmod(join(project.cwd, 'bin/gh'), 0o755);
  const read = (path: string) => readFile(join(project.cwd, path), 'utf8');
  const PATH = [join(project.cwd, 'bin'), '/usr/bin', '/bin'].join(':');
  const run: typeof project.run = (line, env = {}) => project.run(line, { PATH, ...env });
  const spawn: typeof project.spawn = (line, env = {}) => project.spawn(line, { PATH, ...env });
  return { ...project, read, run, spawn };
}

test('an account is prepared in one command, with its state in the bucket that it makes', async (context) => {
  const { spawn, read, readAsked } = await makeAccount(context);
  const ran = await spawn('bootstrap --email jane@jane.example --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), [
    'tofu init -input=false -reconfigure -backend-config=bucket=files -backend-config=region=us-east-1 -no-color',
    'tofu state list',
    'tofu import -input=false aws_s3_bucket.state files -no-color',
    'tofu apply -input=false -auto-approve',
    'tofu providers lock -no-color -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_amd64 -platform=darwin_arm64',
  ]);
  const variables = await read('variables');
  for (const line of [
    'TF_VAR_account_id=123456789012',
    'TF_VAR_email=jane@jane.example',
    'TF_VAR_environments=["dev","prod"]',
    'TF_VAR_github_repository=',
    'TF_VAR_region=us-east-1',
    'TF_VAR_state_bucket=files',
  ]) {
    assert.ok(variables.includes(`${line}\n`), `${line} is not in\n${variables}`);
  }
  assert.match(await read('infrastructure/live/prod/env.hcl'), /^locals \{\n {2}account_id = "123456789012" # /);
  assert.equal(await read('infrastructure/.terraform.lock.hcl'), 'checksums\n');
  assert.match(ran.stdout, /\nReady\. Next: npx cloud-resume deploy dev\n$/);
});

for (const [title, files, way] of [
  ['what an earlier version kept in a file moves into the bucket', ['terraform.tfstate'], '-migrate-state -force-copy'],
  [
    'a folder that was last used with a bucket carries no state over, whatever file lies there',
    ['terraform.tfstate', '.terraform/terraform.tfstate'],
    '-reconfigure',
  ],
] as const) {
  test(title, async (context) => {
    const states = Object.fromEntries(files.map((file) => [`infrastructure/bootstrap/${file}`, '{}']));
    const { run, readAsked } = await makeAccount(context, states);
    assert.equal((await run('bootstrap --yes')).code, 0);
    const [init] = await readAsked();
    const backend = '-backend-config=bucket=files -backend-config=region=us-east-1';
    assert.equal(init, `tofu init -input=false ${way} ${backend} -no-color`);
  });
}

test('what was said before is kept, and what is written down is not written again', async (context) => {
  const { aws, run, read } = await makeAccount(context);
  const settings = { email: 'jane@jane.example', github_repository: 'jane/cloud-resume', dnssec_zone_ids: ['Z1'] };
  const outputs = { settings: { value: settings }, ds_records: { value: { Z1: '123 13 2 ABC' } } };
  aws.files.set('bootstrap.tfstate', { body: Buffer.from(JSON.stringify({ outputs })), type: '', cache: '' });
  await run('bootstrap --yes');
  const before = await read('infrastructure/live/dev/env.hcl');
  const ran = await run('bootstrap --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal(await read('infrastructure/live/dev/env.hcl'), before);
  const variables = await read('variables');
  for (const line of [
    'email=jane@jane.example',
    'github_owner_id=11',
    'github_repository_id=22',
    'dnssec_zone_ids=["Z1"]',
  ]) {
    assert.ok(variables.includes(`TF_VAR_${line}\n`), `${line} is not in\n${variables}`);
  }
  assert.match(ran.stdout, /\nDS record of the zone Z1, for the registrar of the domain: 123 13 2 ABC\n/);
});

test('zones are signed when asked, and no longer when that is said', async (context) => {
  const { run, read } = await makeAccount(context);
  assert.equal((await run('bootstrap --dnssec Z1,Z2 --yes')).code, 0);
  assert.match(await read('variables'), /TF_VAR_dnssec_zone_ids=\["Z1","Z2"\]\n/);
  assert.equal((await run('bootstrap --dnssec none --yes')).code, 0);
  assert.match(await read('variables'), /TF_VAR_dnssec_zone_ids=\[\]\n/);
});

test('--github sets the variables and environments of the repository', async (context) => {
  const { run, read, readAsked } = await makeAccount(context);
  const ran = await run('bootstrap --repository jane/cloud-resume --email jane@jane.example --github --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(
    (await readAsked()).filter((line) => line.startsWith('gh ')),
    [
      'gh api repos/jane/cloud-resume',
      'gh variable set AWS_ACCOUNT_ID --repo jane/cloud-resume --body 123456789012',
      'gh variable set AWS_REGION --repo jane/cloud-resume --body us-east-1',
      'gh variable set STATE_S3_BUCKET --repo jane/cloud-resume --body files',
      'gh variable set ALARM_EMAIL --repo jane/cloud-resume --body jane@jane.example',
      'gh api --method PUT repos/jane/cloud-resume/environments/dev',
      'gh api --method PUT repos/jane/cloud-resume/environments/prod',
    ],
  );
  // The account knows GitHub already, and can do so once only.
  const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
  assert.match(await read('variables'), new RegExp(`TF_VAR_github_provider_arn=${provider}\n`));
});

test('without gh the list is left to the person, and the numbers come from GitHub itself', async (context) => {
  const { run } = await makeAccount(context, {}, false);
  const ran = await run('bootstrap --repository jane/cloud-resume --github --yes', {
    GITHUB_API_URL: `data:application/json,{"id":22,"owner":{"id":11}}#`,
  });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /\n {2}gh variable set AWS_ACCOUNT_ID --repo jane\/cloud-resume --body 123456789012\n/);
});

test('the region goes where Terragrunt reads it, and domains to the roles', async (context) => {
  const domain = '  domain = "jane.example"\n  redirects = ["www.jane.example"]\n  hosted_zone_id = "Z1"\n';
  const { run, read } = await makeAccount(context, live('prod', domain));
  const ran = await run('bootstrap --region eu-central-1 --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(await read('infrastructure/root.hcl'), /state_region = "eu-central-1"\n/);
  const domains = '{"prod":{"names":["jane.example","www.jane.example"],"hosted_zone_id":"Z1"}}';
  assert.ok((await read('variables')).includes(`TF_VAR_domains=${domains}\n`));
});

test('an account for each environment: the others are left to theirs', async (context) => {
  const { run, read } = await makeAccount(context, live('prod', '  account_id = "999999999999"\n'));
  assert.equal((await run('bootstrap --yes')).code, 0);
  assert.match(await read('variables'), /TF_VAR_environments=\["dev"\]\n/);
  const wrong = await run('bootstrap prod --yes');
  assert.equal(wrong.code, 3);
  assert.match(
    wrong.stderr,
    /^These credentials are for the account 123456789012, and env\.hcl says otherwise: prod in 999999999999\./,
  );
});

test('checksums that cannot be had are named, and all else is done', async (context) => {
  const { cwd, run, spawn } = await makeAccount(context);
  await writeFile(join(cwd, 'offline'), '');
  const ran = await spawn('bootstrap --yes');
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stderr, /Error: no registry\nAll else is done; npx cloud-resume doctor --lock tries it again\.\n$/);
  assert.equal((await run('doctor --lock')).code, 3);
});

for (const [title, line, said] of [
  [
    'a region that is none',
    'bootstrap --region Frankfurt --yes',
    /^"Frankfurt" is not a region of AWS\. Write one such as us-east-1\./,
  ],
  ['a repository that is none', 'bootstrap --repository jane --yes', /^"jane" is not a repository\. Write owner\/name/],
  ['an address that is none', 'bootstrap --email jane --yes', /^"jane" is not an e-mail address\. Write one such as/],
  ['an environment that is none', 'bootstrap pord --yes', /^There is no environment "pord"\. Did you mean "prod"\?/],
  ['nobody to ask', 'bootstrap', /^Not a terminal, so cannot ask\. Add --yes/],
  ['a pipeline of no repository', 'bootstrap --github --yes', /^Say which repository/],
] as const) {
  test(`${title} is refused before anything is made`, async (context) => {
    const { run, readAsked } = await makeAccount(context, {}, false);
    const ran = await run(line);
    assert.equal(ran.code, 2, ran.stderr);
    assert.match(ran.stderr, said);
    assert.deepEqual(await readAsked(), []);
  });
}

test('--destroy moves the state out of the bucket first, and is refused while an environment is there', async (context) => {
  const { aws, run, readAsked } = await makeAccount(context);
  aws.files.set('dev/sns.tfstate', { body: Buffer.from('{"resources":[{}]}'), type: '', cache: '' });
  const refused = await run('bootstrap --destroy --yes');
  assert.equal(refused.code, 3);
  assert.match(
    refused.stderr,
    /^dev is still there \(sns\), and would be forgotten\. First: npx cloud-resume destroy dev\n$/,
  );
  assert.deepEqual(await readAsked(), []);
  aws.files.delete('dev/sns.tfstate');
  assert.equal((await run('bootstrap --destroy --yes')).code, 0);
  assert.deepEqual((await readAsked()).slice(1), [
    'tofu init -input=false -migrate-state -force-copy -no-color',
    'tofu apply -input=false -auto-approve -target=aws_s3_bucket.state',
    'tofu destroy -input=false -auto-approve',
  ]);
});
