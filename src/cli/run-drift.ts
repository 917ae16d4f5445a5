import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EnvironmentDrift, formatDrift } from '#plans';
import type { Input } from './command.ts';
import { findEnvironments } from './find-environment.ts';
import { createGitHub } from './pipeline/create-github.ts';
import { hideEmail } from './pipeline/hide-email.ts';
import { keepIssue } from './pipeline/keep-issue.ts';
import { listUnits, planEnvironment } from './pipeline/plan-environment.ts';
import { checkStateBucket } from './read-site-outputs.ts';
import { runBuild } from './run-build.ts';
import type { ExitCode, Shell } from './shell.ts';
import { showProgress } from './show-progress.ts';

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

  const found: EnvironmentDrift[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-plans-'));
  try {
    for (const environment of environments) {
      const { name } = environment;
      const listed = await listUnits(environment, shell);
      const planned =
        listed.mistake !== undefined
          ? listed
          : await showProgress(
              shell,
              `Looking at ${name}`,
              planEnvironment(environment, { units: listed.units, folder: join(folder, name), locks: false }, shell),
            );
      if (planned.mistake !== undefined) {
        shell.warn(hideEmail(planned.mistake, shell));
        return 3;
      }
      found.push({ name, plans: planned.plans });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  const drift = formatDrift(found);
  shell.print(hideEmail(drift?.log ?? 'What is deployed is what this checkout describes.', shell));
  if (github) {
    const { did, number } = await keepIssue(github, drift && hideEmail(drift.issue, shell));
    if (number !== undefined) shell.print(`\nIssue ${number} was ${did}.`);
    return 0;
  }
  return drift ? 1 : 0;
}
