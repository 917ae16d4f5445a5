import assert from 'node:assert/strict';
import { join } from 'node:path';
import { assumeRole } from './assume-role.ts';
import { changeResume, rollBack } from './change-resume.ts';
import { carryOver, checkNumbers } from './check-numbers.ts';
import { checkPlan } from './check-plan.ts';
import { deployPlace } from './deploy-place.ts';
import { findPort } from './find-port.ts';
import type { Deployed, House, Place } from './house.ts';
import { listMissingKinds, listResources } from './list-resources.ts';
import { makeCheckout } from './make-checkout.ts';
import { ringAlarm } from './ring-alarm.ts';
import { runBootstrap } from './run-bootstrap.ts';
import { runProject, runTerragrunt } from './run-project.ts';
import type { RehearsalOptions } from './run-rehearsal.ts';
import { standBeside } from './stand-beside.ts';
import { startEmulator } from './start-emulator.ts';
import { tryFunctionRole } from './try-function-role.ts';
import { trySite } from './try-site.ts';

/** From an empty account to two environments, what can be done with them, and back to an empty account. */
export async function rehearse({
  project,
  workbench,
  ministack,
  env,
  report,
  signal,
}: RehearsalOptions): Promise<void> {
  const { need, prove } = report;
  // One checkout for each environment, as in two runs of a pipeline.
  const [devCheckout, prodCheckout] = ['dev', 'prod'].map((name) => makeCheckout(project, join(workbench, name)));
  const emulator = await need('MiniStack starts with IAM enforced', async () => {
    const cache = join(project, 'node_modules/.cache/rehearsal');
    const folder = join(workbench, 'emulator');
    return startEmulator({ folder, port: await findPort(), env, cache, signal, program: ministack });
  });
  const { aws } = emulator;
  const empty = await listResources(aws);

  const bare: House = { emulator, env: { ...env, ...emulator.env }, signal };
  const bucket = await need('bootstrap: state bucket, roles, budget', () =>
    runBootstrap(bare, devCheckout ?? '', 'apply'),
  );
  const house: House = { ...bare, env: { ...bare.env, STATE_S3_BUCKET: bucket, ALARM_EMAIL: 'jane@jane.example' } };
  const foundations = await listResources(aws);

  const become = (role: string) =>
    need(`${role} is lent to this repository's runs and to no others`, () => assumeRole(aws, `cloud-resume-${role}`));
  const places: readonly Place[] = [
    { name: 'dev', checkout: devCheckout ?? '', deployer: await become('apply-dev') },
    { name: 'prod', checkout: prodCheckout ?? '', deployer: await become('apply-prod') },
  ];
  const publisher = await become('site-dev');

  const deployments = await Promise.allSettled(
    places.map((place) =>
      need(`cloud-resume deploy ${place.name}: infrastructure, site, smoke test`, () => deployPlace(house, place)),
    ),
  );
  signal.throwIfAborted();
  const [dev, prod] = deployments.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  if (dev && prod) {
    await prove('a list of the account shows every kind of resource', async () => {
      assert.deepEqual(listMissingKinds(await listResources(aws)), []);
    });
    await prove('prod stands beside dev', () => standBeside(house, dev, prod));
    await prove("the function's role can't do more than it needs", () => tryFunctionRole(house, dev, prod));
  }

  const useDev = async (place: Deployed) => {
    await prove('a second plan changes nothing', () => checkPlan(house, place));
    await prove("terragrunt init and apply work in a unit's own folder", async () => {
      await runTerragrunt(house, place, ['init'], {}, 'sns');
      assert.match(
        await runTerragrunt(house, place, ['apply', '-auto-approve'], {}, 'sns'),
        /0 added, 0 changed, 0 destroyed/,
      );
    });
    await prove('smoke test with every address: two visits, exactly', () => trySite(house, place));
    await prove('the numbers are right, and nobody can be found in them', () => checkNumbers(house, place));
    await prove('an older count is carried over, once', () => carryOver(house, place));
    await prove('a change of the résumé publishes just what changed', () => changeResume(house, place, publisher));
    await prove('rollback shows the old page, publish the new one', () => rollBack(house, place, publisher));
    await prove('a broken function rings the alarm', () => ringAlarm(house, place));
  };
  const liftProtection = async (place: Deployed) => {
    await prove('cloud-resume destroy prod is refused while it is protected', async () => {
      assert.match(await runProject(house, place, ['destroy', 'prod', '--yes'], { code: 3 }), /prod is protected/);
    });
    await need('the protection of prod is lifted', async () => {
      const lifted = { env: { TF_VAR_protected: 'false' } };
      await runTerragrunt(house, place, ['run', '--all', '--non-interactive', '--', 'apply'], lifted);
    });
  };
  const destroy = (place: Place) =>
    need(`cloud-resume destroy ${place.name}`, () =>
      runProject(house, place, ['destroy', place.name, '--yes'], { env: { TF_VAR_protected: 'false' } }),
    );
  const [devPlace, prodPlace] = places as [Place, Place];
  const lanes = await Promise.allSettled([
    (dev ? useDev(dev) : Promise.resolve()).then(() => destroy(devPlace)),
    (prod ? liftProtection(prod) : Promise.resolve()).then(() => destroy(prodPlace)),
  ]);
  signal.throwIfAborted();
  if (lanes.some(({ status }) => status === 'rejected')) return;

  await prove('destroy left nothing of dev and prod behind', async () => {
    assert.deepEqual(await listResources(aws), foundations);
  });
  await need('bootstrap is destroyed', () => runBootstrap(house, devCheckout ?? '', 'destroy'));
  await prove('the account is empty again', async () => assert.deepEqual(await listResources(aws), empty));
}
