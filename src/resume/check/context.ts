import type { Place } from '../create-locator.ts';
import type { Finding } from '../finding.ts';
import type { ResumeFormat } from '../read/read-document.ts';

/** What every check needs beside the value: the text it stands in, and where to report to. */
export type Context = {
  readonly text: string;
  readonly format: ResumeFormat;
  readonly locate: (offset: number) => Place;
  readonly report: (finding: Finding) => void;
};
