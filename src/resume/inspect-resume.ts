import { checkResume } from './check/check-resume.ts';
import type { Finding } from './finding.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { Resume } from './resume.ts';
import { type ResumeData, toResumeData } from './resume-data.ts';

/** Everything that can be known of a text: `body` is the text without its byte order mark, to which offsets refer. */
export type Inspection = {
  readonly body: string;
  readonly findings: readonly Finding[];
  readonly resume?: Resume;
  readonly source?: ResumeData;
};

export function inspectResume(text: string, format: ResumeFormat): Inspection {
  const body = text.replace(/^\uFEFF/, '');
  const document = readDocument(body, format);
  if (document.findings.length > 0) return { body, findings: document.findings };
  const { resume, findings } = checkResume(document.root, body, format);
  if (findings.length > 0 || document.root === undefined) return { body, findings };
  return { body, findings, resume, source: toResumeData(document.root) };
}
