import assert from 'node:assert/strict';
import { assertJobs } from './assert-jobs.ts';
import type { Run, Stage } from './create-stage.ts';
import { readPage } from './read-page.ts';
import { isChange } from './start-recorder.ts';

const fine = 'label: Platform Engineer';
const broken = 'label: Rehearsed Engineer';

const longest = 9;

/** A pull request with a mistake that no test before the deployment finds, and a change by hand after its review. */
export async function refuseOtherPlan(stage: Stage): Promise<void> {
  const { repository, github } = stage;
  repository.switchTo('new-label');
  repository.change('resume.yaml', fine, broken);
  const commit = repository.change('src/site/palette.css', '--soft: light-dark(#55605c', '--soft: light-dark(#eeeeee');
  assertJobs(
    await stage.push(3, 'new-label', commit),
    'tests success',
    'static success',
    'plan success',
    'comment success',
  );
  assert.equal(github.comments.length, 2);

  const before = await limitFunction(stage, longest);
  const run = await stage.pushMain(repository.merge('new-label'), 3);
  await limitFunction(stage, before);
  assertJobs(run, 'tests success', 'static success', 'dev failure');
  assert.match(run.output, /Nothing was changed\. This is not what was reviewed \(the plan in pull request 3\):/);
  assert.match(run.output, /api_gateway-lambda: not in the reviewed plan:/);
  assert.match(run.output, /aws_lambda_function\.visitor is updated in place/);
  assert.match(run.output, /timeout = 9 → \d\n/);
  assert.deepEqual(withoutLocks(run), []);
  assert.match(await readDev(stage), /Platform Engineer/);
}

/** The same merge again, after the change by hand was undone. */
export async function failSmokeTest(stage: Stage): Promise<void> {
  const { merge_commit_sha: commit } = stage.github.pulls.find(({ number }) => number === 3) ?? {};
  const run = await stage.pushMain(commit ?? '', 3);
  assertJobs(run, 'tests success', 'static success', 'dev failure');
  const pages = run.calls.flatMap((call, index) => (/^s3 PUT .*\/site\/index\.html$/.test(call) ? [index] : []));
  const smoke = run.calls.indexOf('smoke dev');
  assert.equal(pages.length, 2, 'The page is put in place by the release and by the way back.');
  assert.ok((pages[0] ?? 0) < smoke && smoke < (pages[1] ?? 0), 'The smoke test comes between them.');
  assert.match(run.output, /Rolled back to/);
  assert.match(await readDev(stage), /Platform Engineer/);
}

/** A change by hand that nobody undoes, and two weeks. */
export async function findDrift(stage: Stage): Promise<void> {
  await limitFunction(stage, longest);
  const { issues } = stage.github;
  for (const did of ['opened', 'updated']) {
    const run = await stage.runWeekly();
    assertJobs(run, 'drift success', 'smoke success');
    assert.deepEqual(run.calls.filter(isChange), []);
    assert.match(run.output, new RegExp(`Issue 1000 was ${did}`));
    assert.equal(issues.length, 1);
    assert.match(issues[0]?.body ?? '', /#### dev\/api_gateway-lambda\n\n```diff\n~ aws_lambda_function\.visitor/);
    assert.match(issues[0]?.body ?? '', /timeout = 9 → \d\n/);
  }
}

/** Gives the function of dev another limit of time by hand, as somebody does in the console; the seconds that it had. */
async function limitFunction({ rehearsal: { emulator } }: Stage, Timeout: number): Promise<number> {
  const call = { service: 'lambda', path: '/2015-03-31/functions/cloud-resume-dev-visitor/configuration' };
  const before = JSON.parse(await emulator.aws.read({ ...call, method: 'GET' })) as { readonly Timeout: number };
  await emulator.aws.read({ ...call, method: 'PUT', json: { Timeout } });
  return before.Timeout;
}

async function readDev({ desk }: Stage): Promise<string> {
  return readPage(await desk.openSite('dev'));
}

// To plan, a role that may apply locks the state.
function withoutLocks({ calls }: Run): readonly string[] {
  return calls.filter((call) => isChange(call) && !call.endsWith('.tflock'));
}
