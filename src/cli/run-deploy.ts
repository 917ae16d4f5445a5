import { applyEnvironment } from './apply-environment.ts';
import type { Input } from './command.ts';
import { findEnvironment } from './find-environment.ts';
import { publishDist } from './publish-dist.ts';
import { checkStateBucket } from './read-outputs.ts';
import { runBuild } from './run-build.ts';
import { runStep } from './run-step.ts';
import type { ExitCode, Shell } from './shell.ts';
import { trySite } from './try-site.ts';

/** Builds, applies the infrastructure, publishes the site and tries it, one after the other. */
export async function runDeploy({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const { environment, mistake } = await findEnvironment(shell.root, operands[0], 'deploy');
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }
  if (!options.has('yes') && !shell.canAsk) {
    shell.warn('Nobody is here to look at the plan. Add --yes to apply without being asked.');
    return 2;
  }
  const missing = checkStateBucket(shell.env);
  if (missing !== undefined) {
    shell.warn(missing);
    return 3;
  }

  const built = await runStep(shell, '1/4 Build', () => runBuild({ options, operands: [] }, shell));
  if (built !== 0) return built;
  const applied = await runStep(shell, '2/4 Infrastructure', () =>
    applyEnvironment(environment, { asks: !options.has('yes') }, shell),
  );
  if (applied !== 0) return applied;
  const published = await runStep(shell, '3/4 Site', () => publishDist(environment, shell));
  if (published.code !== 0) return published.code;
  const { url, canGoBack } = published;
  const isFine = await runStep(shell, '4/4 Smoke test', () => trySite(url, shell));
  if (!isFine) {
    const remedy = canGoBack ? ` To go back to the release before: npx cloud-resume rollback ${environment.name}.` : '';
    shell.warn(`The site is live at ${url}, but its smoke test failed.${remedy}`);
    return 3;
  }
  shell.print(`\n${shell.paint('good', 'Deployed')} to ${environment.name}: ${shell.paint('link', url)}`);
  return 0;
}
