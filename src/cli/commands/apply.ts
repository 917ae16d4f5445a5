import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDist } from '#build';
import { createGitHub, findReview } from '#github';
import { applyReviewed, findEnvironment } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { UserError } from '../user-error.ts';

/** Applies what the pull request that was merged last showed, and nothing else. */
export const apply = defineCommand({
  name: 'apply',
  otherNames: [],
  audience: 'pipeline',
  summary: 'In a workflow: applies what a merged pull request showed, and nothing else',
  details: `Plans ENV again and compares each change with the comment of the pull request that was merged as GITHUB_SHA.
Whatever that does not show is refused before anything is changed. Units whose values were not known yet are
planned and compared again when those before them are applied. By hand, use deploy.`,
  operands: ['ENV'],
  options: {
    reviewed: {
      help: 'Required, so that nobody applies by accident: applies only what the merged pull request showed.',
    },
  },
  async run({ options, operands }, shell) {
    const environment = await findEnvironment(shell.root, operands[0], 'apply --reviewed');
    const { name } = environment;
    if (!options.reviewed)
      throw new UserError(
        `Write --reviewed to apply what a merged pull request showed. By hand: npx cloud-resume deploy ${name}.`,
        2,
      );
    const github = createGitHub(shell);
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
  },
});
