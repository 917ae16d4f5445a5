import { parseResume, type ResumeFormat } from '#resume';

/** For tests: each problem of a text in one line, as `3:5 work[0].url: What is wrong.` */
export function showProblems(text: string, format: ResumeFormat = 'yaml'): readonly string[] {
  return parseResume(text, format).problems.map(({ line, column, path, message }) =>
    path === '' ? `${line}:${column} ${message}` : `${line}:${column} ${path}: ${message}`,
  );
}
