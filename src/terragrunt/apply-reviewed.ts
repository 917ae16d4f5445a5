import { join } from 'node:path';
import { type Shell, showProgress, UserError } from '#cli';
import type { FoundReview } from '#github';
import { findDependents, findUnreviewed, sortUnitsIntoLayers, type Unit, type UnitPlan } from '#plans';
import type { Environment } from './find-environment.ts';
import { listUnits, planEnvironment } from './plan-environments.ts';
import { runTerragrunt } from './run-terragrunt.ts';
import { hideEmail } from './run-tool.ts';

/**
 * Applies an environment as far as a review has shown it. All units are planned and compared before anything is changed; then
 * layer after layer is planned again, because only now their values are known, compared again, and applied from that very plan.
 */
export async function applyReviewed(
  environment: Environment,
  { review, source }: FoundReview,
  /** Where the plans are kept meanwhile. */
  folder: string,
  shell: Shell,
): Promise<void> {
  const { name } = environment;
  const plan = (units: readonly Unit[], step: string) => {
    const work = planEnvironment(environment, { units, folder: join(folder, step), locks: true }, shell);
    return showProgress(shell, `Planning ${units.map((unit) => unit.name).join(', ')}`, work);
  };
  const check = (plans: readonly UnitPlan[]) =>
    plans.flatMap((one) => findUnreviewed(one, review?.environments[name]?.[one.unit]));
  const fail = (text: string): never => {
    throw new UserError(hideEmail(text, shell));
  };

  const all = await listUnits(environment, shell);
  const first = await plan(all, 'all');
  const unseen = check(first);
  if (unseen.length > 0) fail(explainUnseen(unseen, source, 'Nothing was changed.'));

  const dependents = findDependents(all, first);
  const changing = new Set([
    ...dependents.keys(),
    ...first.filter((one) => one.changes.length > 0 || one.changesOutputs).map(({ unit }) => unit),
  ]);
  if (changing.size === 0) {
    shell.print(`${shell.paint('good', 'Nothing to apply')}: ${name} is what this commit describes.`);
    return;
  }
  shell.print(`Compared with ${source}.`);
  const ready: string[] = [];
  for (const [index, layer] of sortUnitsIntoLayers(all).entries()) {
    const units = layer.filter((unit) => changing.has(unit.name));
    if (units.length === 0) continue;
    // What follows nothing is planned for good already.
    const isKnown = !units.some((unit) => dependents.has(unit.name));
    const step = isKnown ? 'all' : `layer-${index}`;
    const planned = isKnown
      ? first.filter((one) => units.some((unit) => unit.name === one.unit))
      : await plan(units, step);
    const done = ready.length === 0 ? 'Nothing was changed.' : `Applied are ${ready.join(', ')}, and nothing else.`;
    const mocked = planned.filter(({ mocks }) => mocks.length > 0);
    if (mocked.length > 0) fail(explainMocks(mocked, done));
    const problems = check(planned);
    if (problems.length > 0) fail(explainUnseen(problems, source, done));
    const wanted = planned.filter((one) => one.changes.length > 0 || one.changesOutputs).map(({ unit }) => unit);
    if (wanted.length === 0) continue;
    await applyPlans(environment, wanted, join(folder, step), shell);
    ready.push(...wanted);
  }
  shell.print(`${shell.paint('good', 'Applied')} ${name} as reviewed.`);
}

/** Applies exactly the plans in a folder. */
async function applyPlans(
  { name, folder: cwd }: Environment,
  units: readonly string[],
  folder: string,
  shell: Shell,
): Promise<void> {
  const filters = units.flatMap((unit) => ['--filter', `./${unit}`]);
  const args = ['run', '--all', '--non-interactive', ...filters, '--out-dir', folder, '--', 'apply'];
  const failed = `${units.join(', ')} of ${name} were not applied as a whole. Terragrunt says why above; what was made is kept. When it is mended, run this job again.`;
  await runTerragrunt(cwd, args, { ...shell.env, TG_NO_COLOR: 'true' }, failed);
}

function explainUnseen(problems: readonly string[], source: string, done: string): string {
  return `${done} This is not what was reviewed (${source}):
${problems.join('\n')}
Open a pull request, even one that changes a word: its plan now shows this change, and its merge applies it.`;
}

function explainMocks(plans: readonly UnitPlan[], done: string): string {
  const places = plans.map(({ unit, mocks }) => `  ${unit}: ${mocks.join(', ')}`).join('\n');
  return `${done} These plans hold stand-ins for outputs that another unit does not have:
${places}
Give that unit the outputs that infrastructure/units asks for, or apply it first: npx cloud-resume deploy.`;
}
