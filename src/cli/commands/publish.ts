import { buildDist } from '#build';
import { writeOutput } from '#github';
import { publishDist } from '#publish';
import { findEnvironment, findState } from '#terragrunt';
import { accountHelp, defineCommand, forceOption, resumeOption } from '../define-command.ts';

/** Builds the site and brings it to an environment that is deployed. */
export const publish = defineCommand({
  name: 'publish',
  otherNames: ['upload', 'sync', 'push', 'invalidate'],
  audience: 'people',
  summary: 'Brings the site alone to an environment that is deployed',
  details: `Builds, uploads what changed, the pages last, and waits until CloudFront has forgotten the old ones.
Interrupted, it can simply be run again. Five releases are kept to go back to; what rollback went back from
is forgotten.

${accountHelp}`,
  operands: ['ENV'],
  options: { resume: resumeOption, force: forceOption },
  async run({ options, operands }, shell) {
    const environment = await findEnvironment(shell.root, operands[0], 'publish');
    await findState(shell, environment);
    await buildDist(shell, { resume: options.resume });
    const published = await publishDist(environment, { force: options.force }, shell);
    // What a pipeline may go back from, when the smoke test fails.
    await writeOutput(shell, 'published', String(published.isNew && published.canGoBack));
    return 0;
  },
});
