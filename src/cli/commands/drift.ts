import { buildDist } from '#build';
import { createGitHub, syncDriftIssue } from '#github';
import { formatDrift } from '#plans';
import { findEnvironments, hideEmail, planEnvironments } from '#terragrunt';
import { accountHelp, defineCommand } from '../define-command.ts';

/** Looks whether what is deployed is what the checkout describes; in a workflow it keeps an issue about that. */
export const drift = defineCommand({
  name: 'drift',
  otherNames: ['compare'],
  audience: 'pipeline',
  summary: 'Finds what is deployed otherwise than this checkout describes',
  details: `Plans every unit of ENV, or of all environments, and shows each value that differs. Changes nothing. Exit
code 1 says that something differs. In a workflow it opens one issue about that, keeps it up to date,
and closes it when nothing differs any more.

${accountHelp}`,
  operands: ['[ENV]'],
  options: {},
  async run({ operands }, shell) {
    const environments = await findEnvironments(shell.root, operands[0], 'drift');
    const github = shell.env.GITHUB_ACTIONS === 'true' ? createGitHub(shell) : undefined;
    await buildDist(shell);

    const drift = formatDrift(await planEnvironments(environments, shell));
    shell.print(hideEmail(drift?.log ?? 'What is deployed is what this checkout describes.', shell));
    if (github) {
      const { did, number } = await syncDriftIssue(github, drift && hideEmail(drift.issue, shell));
      if (number !== undefined) shell.print(`\nIssue ${number} was ${did}.`);
      return 0;
    }
    return drift ? 1 : 0;
  },
});
