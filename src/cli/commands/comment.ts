import { type Comment, createGitHub, findComment, readPullEvent } from '#github';
import { defineCommand } from '../define-command.ts';
import { UserError } from '../user-error.ts';

/** Writes a plan to its pull request: into the comment that has the last one, or else into a new one. */
export const comment = defineCommand({
  name: 'comment',
  otherNames: ['post'],
  audience: 'pipeline',
  summary: 'In a workflow: writes the plan to its pull request',
  details: `Writes PLAN_COMMENT into the comment that has the last plan, or into a new one. GITHUB_TOKEN and
GITHUB_REPOSITORY say where.`,
  operands: [],
  options: {
    'pull-request': { value: 'NUMBER', help: 'The pull request. Default: that for which the workflow runs.' },
  },
  async run({ options }, shell) {
    const named = options['pull-request'];
    const pull = named === undefined ? (await readPullEvent(shell))?.number : Number(named);
    if (pull === undefined || !Number.isSafeInteger(pull) || pull < 1)
      throw new UserError('Say which pull request: --pull-request 12.', 2);
    const body = shell.env.PLAN_COMMENT;
    if (!body)
      throw new UserError(
        'PLAN_COMMENT is empty. It is what npx cloud-resume plan hands on in a workflow, as its output "comment".',
        2,
      );
    const github = createGitHub(shell);
    const before = await findComment(github, pull);
    const { id } = before
      ? await github.call<Comment>('PATCH', `/issues/comments/${before.id}`, { body })
      : await github.call<Comment>('POST', `/issues/${pull}/comments`, { body });
    shell.print(`${before ? 'Updated' : 'Wrote'} comment ${id} of pull request ${pull}.`);
    return 0;
  },
});
