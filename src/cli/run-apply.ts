import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from './command.ts';
import { findEnvironment } from './find-environment.ts';
import { applyReviewed } from './pipeline/apply-reviewed.ts';
import { createGitHub } from './pipeline/create-github.ts';
import { findReview } from './pipeline/find-review.ts';
import { checkStateBucket } from './read-outputs.ts';
import { runBuild } from './run-build.ts';
import type { ExitCode, Shell } from './shell.ts';

/** Applies what the pull request that was merged last showed, and nothing else. */
export async function runApply({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const { environment, mistake } = await findEnvironment(shell.root, operands[0], 'apply --reviewed');
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }
  const { name } = environment;
  if (!options.has('reviewed')) {
    shell.warn(
      `Write --reviewed to apply what a merged pull request showed. By hand: npx cloud-resume deploy ${name}.`,
    );
    return 2;
  }
  const { github, mistake: closed } = createGitHub(shell);
  if (closed !== undefined) return fail(closed, shell);
  const missing = checkStateBucket(shell.env);
  if (missing !== undefined) return fail(missing, shell);
  const commit = shell.env.GITHUB_SHA;
  if (!commit) return fail('GITHUB_SHA is not set. It is the commit that was merged, and a workflow has it.', shell);
  const built = await runBuild({ options: new Map(), operands: [] }, shell);
  if (built !== 0) return built;
  const found = await findReview(github, commit);
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-plans-'));
  try {
    return await applyReviewed(environment, found, folder, shell);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fail(text: string, { warn }: Pick<Shell, 'warn'>): ExitCode {
  warn(text);
  return 3;
}
