export { createGitHub } from './create-github.ts';
export { type Comment, type FoundReview, findComment, findReview } from './find-review.ts';
export { keepIssue } from './keep-issue.ts';
export { readPullEvent } from './read-event.ts';
export { writeOutput } from './write-output.ts';
