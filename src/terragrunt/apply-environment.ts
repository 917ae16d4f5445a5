import { type Shell, UserError } from '#cli';
import type { Environment } from './find-environment.ts';
import { prepareProviders } from './prepare-providers.ts';
import { runTerragrunt } from './run-terragrunt.ts';

/**
 * Applies every unit of an environment with Terragrunt. With `asks` its plan is shown first, and a person says yes or no.
 */
export async function applyEnvironment(
  environment: Environment,
  { asks }: { readonly asks: boolean },
  shell: Shell,
): Promise<void> {
  const { name, folder } = environment;
  await prepareProviders(environment, shell);
  const run = (command: string, failed: string) =>
    runTerragrunt(folder, ['run', '--all', '--non-interactive', '--', command], shell.env, failed);
  if (asks) {
    await run('plan', `The plan for ${name} failed; nothing was changed.`);
    const answer = await shell.ask(`\nApply this to ${name}? Write yes: `);
    if (answer !== 'yes') throw new UserError('Nothing was changed.');
  }
  const remedy = 'Terragrunt says why above; what was made is kept, so run this again when it is mended.';
  await run('apply', `The infrastructure of ${name} was not applied as a whole. ${remedy}`);
}
