import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import test from 'node:test';
import { createPublishContext } from '#publish';
import { createShell } from './create-shell.ts';
import { startAws } from './start-aws.ts';

const outputs = { url: 'https://site.example', bucket: 'files', region: 'eu-central-1', distributionId: 'E1' };
const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

async function create(env: Readonly<Record<string, string>> = {}, options: { readonly force?: boolean } = {}) {
  const shell = createShell('/nowhere', { ...credentials, USER: 'jane', ...env });
  return { ...(await createPublishContext(outputs, options, shell)), shell };
}

const place = `jane@${hostname()}`;

test('it works with the bucket and the distribution of the outputs', async (context) => {
  const aws = await startAws(context);
  const { bucket, distribution } = await create({ AWS_ENDPOINT_URL: aws.url });
  assert.equal(bucket.name, 'files');
  assert.deepEqual([...(await bucket.list())], []);
  assert.equal(await distribution.readPolicy(), "default-src 'none'");
  assert.deepEqual(aws.requests, ['LIST', 'GET config', 'GET response-headers-policy/headers']);
});

test("its clock is the machine's until S3 has told the time, and S3's from then on", async (context) => {
  const aws = await startAws(context);
  const { bucket, now, pause } = await create({ AWS_ENDPOINT_URL: aws.url });
  const before = Date.now();
  await pause(2);
  assert.ok(now() >= before + 1 && now() <= Date.now() + 1);
  for (const year of [2019, 2040]) {
    aws.date = `Wed, 01 May ${year} 12:00:00 GMT`;
    assert.equal(await bucket.read('releases.json'), undefined);
    assert.equal(new Date(now()).getUTCFullYear(), year);
  }
  aws.date = 'no time';
  await bucket.list();
  assert.equal(new Date(now()).getUTCFullYear(), 2040);
});

test('a person is named with the machine and the process, a run of a workflow by its number', async () => {
  assert.equal((await create()).owner, `${place} (process ${process.pid})`);
  assert.equal((await create({ USER: '', USERNAME: 'joe' })).owner, `joe@${hostname()} (process ${process.pid})`);
  // As in a container for whose user the system has no name.
  assert.equal((await create({ USER: '' })).owner, `somebody@${hostname()} (process ${process.pid})`);
  const run = { GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'jane/resume' };
  assert.equal((await create(run)).owner, 'the workflow run 7 of jane/resume');
});

// A number that a process had, and that no other has yet.
const ended = spawnSync(process.execPath, ['-e', '']).pid;
const owners: readonly (readonly [what: string, owner: string, isOver: boolean])[] = [
  ['a process of this machine that has ended', `${place} (process ${ended})`, true],
  ['one that runs', `${place} (process ${process.pid})`, false],
  ['one that belongs to another user of this machine', `${place} (process 1)`, false],
  ['a process of another machine', `joe@desk (process ${ended})`, false],
  ['a process of a machine with more to its name', `x ${place} (process ${ended})`, false],
  ['a name with more behind it', `${place} (process ${ended}) too`, false],
  ['a run of a workflow', 'the workflow run 7 of jane/resume', false],
];
for (const [what, owner, isOver] of owners) {
  test(`${what} ${isOver ? 'is over' : 'may still be publishing'}`, async () => {
    assert.equal((await create()).isOver(owner), isOver);
  });
}

test('with force everybody is over', async () => {
  const { isOver } = await create({}, { force: true });
  assert.ok(owners.every(([, owner]) => isOver(owner)));
});

test('in a workflow no process of a machine is known to have ended', async () => {
  const { isOver } = await create({ GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'jane/resume' });
  assert.equal(isOver(`${place} (process ${ended})`), false);
  assert.equal(isOver('the workflow run 6 of jane/resume'), false);
});

test('of a long wait for CloudFront a line is written every ten seconds', async () => {
  const { report, shell } = await create();
  for (const ms of [0, 2000, 9999, 10_000, 12_000, 19_999, 21_400, 31_000, 31_400]) report({ kind: 'waiting', ms });
  assert.deepEqual(
    shell.warned,
    [10, 21, 31].map((seconds) => `  Waiting for CloudFront … ${seconds} s`),
  );
  assert.deepEqual(shell.printed, []);
});
