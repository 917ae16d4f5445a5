import { createLocator } from './create-locator.ts';
import type { Finding } from './finding.ts';
import { inspectResume } from './inspect-resume.ts';
import type { Problem } from './problem.ts';
import type { ResumeFormat } from './read/read-document.ts';
import type { Resume } from './resume.ts';
import type { ResumeData } from './resume-data.ts';

/** A résumé, with notes or without, or the errors that leave none: ask `if (parsed.resume)`. */
export type ParsedResume =
  | {
      readonly resume: Resume;
      /** All that was written, with its empty values, order and exact texts: what `/resume.json` publishes. */
      readonly source: ResumeData;
      /** Notes alone. */
      readonly problems: readonly Problem[];
    }
  | { readonly resume?: undefined; readonly source?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the text of a résumé in the JSON Resume 1.x schema, or finds every mistake in it, in the order of the file.
 *
 * Never throws. Mistakes of syntax come alone, the first of each line, because what follows one is guesswork. YAML keeps
 * every value as the text that was typed (`2015`, `+49123`, `NO`); aliases, tags and further documents are mistakes.
 * Source: https://jsonresume.org/schema
 *
 * @example
 * const parsed = parseResume('basics:\n  name: Jane Doe', 'yaml');
 * if (parsed.resume) console.log(parsed.resume.basics.name);
 */
export function parseResume(text: string, format: ResumeFormat): ParsedResume {
  const { body, findings, resume, source } = inspectResume(text, format);
  if (resume !== undefined && source !== undefined) return { resume, source, problems: [] };
  return { problems: toProblems(findings, body) };
}

/** Gives findings their line and column. */
export function toProblems(findings: readonly Finding[], body: string): readonly Problem[] {
  const locate = createLocator(body);
  return findings.map(({ path, start, message }) => ({ severity: 'error', path, ...locate(start), message }));
}
