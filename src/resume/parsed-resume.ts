import type { Privacy } from './private/withhold.ts';
import type { Problem } from './problem.ts';
import type { SourceMap } from './read/source-node.ts';
import type { Resume } from './resume.ts';
import type { ResumeData } from './resume-data.ts';
import type { Versioning } from './versions/read-versions.ts';

/** A résumé, with notes or without, or the errors that leave none: ask `if (parsed.resume)`. */
export type ParsedResume =
  | {
      readonly resume: Resume;
      /** All that was written, with its empty values, order and exact texts: what `/resume.json` publishes. */
      readonly source: ResumeData;
      /** The text without its byte order mark, and each key and value with its place there, whoever it is for. */
      readonly document: { readonly body: string; readonly root: SourceMap };
      /** Notes alone. */
      readonly problems: readonly Problem[];
      readonly privacy: Privacy;
      /** What others see in its place, each at an address of its own. */
      readonly versions: readonly VersionOf[];
      /** What it says of them; nothing where it has none, and tags are keywords. */
      readonly versioning: Versioning | undefined;
    }
  | {
      readonly resume?: undefined;
      readonly source?: undefined;
      readonly document?: undefined;
      readonly problems: readonly Problem[];
      readonly privacy?: undefined;
      readonly versions?: undefined;
      readonly versioning?: undefined;
    };

/** A résumé as an audience sees it. */
type VersionOf = { readonly name: string; readonly resume: Resume; readonly source: ResumeData };
