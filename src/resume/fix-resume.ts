import type { Finding, Fix } from './finding.ts';
import { inspectResume } from './inspect-resume.ts';
import { toProblems } from './parse-resume.ts';
import type { Problem } from './problem.ts';
import type { ResumeFormat } from './read/read-document.ts';

export type FixedResume = {
  /** The whole text; the same as before if there was nothing to fix. */
  readonly text: string;
  /** What was done, with the line and column it had before. */
  readonly fixes: readonly Problem[];
};

/**
 * Makes the corrections that leave no choice: other names of a key, slips of one letter, `https://` before a host, dates
 * such as `Jan 2015`, country names, numbers without quotes in JSON. All else in the text stays as it is, to the byte.
 *
 * Never throws. Nothing is fixed while the syntax is wrong. Fixing twice is the same as fixing once.
 */
export function fixResume(text: string, format: ResumeFormat): FixedResume {
  const { body, findings } = inspectResume(text, format);
  const fixable = findings.filter((finding): finding is Finding & { fix: Fix } => finding.fix !== undefined);
  let fixed = '';
  let at = 0;
  for (const { fix } of fixable) {
    fixed += body.slice(at, fix.start) + fix.text;
    at = fix.end;
  }
  const mark = text.slice(0, text.length - body.length);
  return {
    text: mark + fixed + body.slice(at),
    fixes: toProblems(
      fixable.map(({ path, start, fix }) => ({ path, start, message: fix.done })),
      body,
    ),
  };
}
