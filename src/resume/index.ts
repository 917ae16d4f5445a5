export { type DecodedResume, decodeResume } from './decode-resume.ts';
export { type FixedResume, fixResume } from './fix-resume.ts';
export { formatProblems, type Paint, type ProblemFile, type ProblemStyle } from './format-problems.ts';
export { type ParsedResume, parseResume } from './parse-resume.ts';
export type { Problem } from './problem.ts';
export type { ResumeFormat } from './read/read-document.ts';
export type * from './resume.ts';
export type { ResumeData } from './resume-data.ts';
