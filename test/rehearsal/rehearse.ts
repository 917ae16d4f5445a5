import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumeRole } from './assume-role.ts';
import { changeResume, rollBack } from './change-resume.ts';
import { carryOver, checkNumbers } from './check-numbers.ts';
import { checkPlan } from './check-plan.ts';
import { deployEnvironment } from './deploy-environment.ts';
import { findPort } from './find-port.ts';
import { listMissingKinds, listResources } from './list-resources.ts';
import { makeCheckout } from './make-checkout.ts';
import type { Deployed, Environment, Rehearsal } from './rehearsal.ts';
import { ringAlarm } from './ring-alarm.ts';
import { runBootstrap } from './run-bootstrap.ts';
import { runProject, runTerragrunt } from './run-project.ts';
import type { RehearsalOptions } from './run-rehearsal.ts';
import { standBeside } from './stand-beside.ts';
import { startEmulator } from './start-emulator.ts';
import { startSubscriber, subscribeDesk } from './start-subscriber.ts';
import { makeZone, nameDomain, tryDomain } from './try-domain.ts';
import { tryFirewall } from './try-firewall.ts';
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
  // Whoever wants a domain of their own has a zone before all else.
  const zone = await makeZone(aws);
  nameDomain(devCheckout ?? '', 'prod', zone);
  const empty = await listResources(aws);

  const bare: Rehearsal = { emulator, env: { ...env, ...emulator.env }, signal };
  const bucket = await need('cloud-resume bootstrap: state bucket, roles, budget, GitHub, checksums', () =>
    runBootstrap(bare, devCheckout ?? '', 'apply'),
  );
  await prove('what it wrote down holds dev to the account, and its units to the checksums', async () => {
    const read = (path: string) => readFileSync(join(devCheckout ?? '', 'infrastructure', path), 'utf8');
    assert.match(read('live/dev/env.hcl'), /account_id = "000000000000"/);
    assert.match(read('.terraform.lock.hcl'), /"h1:[^"]+",\n/);
  });
  await prove('cloud-resume bootstrap, once more: nothing is left to do', async () => {
    assert.equal(await runBootstrap(bare, devCheckout ?? '', 'apply'), bucket);
  });
  const subscriber = await startSubscriber(emulator);
  signal.addEventListener('abort', () => subscriber.stop());
  const alarms = {
    ALARM_EMAIL: 'jane@jane.example',
    ALARM_HTTPS: subscriber.deskUrl,
    ALARM_WEBHOOK: subscriber.chatUrl,
  };
  const rehearsal: Rehearsal = { ...bare, env: { ...bare.env, STATE_S3_BUCKET: bucket, ...alarms } };
  const foundations = await listResources(aws);

  const become = (role: string) =>
    need(`${role} is lent to this repository's runs and to no others`, () => assumeRole(aws, `cloud-resume-${role}`));
  const environments: readonly Environment[] = [
    { name: 'dev', checkout: devCheckout ?? '', deployer: await become('apply-dev') },
    { name: 'prod', checkout: prodCheckout ?? '', deployer: await become('apply-prod') },
  ];
  const publisher = await become('site-dev');

  await need('a desk confirms by itself that it wants to hear of alarms', async () => {
    for (const { name } of environments) await subscribeDesk(aws, subscriber, name);
  });
  const deployments = await Promise.allSettled(
    environments.map((environment) =>
      need(`cloud-resume deploy ${environment.name}: infrastructure, site, smoke test`, () =>
        deployEnvironment(rehearsal, environment),
      ),
    ),
  );
  signal.throwIfAborted();
  const [dev, prod] = deployments.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  if (dev && prod) {
    await prove('a list of the account shows every kind of resource', async () => {
      assert.deepEqual(listMissingKinds(await listResources(aws)), []);
    });
    await prove('prod stands beside dev', () => standBeside(rehearsal, dev, prod));
    await prove("the function's role can't do more than it needs", () => tryFunctionRole(rehearsal, dev, prod));
  }

  const useDev = async (environment: Deployed) => {
    await prove('a second plan changes nothing', () => checkPlan(rehearsal, environment));
    await prove("terragrunt init and apply work in a unit's own folder", async () => {
      await runTerragrunt(rehearsal, environment, ['init'], {}, 'sns');
      assert.match(
        await runTerragrunt(rehearsal, environment, ['apply', '-auto-approve'], {}, 'sns'),
        /0 added, 0 changed, 0 destroyed/,
      );
    });
    await prove('smoke test with every address, and no visit of it is left', () => trySite(rehearsal, environment));
    await prove('the numbers are right, and nobody can be found in them', () => checkNumbers(rehearsal, environment));
    await prove('an older count is carried over, once', () => carryOver(rehearsal, environment));
    await prove('a change of the résumé publishes just what changed', () =>
      changeResume(rehearsal, environment, publisher),
    );
    await prove('rollback shows the old page, publish the new one', () => rollBack(rehearsal, environment, publisher));
    await prove('the firewall comes and goes again', () => tryFirewall(rehearsal, environment));
    await prove('a table that is gone rings the alarm, by mail, at a desk and in a chat', () =>
      ringAlarm(rehearsal, environment, subscriber),
    );
  };
  const liftProtection = async (environment: Deployed) => {
    await prove('a domain in Route 53 comes and goes again', () => tryDomain(rehearsal, environment, zone));
    await prove('cloud-resume destroy prod is refused while it is protected', async () => {
      assert.match(
        await runProject(rehearsal, environment, ['destroy', 'prod', '--yes'], { code: 3 }),
        /prod is protected/,
      );
    });
    await need('the protection of prod is lifted', async () => {
      const lifted = { env: { TF_VAR_protected: 'false' } };
      await runTerragrunt(rehearsal, environment, ['run', '--all', '--non-interactive', '--', 'apply'], lifted);
    });
  };
  const destroy = (environment: Environment) =>
    need(`cloud-resume destroy ${environment.name}`, () =>
      runProject(rehearsal, environment, ['destroy', environment.name, '--yes'], {
        env: { TF_VAR_protected: 'false' },
      }),
    );
  const destroyAgain = (environment: Environment) =>
    prove(`cloud-resume destroy ${environment.name}, once more: there is nothing, and that is fine`, async () => {
      const said = await runProject(rehearsal, environment, ['destroy', environment.name, '--yes'], {
        env: { TF_VAR_protected: 'false' },
      });
      assert.match(said, /Nothing of \w+ is there, so there is nothing to destroy\.\n$/);
    });
  const destroyHalf = (environment: Environment) =>
    prove(`a deployment of ${environment.name} that stopped in the middle can be destroyed`, async () => {
      const open = { env: { TF_VAR_protected: 'false' } };
      await runTerragrunt(rehearsal, environment, ['apply', '-auto-approve'], open, 'dynamodb');
      const said = await runProject(rehearsal, environment, ['destroy', environment.name, '--yes'], open);
      assert.match(
        said,
        /^Not there, so nothing of it is destroyed: api_gateway-lambda, cloudwatch, s3-cloudfront, sns\.$/m,
      );
    });
  const [devEnvironment, prodEnvironment] = environments as [Environment, Environment];
  const lanes = await Promise.allSettled([
    (dev ? useDev(dev) : Promise.resolve()).then(() => destroy(devEnvironment)).then(() => destroyHalf(devEnvironment)),
    (prod ? liftProtection(prod) : Promise.resolve())
      .then(() => destroy(prodEnvironment))
      .then(() => destroyAgain(prodEnvironment)),
  ]);
  signal.throwIfAborted();
  if (lanes.some(({ status }) => status === 'rejected')) return;

  await prove('destroy left nothing of dev and prod behind', async () => {
    assert.deepEqual(await listResources(aws), foundations);
  });
  await need('cloud-resume bootstrap --destroy', () => runBootstrap(rehearsal, devCheckout ?? '', 'destroy'));
  await prove('the account is empty again', async () => assert.deepEqual(await listResources(aws), empty));
}
