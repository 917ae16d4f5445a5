export type { Problem } from './problem.ts';
export type * from './resume.ts';
