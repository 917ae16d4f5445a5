import { type Review, readReview, reviewMark } from '#plans';
import { type Author, type GitHub, isFromWorkflow } from './create-github.ts';

type Pull = {
  readonly number: number;
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string };
};

/** A comment of an issue or of a pull request. */
export type Comment = Author & { readonly id: number; readonly body: string | null };

/** What was reviewed, or why nothing was. */
export type FoundReview = { readonly review?: Review; readonly source: string };

/** Finds the plan that was shown to the reviewers of the pull request whose merge made a commit. */
export async function findReview(github: GitHub, commit: string): Promise<FoundReview> {
  const pulls = await github.list<Pull>(`/commits/${commit}/pulls`);
  const pull = pulls.find((one) => one.merged_at !== null && one.merge_commit_sha === commit);
  if (!pull) return { source: `no pull request was merged as ${commit.slice(0, 12)}` };
  const comment = await findComment(github, pull.number);
  const review = comment && readReview(comment.body ?? '');
  if (!review) return { source: `pull request ${pull.number} has no comment with a plan` };
  if (review.commit !== pull.head.sha) {
    const [planned, merged] = [review.commit.slice(0, 12), pull.head.sha.slice(0, 12)];
    return { source: `pull request ${pull.number} shows the plan for ${planned}, and ${merged} was merged` };
  }
  return { review, source: `the plan in pull request ${pull.number}` };
}

/** Finds the comment with the plan: the first that a workflow wrote. What others write in its style is not it. */
export async function findComment(github: GitHub, pull: number): Promise<Comment | undefined> {
  const comments = await github.list<Comment>(`/issues/${pull}/comments`);
  return comments.find((comment) => isFromWorkflow(comment) && comment.body?.startsWith(reviewMark));
}
