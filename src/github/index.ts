export { createGitHub } from './create-github.ts';
export { type Comment, type FoundReview, findComment, findReview } from './find-review.ts';
export { syncDriftIssue } from './sync-drift-issue.ts';
export { readPullEvent, writeOutput } from './workflow.ts';
