import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { runCli } from '../cli/run-cli.ts';

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  context.after(() => rm(folder, { recursive: true }));
  const live = new URL('../../infrastructure/live', import.meta.url);
  await cp(live, join(folder, 'infrastructure/live'), { recursive: true });
  return folder;
}

for (const [title, args, env, code, said] of [
  ['an environment that is none', ['--aws', 'dve'], {}, 2, 'There is no environment "dve". Did you mean "dev"?'],
  ['no environment', ['--aws'], {}, 2, '--aws needs a value: --aws ENV.'],
  [
    'neither a state bucket nor an account',
    ['--aws', 'dev'],
    { HOME: '/nowhere', AWS_EC2_METADATA_DISABLED: 'true' },
    3,
    'STATE_S3_BUCKET is not set, and without an account its name cannot be told. Asking AWS',
  ],
  [
    'no Terragrunt',
    ['--aws', 'dev'],
    { STATE_S3_BUCKET: 'state', PATH: '/nowhere' },
    3,
    'terragrunt is not installed. Run mise install',
  ],
] as const) {
  test(`the preview of what is deployed says what to do about ${title}`, async (context) => {
    const ran = await runCli(['preview', ...args], { cwd: await makeFolder(context), env });
    assert.deepEqual([ran.code, ran.stdout], [code, '']);
    assert.ok(ran.stderr.startsWith(said), ran.stderr);
  });
}
