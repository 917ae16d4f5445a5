import { formatDrift } from '#plans';
import type { Input } from './command.ts';
import { findEnvironments } from './find-environment.ts';
import { createGitHub } from './pipeline/create-github.ts';
import { hideEmail } from './pipeline/hide-email.ts';
import { keepIssue } from './pipeline/keep-issue.ts';
import { planEnvironments } from './pipeline/plan-environments.ts';
import { checkStateBucket } from './read-outputs.ts';
import { runBuild } from './run-build.ts';
import type { ExitCode, Shell } from './shell.ts';

/** Looks whether what is deployed is what the checkout describes; in a workflow it keeps an issue about that. */
export async function runDrift({ operands }: Input, shell: Shell): Promise<ExitCode> {
  const { environments, mistake } = await findEnvironments(shell.root, operands[0], 'drift');
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }
  const { github, mistake: closed } = shell.env.GITHUB_ACTIONS === 'true' ? createGitHub(shell) : {};
  const missing = closed ?? checkStateBucket(shell.env);
  if (missing !== undefined) {
    shell.warn(missing);
    return 3;
  }
  const built = await runBuild({ options: new Map(), operands: [] }, shell);
  if (built !== 0) return built;

  const found = await planEnvironments(environments, shell);
  if (found.mistake !== undefined) {
    shell.warn(hideEmail(found.mistake, shell));
    return 3;
  }
  const drift = formatDrift(found.planned);
  shell.print(hideEmail(drift?.log ?? 'What is deployed is what this checkout describes.', shell));
  if (github) {
    const { did, number } = await keepIssue(github, drift && hideEmail(drift.issue, shell));
    if (number !== undefined) shell.print(`\nIssue ${number} was ${did}.`);
    return 0;
  }
  return drift ? 1 : 0;
}
