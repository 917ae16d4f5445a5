import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { makeCloudProject } from './make-cloud-project.ts';

async function askDoctor(context: TestContext, gh: string | undefined): Promise<string> {
  const project = await makeCloudProject(context, gh === undefined ? {} : { 'bin/gh': `#!/bin/sh\n${gh}` });
  if (gh !== undefined) await chmod(join(project.cwd, 'bin/gh'), 0o755);
  const PATH = `${join(project.cwd, 'bin')}:/usr/bin:/bin`;
  const { stdout } = await project.run('doctor --github', { PATH });
  return stdout;
}

test('doctor --github says what the repository lacks, and how to add it', async (context) => {
  const stdout = await askDoctor(
    context,
    'case "$2" in */actions/variables*) printf "AWS_REGION\\nOTHER\\n" ;; *) echo dev ;; esac',
  );
  assert.match(
    stdout,
    /✖ The repository has no variable AWS_ACCOUNT_ID\n {2}gh variable set AWS_ACCOUNT_ID --body "\$\(aws sts/,
  );
  assert.match(stdout, /✔ The repository has the variable AWS_REGION\n/);
  assert.match(stdout, /✖ The repository has no variable STATE_S3_BUCKET\n {2}gh variable set STATE_S3_BUCKET /);
  assert.match(stdout, /✔ The repository has the environment dev\n/);
  assert.match(
    stdout,
    /✖ The repository has no environment prod\n {2}gh api -X PUT repos\/\{owner\}\/\{repo\}\/environments\/prod/,
  );
});

test('doctor --github says why GitHub was not asked', async (context) => {
  assert.match(
    await askDoctor(context, undefined),
    /- The repository on GitHub was not looked at: gh is not installed/,
  );
});

test('doctor --github passes on what gh complains of', async (context) => {
  const stdout = await askDoctor(context, 'echo "To get started, please run: gh auth login" 1>&2; exit 4');
  assert.match(stdout, /✖ The repository on GitHub\n {2}gh says: To get started, .* Run gh auth login/);
});
