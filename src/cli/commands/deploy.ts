import { buildDist } from '#build';
import { publishDist } from '#publish';
import { applyEnvironment, awaitCertificate, findEnvironment, findState, trySite } from '#terragrunt';
import { accountHelp, defineCommand, forceOption, resumeOption } from '../define-command.ts';
import { formatSeconds } from '../format-seconds.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Builds, applies the infrastructure, publishes the site and tries it, one after the other. */
export const deploy = defineCommand({
  name: 'deploy',
  otherNames: ['up', 'release', 'ship'],
  audience: 'people',
  summary: 'Brings everything to AWS: infrastructure, site and function; then tries it',
  details: `Builds, shows Terragrunt's plan and asks, applies every unit of ENV, publishes the site, and runs the smoke
test against its address. Run it again after any change, or after anything that failed.

${accountHelp}`,
  operands: ['ENV'],
  options: {
    yes: { help: 'Applies without showing a plan first and without asking, as in a pipeline.' },
    resume: resumeOption,
    force: forceOption,
  },
  async run({ options, operands }, shell) {
    const environment = await findEnvironment(shell.root, operands[0], 'deploy');
    if (!options.yes && !shell.canAsk)
      throw new UserError('Not a terminal, so cannot ask. Add --yes to apply without showing the plan first.', 2);
    await findState(shell, environment);

    await runStep(shell, '1/4 Build', () => buildDist(shell, { resume: options.resume }));
    await runStep(shell, '2/4 Infrastructure', async () => {
      await applyEnvironment(environment, { asks: !options.yes }, shell);
      await awaitCertificate(environment, shell);
    });
    const { url, canGoBack } = await runStep(shell, '3/4 Site', () =>
      publishDist(environment, { force: options.force }, shell),
    );
    const isFine = await runStep(shell, '4/4 Smoke test', () => trySite(url, shell));
    if (!isFine) {
      const remedy = canGoBack
        ? ` To go back to the release before: npx cloud-resume rollback ${environment.name}.`
        : '';
      throw new UserError(`The site is live at ${url}, but its smoke test failed.${remedy}`);
    }
    shell.print(`\n${shell.paint('good', 'Deployed')} to ${environment.name}: ${shell.paint('link', url)}`);
    return 0;
  },
});

/** Does one step of several, with its name before and its time after it. */
async function runStep<Result>(
  { print, paint }: Pick<Shell, 'print' | 'paint'>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  print(`\n${paint('strong', name)}`);
  const start = performance.now();
  try {
    return await work();
  } finally {
    print(paint('dim', `${name}: ${formatSeconds(performance.now() - start)}`));
  }
}
