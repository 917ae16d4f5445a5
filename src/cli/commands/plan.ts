import { appendFile } from 'node:fs/promises';
import { buildDist } from '#build';
import { readPullEvent, writeOutput } from '#github';
import { countChanges, type EnvironmentPlan, estimatePlans, findDependents, formatChange, formatComment } from '#plans';
import { findEnvironments, hideEmail, type PlannedEnvironment, planEnvironments } from '#terragrunt';
import { accountHelp, defineCommand } from '../define-command.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';

/** Plans environments and shows what would change; in a workflow it also hands on what a comment is to say. */
export const plan = defineCommand({
  name: 'plan',
  otherNames: ['diff', 'preview-changes', 'what-if'],
  audience: 'pipeline',
  summary: 'Shows what a deployment would change on AWS',
  details: `Builds, plans every unit, and shows each value that would change; secrets never. Changes nothing.
In a workflow it hands on the text for a comment, as its output "comment".

${accountHelp}`,
  operands: ['[ENV]'],
  options: {},
  async run({ operands }, shell) {
    const environments = await findEnvironments(shell.root, operands[0], 'plan');
    if (shell.env.GITHUB_ACTOR === 'dependabot[bot]') return leaveToPerson(shell);
    await buildDist(shell);

    const found = await planEnvironments(environments, shell);
    const planned = found.map(describePlan);
    for (const environment of planned) shell.print(hideEmail(formatEnvironment(environment), shell));
    const event = await readPullEvent(shell);
    const comment = hideEmail(formatComment(planned, event?.commit ?? ''), shell);
    await writeOutput(shell, 'comment', comment);
    if (shell.env.GITHUB_STEP_SUMMARY) await appendFile(shell.env.GITHUB_STEP_SUMMARY, comment);
    return 0;
  },
});

/** GitHub lends a run that Dependabot began no identity, so it cannot read what is deployed. */
async function leaveToPerson(shell: Shell): Promise<0> {
  const named = shell.env.GITHUB_HEAD_REF ?? '';
  // It goes into a page of GitHub's too, where other signs could be Markdown.
  const branch = /^[\w./-]+$/.test(named) ? named : 'its branch';
  const text = `Not planned: GitHub lends Dependabot's runs no identity. What it changes of the function would be refused after the merge, so push a commit to ${branch} first, even an empty one (git commit --allow-empty -m "Plan this"): that run is yours, and plans.`;
  shell.print(text);
  if (shell.env.GITHUB_STEP_SUMMARY) await appendFile(shell.env.GITHUB_STEP_SUMMARY, `${text}\n`);
  return 0;
}

function describePlan({ name, units, plans }: PlannedEnvironment): EnvironmentPlan {
  const dependents = findDependents(units, plans);
  const { idle, flood, millionVisits } = estimatePlans(plans);
  return {
    name,
    units: plans.map((plan) => ({ plan, follows: dependents.get(plan.unit) ?? [] })),
    worstCase: idle + flood,
    millionVisits,
  };
}

function formatEnvironment({ name, units, worstCase }: EnvironmentPlan): string {
  const lines = units.flatMap(({ plan, follows }) => {
    const { add, change, destroy } = countChanges(plan);
    const following = follows.length > 0 ? `; it follows ${follows.map(printable).join(', ')}` : '';
    const counts =
      plan.changes.length === 0 ? 'no changes' : `${add} to add, ${change} to change, ${destroy} to destroy`;
    return [
      `${name}/${printable(plan.unit)}: ${counts}${following}`,
      ...plan.changes.map((one) => formatChange(one).replaceAll(/^/gm, '  ')),
    ];
  });
  return `\n${lines.join('\n')}\n${name} costs at most ${worstCase.toFixed(2)} USD a month.`;
}
