import type { Command } from '../command.ts';

const needs = `ENV is a folder of infrastructure/live, such as dev; without it all of them are meant. STATE_S3_BUCKET names the
state bucket, and AWS finds your credentials in its usual places. A role that may only read is enough.`;

/** The commands that .github/workflows/pipeline.yaml is made of. Most can be run by hand too. */
export const pipelineCommands: readonly Command[] = [
  {
    name: 'plan',
    otherNames: ['diff', 'preview-changes', 'what-if'],
    summary: 'Shows what a deployment would change on AWS',
    details: `Builds, plans every unit, and shows each value that would change; secrets never. Changes nothing.
In a workflow it hands on the text for a comment, as its output "comment".

${needs}`,
    operands: ['[ENV]'],
    options: {},
    load: async () => (await import('./plan.ts')).runPlan,
  },
  {
    name: 'comment',
    otherNames: ['post'],
    summary: 'In a workflow: writes the plan to its pull request',
    details: `Writes PLAN_COMMENT into the comment that has the last plan, or into a new one. GITHUB_TOKEN and GITHUB_REPOSITORY
say where.`,
    operands: [],
    options: {
      'pull-request': { value: 'NUMBER', help: 'The pull request. Default: that for which the workflow runs.' },
    },
    load: async () => (await import('./comment.ts')).runComment,
  },
  {
    name: 'apply',
    otherNames: [],
    summary: 'In a workflow: applies what a merged pull request showed, and nothing else',
    details: `Plans ENV again and compares each change with the comment of the pull request that was merged as GITHUB_SHA.
Whatever that does not show is refused before anything is changed. Units whose values were not known yet are
planned and compared again when those before them are applied. By hand, use deploy.`,
    operands: ['ENV'],
    options: { reviewed: { help: 'Has to be there: it says what this command does.' } },
    load: async () => (await import('./apply.ts')).runApply,
  },
  {
    name: 'smoke',
    otherNames: ['try', 'probe'],
    summary: 'Tries the site of an environment in a real browser',
    details: `Runs the smoke test against the address of ENV, which compares it with the build in dist/. It adds two visits.
SITE_URL has another address tried.`,
    operands: ['ENV'],
    options: {},
    load: async () => (await import('./smoke.ts')).runSmoke,
  },
  {
    name: 'drift',
    otherNames: ['compare'],
    summary: 'Finds what is deployed otherwise than this checkout describes',
    details: `Exit code 1 says that something differs. In a workflow it opens one issue about that, keeps it up to date, and closes
it when nothing differs any more.

${needs}`,
    operands: ['[ENV]'],
    options: {},
    load: async () => (await import('./drift.ts')).runDrift,
  },
];
