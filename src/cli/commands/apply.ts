import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '#build';
import { createGitHub, findReview } from '#github';
import { applyReviewed, findEnvironment, requireStateBucket } from '#terragrunt';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Applies what the pull request that was merged last showed, and nothing else. */
export async function runApply({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const environment = await findEnvironment(shell.root, operands[0], 'apply --reviewed');
  const { name } = environment;
  if (!options.has('reviewed'))
    throw new UserError(
      `Write --reviewed to apply what a merged pull request showed. By hand: npx cloud-resume deploy ${name}.`,
      2,
    );
  const github = createGitHub(shell);
  requireStateBucket(shell.env);
  const commit = shell.env.GITHUB_SHA;
  if (!commit) throw new UserError('GITHUB_SHA is not set. It is the commit that was merged, and a workflow has it.');
  await buildDist(shell);
  const found = await findReview(github, commit);
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-plans-'));
  try {
    await applyReviewed(environment, found, folder, shell);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
