import { buildDist } from '#build';
import { createGitHub, keepIssue } from '#github';
import { formatDrift } from '#plans';
import { findEnvironments, hideEmail, planEnvironments, requireStateBucket } from '#terragrunt';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';

/** Looks whether what is deployed is what the checkout describes; in a workflow it keeps an issue about that. */
export async function runDrift({ operands }: Input, shell: Shell): Promise<ExitCode> {
  const environments = await findEnvironments(shell.root, operands[0], 'drift');
  const github = shell.env.GITHUB_ACTIONS === 'true' ? createGitHub(shell) : undefined;
  requireStateBucket(shell.env);
  await buildDist(shell);

  const drift = formatDrift(await planEnvironments(environments, shell));
  shell.print(hideEmail(drift?.log ?? 'What is deployed is what this checkout describes.', shell));
  if (github) {
    const { did, number } = await keepIssue(github, drift && hideEmail(drift.issue, shell));
    if (number !== undefined) shell.print(`\nIssue ${number} was ${did}.`);
    return 0;
  }
  return drift ? 1 : 0;
}
