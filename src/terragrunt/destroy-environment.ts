import { createBucket } from '#aws';
import type { Shell } from '#cli';
import type { Environment } from './find-environment.ts';
import { findState } from './find-state.ts';
import { prepareProviders } from './prepare-providers.ts';
import { readUnitStates } from './read-unit-states.ts';
import { runTerragrunt } from './run-terragrunt.ts';

/** Destroys what is there of an environment, in one go or in several, and says in a sentence what is not. */
export async function destroyEnvironment(environment: Environment, shell: Shell): Promise<void> {
  const { name, folder } = environment;
  const { bucket, region } = await findState(shell, environment);
  const states = await readUnitStates(environment, await createBucket({ name: bucket, region }, shell.env));
  const there = states.filter(({ isApplied }) => isApplied).map(({ unit }) => unit);
  const missing = states.filter(({ isApplied }) => !isApplied).map(({ unit }) => unit);
  if (there.length === 0) {
    shell.print(`Nothing of ${name} is there, so there is nothing to destroy.`);
    return;
  }
  if (missing.length > 0) shell.print(`Not there, so nothing of it is destroyed: ${missing.join(', ')}.`);
  await prepareProviders(environment, shell);
  const filters = missing.length === 0 ? [] : there.flatMap((unit) => ['--filter', `./${unit}`]);
  const args = ['run', '--all', '--non-interactive', ...filters, '--', 'destroy'];
  const failed = `Not all of ${name} was destroyed. Terragrunt says why above; run this again when it is mended.`;
  await runTerragrunt(folder, args, shell.env, failed);
  shell.print(`${shell.paint('good', 'Destroyed')} ${name}. Its state stays in ${bucket}, empty.`);
}
