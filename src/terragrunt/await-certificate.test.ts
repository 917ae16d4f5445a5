import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { makeCloudProject } from '../../test/cli/make-cloud-project.ts';
import { awaitCertificate } from './await-certificate.ts';

const records = [
  { name: '_1.jane.example', type: 'CNAME', value: '_2.acm-validations.aws' },
  { name: 'jane.example', type: 'CNAME', value: 'd1.cloudfront.net' },
];
const describe = (status: string) =>
  JSON.stringify({ certificate_status: { value: status }, dns_records: { value: records } });

/** An environment with such settings, whose certificate is issued, or fails, when it was applied so often. */
async function sit(context: TestContext, settings: string, after: { readonly tries: number; readonly status: string }) {
  const { cwd, env, readAsked } = await makeCloudProject(context, {
    'infrastructure/live/dev/env.hcl': `locals {\n${settings}}\n`,
    'answers/terragrunt-output': describe('PENDING_VALIDATION'),
  });
  const said: string[] = [];
  let tries = 0;
  const pause = async () => {
    tries += 1;
    if (tries === after.tries) await writeFile(join(cwd, 'answers/terragrunt-output'), describe(after.status));
  };
  const shell = { root: cwd, env, print: (text: string) => said.push(text), warn: () => {}, showsProgress: false };
  const environment = { name: 'dev', folder: join(cwd, 'infrastructure/live/dev') };
  return { said, readAsked, run: () => awaitCertificate(environment, shell as never, pause) };
}

const manual = '  domain = "jane.example"\n  dns    = "manual"\n';

test('records are shown, and the certificate is waited for by applying again', async (context) => {
  const { said, run, readAsked } = await sit(context, manual, { tries: 2, status: 'ISSUED' });
  await run();
  assert.match(
    said.join('\n'),
    /\n {2}_1\.jane\.example {2}CNAME {2}_2\.acm-validations\.aws\n {2}jane\.example {5}CNAME/,
  );
  assert.equal(said.at(-1), 'The certificate of jane.example is issued.');
  const applied = (await readAsked()).filter((line) => line.includes(' apply '));
  assert.deepEqual(applied, Array(2).fill('terragrunt apply -auto-approve -input=false -no-color in s3-cloudfront'));
});

test('records that nobody writes hold nothing up for ever', async (context) => {
  const { said, run } = await sit(context, manual, { tries: -1, status: '' });
  await run();
  assert.match(said.at(-1) ?? '', /^The records were not found yet, .* run npx cloud-resume deploy dev again\.$/);
});

test('what Amazon gave up on is said', async (context) => {
  const { run } = await sit(context, manual, { tries: 1, status: 'FAILED' });
  await assert.rejects(run(), { message: /^Amazon gave up on the certificate of jane\.example \(FAILED\)\./ });
});

for (const [title, settings] of [
  ['without a domain', ''],
  ['with a domain in Route 53', '  domain         = "jane.example"\n  hosted_zone_id = "Z1"\n'],
]) {
  test(`${title} nothing is asked`, async (context) => {
    const { said, run, readAsked } = await sit(context, settings ?? '', { tries: -1, status: '' });
    await run();
    assert.deepEqual([said, await readAsked()], [[], []]);
  });
}
