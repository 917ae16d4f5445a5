import type { Context } from './check/context.ts';
import { noteLanguage } from './check/note-language.ts';
import { readGroup } from './check/read-group.ts';
import { readInsteadOfGroup, readList } from './check/read-list.ts';
import { readFlag, readText } from './check/read-text.ts';
import { isEmpty } from './check/texts.ts';
import { decodeResume, explainSize, MAX_BYTES } from './decode-resume.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Problem, toProblems } from './problem.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceNode } from './read/source-node.ts';
import { explainForeign, recognizeData } from './recognize-format.ts';
import type { Resume } from './resume.ts';
import { type ResumeData, toResumeData } from './resume-data.ts';
import { resumeShape } from './schema/resume-shape.ts';
import type { Shape } from './schema/shape.ts';

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

export type ParseOptions = {
  /** The name of the file: `resume.de.json` says in which language it is. */
  readonly name?: string | undefined;
  /** The paths of the files in `public/`; a link or a photo that names none of them gets a note and is left out. */
  readonly publicFiles?: Iterable<string> | undefined;
  /** The language that the file has by its place, whatever it says itself. Default: what it says. */
  readonly language?: string | undefined;
};

/** What was found in a text: `body` is the text without its byte order mark, to which offsets refer. */
type Inspection = {
  readonly body: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly resume?: Resume;
  readonly source?: ResumeData;
};

/**
 * Reads the text of a résumé in the JSON Resume schema, and finds every mistake in it, in the order of the file.
 *
 * Never throws. Only broken syntax, a text that is no group of keys and a résumé without a name are errors; the rest are
 * notes: the value is read as it must have been meant, shown as it was written, or left out, and the note says which.
 * Mistakes of syntax come alone, the first of each line, because what follows one is guesswork. YAML keeps every value as
 * the text that was typed (`2015`, `+49123`, `NO`); aliases, tags and further documents are mistakes.
 * Source: https://jsonresume.org/schema
 *
 * @example
 * const parsed = parseResume('basics:\n  name: Jane Doe', 'yaml');
 * if (parsed.resume) console.log(parsed.resume.basics.name);
 */
export function parseResume(text: string, format: ResumeFormat, options: ParseOptions = {}): ParsedResume {
  const { body, diagnostics, resume, source } = inspectResume(text, format, options);
  const problems = toProblems(diagnostics, body);
  return resume !== undefined && source !== undefined ? { resume, source, problems } : { problems };
}

/** The same for a file's bytes; `text` is missing where they are not text. */
export function parseResumeFile(
  {
    name,
    format,
    bytes,
    language,
  }: {
    readonly name: string;
    readonly format: ResumeFormat;
    readonly bytes: Uint8Array;
    readonly language?: string | undefined;
  },
  publicFiles?: Iterable<string>,
): { readonly text?: string; readonly parsed: ParsedResume } {
  const { text, problems } = decodeResume(bytes);
  if (text === undefined) return { parsed: { problems } };
  return { text, parsed: parseResume(text, format, { name, publicFiles, language }) };
}

/** The same with what `--fix` needs: offsets and edits. */
export function inspectResume(text: string, format: ResumeFormat, options: ParseOptions = {}): Inspection {
  const body = text.replace(/^\uFEFF/, '');
  const fail = (path: string, start: number, message: string): Inspection => ({
    body,
    diagnostics: [{ severity: 'error', path, start, message }],
  });
  // The profile in LinkedIn's export, which is a table.
  if (/^"?First Name"?,"?Last Name"?,/.test(body)) return fail('', 0, explainForeign('linkedin'));
  if (body.length > MAX_BYTES) return fail('', 0, explainSize(body.length));
  const { root, diagnostics: syntax } = readDocument(body, format);
  if (syntax.length > 0) return { body, diagnostics: syntax };
  const start =
    format === 'json' ? '{ "basics": { "name": "Jane Doe" } }' : '"basics:" and, indented below it, "name: Jane Doe"';
  if (root === undefined || root.kind === 'null')
    return fail('', 0, `There is no résumé in this file yet; start with ${start}.`);
  if (root.kind !== 'map') return fail('', root.start, `A résumé is a group of keys; start with ${start}.`);
  const source = toResumeData(root);
  const foreign = recognizeData(source);
  if (foreign !== undefined) return fail('', root.start, explainForeign(foreign));

  const diagnostics: Diagnostic[] = [];
  const context: Context = {
    text: body,
    format,
    publicFiles: options.publicFiles && new Set(options.publicFiles),
    report: (diagnostic) => diagnostics.push(diagnostic),
    read: (node, shape, path) => readValue(node, shape, path, context),
    guessesLeft: MAX_GUESSES,
  };
  const resume = readValue(root, resumeShape, '', context) as Partial<Resume> | undefined;
  if (resume?.basics?.name === undefined) {
    diagnostics.push(explainMissingName(root));
    return { body, diagnostics: diagnostics.toSorted((one, two) => one.start - two.start) };
  }
  noteLanguage(resume, root, options, diagnostics);
  return {
    body,
    diagnostics: diagnostics.toSorted((one, two) => one.start - two.start),
    resume: (options.language ? { ...resume, meta: { ...resume.meta, language: options.language } } : resume) as Resume,
    source,
  };
}

// More keys than any résumé has; whoever has more learns of the slips in these.
const MAX_GUESSES = 2_000;

/**
 * Reads what stands at one place as the shape wants it, whatever kind of value was written: a list where a text belongs, a
 * text where a group belongs. Says what it had to guess, and gives undefined where nothing is left.
 */
function readValue(node: SourceNode, shape: Shape, path: string, context: Context): unknown {
  if (isEmpty(node)) return undefined;
  switch (shape.kind) {
    case 'text':
      return readText(node, shape, path, context);
    case 'flag':
      return readFlag(node, shape, path, context);
    case 'list':
      return readList(node, shape, path, context);
    case 'map':
      return node.kind === 'map'
        ? readGroup(node, shape, path, context)
        : readInsteadOfGroup(node, shape, path, context);
  }
}

function explainMissingName(root: SourceNode & { readonly kind: 'map' }): Diagnostic {
  const basics = root.entries.find(({ key }) => key.value === 'basics');
  const inner = basics?.value.kind === 'map' ? basics.value.entries : [];
  const name = inner.find(({ key }) => key.value === 'name');
  const start = (name ?? basics)?.key.start ?? root.start;
  const remedy = basics === undefined ? 'add basics with a name in it' : 'write it as basics.name';
  return { severity: 'error', path: 'basics.name', start, message: `A résumé needs at least a name; ${remedy}.` };
}
