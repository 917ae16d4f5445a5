import type { Command, Option } from '../command.ts';

const resume: Option = {
  value: 'FILE',
  help: 'The résumé. Default: resume.yaml, resume.yml or resume.json in this folder.',
};

const needs = `ENV is a folder of infrastructure/live, such as dev. STATE_S3_BUCKET names the state bucket, and AWS finds
your credentials in its usual places (AWS_PROFILE and so on).`;

/** The commands that need an account, or something that stands in for one. */
export const cloudCommands: readonly Command[] = [
  {
    name: 'deploy',
    otherNames: ['up', 'release', 'ship'],
    summary: 'Brings everything to AWS: infrastructure, site and function; then tries it',
    details: `Builds, shows Terragrunt's plan and asks, applies every unit of ENV, publishes the site, and runs the smoke
test against its address. Run it again after any change, or after anything that failed.

${needs}`,
    operands: ['ENV'],
    options: {
      yes: { help: 'Applies without showing a plan first and without asking, as in a pipeline.' },
      resume,
    },
    load: async () => (await import('./deploy.ts')).runDeploy,
  },
  {
    name: 'publish',
    otherNames: ['upload', 'sync', 'push', 'invalidate'],
    summary: 'Brings the site alone to an environment that is deployed',
    details: `Builds, uploads what changed, the pages last, and waits until CloudFront has forgotten the old ones.
Interrupted, it can simply be run again. Five releases are kept to go back to; what rollback went back from
is forgotten.

${needs}`,
    operands: ['ENV'],
    options: { resume },
    load: async () => (await import('./publish.ts')).runPublish,
  },
  {
    name: 'rollback',
    otherNames: ['revert', 'undo', 'restore', 'releases'],
    summary: 'Makes an earlier release of the site live again',
    details: `Goes back to the release before the live one, or to RELEASE. Twice goes back twice, and --to also returns to
a later one. The next publish goes on from there. After a publish that was interrupted it goes back to what
was live before.

${needs}`,
    operands: ['ENV'],
    options: {
      to: { value: 'RELEASE', help: 'The release to make live. Default: the one before the live one.' },
      list: { help: 'Lists the releases, newest first, and changes nothing.' },
    },
    load: async () => (await import('./rollback.ts')).runRollback,
  },
  {
    name: 'stats',
    otherNames: ['statistics', 'visits', 'visitors', 'numbers', 'analytics', 'report', 'count'],
    summary: 'Shows how many came, when, from where and on what; or carries an old count over',
    details: `Shows the visits of ENV, or with --local those of your preview: total, daily visitors, days, hours, referrers,
countries, devices and bots. Nothing of it tells who came. docs/stats.md explains csv and json.

stats import ENV --start-at N adds the N visits of an older counter to the total, once for ever.

${needs}`,
    operands: ['[import]', '[ENV]'],
    options: {
      local: { help: 'Shows what your preview has counted, while it runs too.' },
      demo: { help: 'Shows simulated visits, marked as such.' },
      days: { value: 'N', help: 'How many days, up to today. Default: 30.' },
      format: { value: 'FORMAT', choices: ['text', 'csv', 'json'], help: 'text, csv or json. Default: text.' },
      open: { help: 'Makes a page of it in .local/stats, with charts, and opens that in your browser.' },
      'no-open': { help: 'Makes the page and opens no browser.' },
      'start-at': { value: 'N', help: 'With import: how many visits to carry over.' },
      yes: { help: 'With import: carries them over without asking.' },
    },
    load: async () => (await import('./stats.ts')).runStats,
  },
  {
    name: 'destroy',
    otherNames: ['down', 'teardown', 'remove', 'delete'],
    summary: 'Deletes an environment from AWS, with all that it holds',
    details: `Asks for the name of ENV to be typed, then has Terragrunt destroy every unit of it. An environment whose
env.hcl says protected is refused until that is lifted; the command says how.

${needs}`,
    operands: ['ENV'],
    options: { yes: { help: 'Destroys without asking, as in a pipeline.' } },
    load: async () => (await import('./destroy.ts')).runDestroy,
  },
  {
    name: 'doctor',
    otherNames: ['status', 'info', 'diagnose', 'env'],
    summary: 'Says what is missing to deploy, and what to do about it',
    details: `Looks at Node, the tools and their versions, the build, the credentials and the state bucket; with ENV also
at its units and whether its site answers. Needs no account: it says what is missing.`,
    operands: ['[ENV]'],
    options: {
      github: { help: 'Looks at the repository on GitHub too: the variables and environments of the pipeline.' },
    },
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
];
