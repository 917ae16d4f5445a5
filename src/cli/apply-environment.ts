import type { Environment } from './find-environment.ts';
import { explainMissing, runTool } from './run-tool.ts';
import type { ExitCode, Shell } from './shell.ts';

/**
 * Applies every unit of an environment with Terragrunt. With `asks` its plan is shown first, and a person says yes or no.
 */
export async function applyEnvironment(
  { name, folder }: Environment,
  { asks }: { readonly asks: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const options = { cwd: folder, env: shell.env };
  const run = (command: string) => runTool('terragrunt', ['run', '--all', '--non-interactive', '--', command], options);
  if (asks) {
    const planned = await run('plan');
    if (!planned.ok) return fail(planned.isMissing, `The plan for ${name} failed; nothing was changed.`, shell);
    const answer = await shell.ask(`\nApply this to ${name}? Write yes: `);
    if (answer !== 'yes') {
      shell.warn('Nothing was changed.');
      return 3;
    }
  }
  const applied = await run('apply');
  if (applied.ok) return 0;
  const remedy = 'Terragrunt says why above; what was made is kept, so run this again when it is mended.';
  return fail(applied.isMissing, `The infrastructure of ${name} was not applied as a whole. ${remedy}`, shell);
}

function fail(isMissing: boolean, text: string, shell: Shell): ExitCode {
  shell.warn(isMissing ? explainMissing('terragrunt') : text);
  return 3;
}
