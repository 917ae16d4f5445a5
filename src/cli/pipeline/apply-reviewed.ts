import { join } from 'node:path';
import { findFollowers, findUnreviewed, orderUnits, type Unit, type UnitPlan } from '#plans';
import type { Environment } from '../find-environment.ts';
import { explainMissing, runTool } from '../run-tool.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import type { FoundReview } from './find-review.ts';
import { hideEmail } from './hide-email.ts';
import { listUnits, planEnvironment } from './plan-environment.ts';

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
): Promise<ExitCode> {
  const { name } = environment;
  const plan = (units: readonly Unit[], step: string) => {
    const work = planEnvironment(environment, { units, folder: join(folder, step), locks: true }, shell);
    return showProgress(shell, `Planning ${units.map((unit) => unit.name).join(', ')}`, work);
  };
  const check = (plans: readonly UnitPlan[]) =>
    plans.flatMap((one) => findUnreviewed(one, review?.environments[name]?.[one.unit]));
  const fail = (text: string): ExitCode => {
    shell.warn(hideEmail(text, shell));
    return 3;
  };

  const listed = await listUnits(environment, shell);
  if (listed.mistake !== undefined) return fail(listed.mistake);
  const first = await plan(listed.units, 'all');
  if (first.mistake !== undefined) return fail(first.mistake);
  const unseen = check(first.plans);
  if (unseen.length > 0) return fail(explainUnseen(unseen, source, 'Nothing was changed.'));

  const followers = findFollowers(listed.units, first.plans);
  const changing = new Set([
    ...followers.keys(),
    ...first.plans.filter((one) => one.changes.length > 0 || one.changesOutputs).map(({ unit }) => unit),
  ]);
  if (changing.size === 0) {
    shell.print(`${shell.paint('good', 'Nothing to apply')}: ${name} is what this commit describes.`);
    return 0;
  }
  shell.print(`Compared with ${source}.`);
  const ready: string[] = [];
  for (const [index, layer] of orderUnits(listed.units).entries()) {
    const units = layer.filter((unit) => changing.has(unit.name));
    if (units.length === 0) continue;
    // What follows nothing is planned for good already.
    const isKnown = !units.some((unit) => followers.has(unit.name));
    const step = isKnown ? 'all' : `layer-${index}`;
    const planned = isKnown
      ? { plans: first.plans.filter((one) => units.some((unit) => unit.name === one.unit)) }
      : await plan(units, step);
    if (planned.mistake !== undefined) return fail(planned.mistake);
    const done = ready.length === 0 ? 'Nothing was changed.' : `Applied are ${ready.join(', ')}, and nothing else.`;
    const mocked = planned.plans.filter(({ mocks }) => mocks.length > 0);
    if (mocked.length > 0) return fail(explainMocks(mocked, done));
    const problems = check(planned.plans);
    if (problems.length > 0) return fail(explainUnseen(problems, source, done));
    const wanted = planned.plans.filter((one) => one.changes.length > 0 || one.changesOutputs).map(({ unit }) => unit);
    if (wanted.length === 0) continue;
    const applied = await applyPlans(environment, wanted, join(folder, step), shell);
    if (applied !== undefined) return fail(applied);
    ready.push(...wanted);
  }
  shell.print(`${shell.paint('good', 'Applied')} ${name} as reviewed.`);
  return 0;
}

/** Applies exactly the plans in a folder; what is wrong when that fails. */
async function applyPlans(
  { name, folder: cwd }: Environment,
  units: readonly string[],
  folder: string,
  shell: Shell,
): Promise<string | undefined> {
  const filters = units.flatMap((unit) => ['--filter', `./${unit}`]);
  const args = ['run', '--all', '--non-interactive', ...filters, '--out-dir', folder, '--', 'apply'];
  const { ok, isMissing } = await runTool('terragrunt', args, { cwd, env: { ...shell.env, TG_NO_COLOR: 'true' } });
  if (ok) return undefined;
  if (isMissing) return explainMissing('terragrunt');
  return `${units.join(', ')} of ${name} were not applied as a whole. Terragrunt says why above; what was made is kept. When it is mended, run this job again.`;
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
