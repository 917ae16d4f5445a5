import { type Shell, UserError } from '#cli';
import type { Environment } from './find-environment.ts';
import { prepareProviders } from './prepare-providers.ts';
import { explainMissingTool, runTool } from './run-tool.ts';

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
  const options = { cwd: folder, env: shell.env };
  const run = (command: string) => runTool('terragrunt', ['run', '--all', '--non-interactive', '--', command], options);
  if (asks) {
    const planned = await run('plan');
    if (!planned.ok) fail(planned.isMissing, `The plan for ${name} failed; nothing was changed.`);
    const answer = await shell.ask(`\nApply this to ${name}? Write yes: `);
    if (answer !== 'yes') throw new UserError('Nothing was changed.');
  }
  const applied = await run('apply');
  if (applied.ok) return;
  const remedy = 'Terragrunt says why above; what was made is kept, so run this again when it is mended.';
  fail(applied.isMissing, `The infrastructure of ${name} was not applied as a whole. ${remedy}`);
}

function fail(isMissing: boolean, text: string): never {
  throw new UserError(isMissing ? explainMissingTool('terragrunt') : text);
}
