import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findUnknownCalls } from '../infrastructure/provider-calls.ts';
import { findPort } from '../rehearsal/find-port.ts';
import { listResources } from '../rehearsal/list-resources.ts';
import { makeCheckout } from '../rehearsal/make-checkout.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import { runBootstrap } from '../rehearsal/run-bootstrap.ts';
import type { RehearsalOptions } from '../rehearsal/run-rehearsal.ts';
import { startEmulator } from '../rehearsal/start-emulator.ts';
import { createStage } from './create-stage.ts';
import { makeRepository } from './make-repository.ts';
import { openRoles } from './open-roles.ts';
import { failBackendTest, mergeFirst, pullFirst, pullFirstAgain } from './rehearse-first.ts';
import { failSmokeTest, findDrift, refuseOtherPlan } from './rehearse-later.ts';
import { startDesk } from './start-desk.ts';
import { startGitHub } from './start-github.ts';
import { startRecorder } from './start-recorder.ts';
import { writeStandIns } from './write-stand-ins.ts';

type PipelineOptions = RehearsalOptions & {
  /** Which tests the first run of the workflow is to repeat; nothing for all of them, and the checks of the infrastructure. */
  readonly words: readonly string[];
};

const roles = ['plan', 'apply-dev', 'apply-prod', 'site-dev', 'site-prod'];
/** What bootstrap calls it in the emulator's account. */
const bucket = 'cloud-resume-state-000000000000';
const backend = ['src/visits', 'src/counter'];

/** From the first pull request of a repository and an empty account to what was changed by hand. */
export async function rehearsePipeline(options: PipelineOptions): Promise<void> {
  const { project, workbench, words, ministack, env, report, signal } = options;
  const { need, prove } = report;
  const repository = makeRepository(project, join(workbench, 'repository'));
  const checkout = makeCheckout(project, join(workbench, 'desk'));
  const emulator = await need('MiniStack starts with IAM enforced', async () => {
    const cache = join(project, 'node_modules/.cache/rehearsal');
    const folder = join(workbench, 'emulator');
    return startEmulator({ folder, port: await findPort(), env, cache, signal, program: ministack });
  });
  const bare: Rehearsal = { emulator, env: { ...env, ...emulator.env }, signal };
  const rehearsal: Rehearsal = { ...bare, env: { ...bare.env, STATE_S3_BUCKET: bucket } };

  const recorder = await startRecorder(emulator);
  const github = await startGitHub();
  const desk = await startDesk(rehearsal, checkout, (name) => recorder.calls.push(`smoke ${name}`));
  signal.addEventListener('abort', () => {
    recorder.stop();
    desk.stop();
    void github.stop();
  });
  const runner = join(workbench, 'runner');
  mkdirSync(runner);
  const standIns = writeStandIns(project, runner, env.PATH ?? '');
  const stage = createStage({
    repository,
    github,
    recorder,
    standIns,
    rehearsal,
    desk,
    runner: {
      repository: repository.folder,
      folder: runner,
      actions: standIns.actions,
      variables: { AWS_ACCOUNT_ID: '000000000000', AWS_REGION: 'us-east-1', STATE_S3_BUCKET: bucket },
      settings: { GITHUB_API_URL: github.url, ACTIONS_ID_TOKEN_REQUEST_URL: `${desk.url}/token` },
      env: { ...env, ...recorder.env, DESK_URL: desk.url },
      signal,
    },
  });

  // The provider waits for a minute until a bucket is as it is wanted, and a test that fails asks nothing of the account.
  standIns.narrow(backend);
  await Promise.all([
    need('cloud-resume bootstrap: state bucket and roles', async () => {
      assert.equal(await runBootstrap(bare, checkout, 'apply'), bucket);
      await openRoles(emulator.aws, roles);
    }),
    prove('a backend test fails: nothing is planned or deployed', () => failBackendTest(stage)),
  ]);
  standIns.narrow(words);
  const foundations = await listResources(emulator.aws);
  await need('a pull request that changes a unit: tests, checks, plan, one comment', () => pullFirst(stage));
  standIns.narrow(backend);
  await need('a second push to it: the same comment, with another plan', () => pullFirstAgain(stage));
  await prove('nothing of all this has changed the account', async () => {
    assert.deepEqual(await listResources(emulator.aws), foundations);
  });
  await need('its merge: dev, then prod; each applied, uploaded, invalidated, tried', () => mergeFirst(stage));
  await prove('a plan that changed since its review: refused, nothing applied', () => refuseOtherPlan(stage));
  await prove('the smoke test fails: rolled back, prod not reached', () => failSmokeTest(stage));
  await prove('changed by hand: one issue, kept up to date; the sites are tried', () => findDrift(stage));
  await prove('no call was made that the replay against the policies does not know', async () => {
    assert.deepEqual(findUnknownCalls(recorder.calls), []);
  });
}
