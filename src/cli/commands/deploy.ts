import { buildDist } from '#build';
import { publishDist } from '#publish';
import { applyEnvironment, findEnvironment, requireStateBucket } from '#terragrunt';
import type { Input } from '../command.ts';
import { runStep } from '../run-step.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { trySite } from './try-site.ts';

/** Builds, applies the infrastructure, publishes the site and tries it, one after the other. */
export async function runDeploy({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const environment = await findEnvironment(shell.root, operands[0], 'deploy');
  if (!options.has('yes') && !shell.canAsk)
    throw new UserError('Nobody is here to look at the plan. Add --yes to apply without being asked.', 2);
  requireStateBucket(shell.env);

  await runStep(shell, '1/4 Build', () => buildDist(shell, { resume: options.get('resume') }));
  await runStep(shell, '2/4 Infrastructure', () => applyEnvironment(environment, { asks: !options.has('yes') }, shell));
  const { url, canGoBack } = await runStep(shell, '3/4 Site', () => publishDist(environment, shell));
  const isFine = await runStep(shell, '4/4 Smoke test', () => trySite(url, shell));
  if (!isFine) {
    const remedy = canGoBack ? ` To go back to the release before: npx cloud-resume rollback ${environment.name}.` : '';
    throw new UserError(`The site is live at ${url}, but its smoke test failed.${remedy}`);
  }
  shell.print(`\n${shell.paint('good', 'Deployed')} to ${environment.name}: ${shell.paint('link', url)}`);
  return 0;
}
