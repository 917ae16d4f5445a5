import type { Context } from './check/context.ts';
import { noteLanguage } from './check/note-language.ts';
import { readGroup } from './check/read-group.ts';
import { readInsteadOfGroup, readList } from './check/read-list.ts';
import { readFlag, readText } from './check/read-text.ts';
import { countStrangers } from './check/resolve-keys.ts';
import { listOwnSections, nameSections } from './check/section-names.ts';
import { isEmpty } from './check/texts.ts';
import { decodeResume, explainSize, maxBytes } from './decode-resume.ts';
import { createError, type Diagnostic } from './diagnostic.ts';
import { explainMissingName, explainPrivateName } from './explain-nameless.ts';
import type { ParsedResume } from './parsed-resume.ts';
import { concealBroken, concealIn } from './private/conceal.ts';
import { withhold } from './private/withhold.ts';
import { toProblems } from './problem.ts';
import { pruneTree } from './read/prune-tree.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceMap, SourceNode } from './read/source-node.ts';
import { explainForeign, recognizeData } from './recognize-format.ts';
import type { Resume } from './resume.ts';
import { type ResumeData, toResumeData } from './resume-data.ts';
import { resumeShape } from './schema/resume-shape.ts';
import { holdsNames, type Shape } from './schema/shape.ts';
import { noteTags } from './versions/note-tags.ts';
import { listTagged, readVersions } from './versions/read-versions.ts';
import { selectEntries, selectPages } from './versions/select-version.ts';

export type ParseOptions = {
  /** The name of the file: `resume.de.json` says in which language it is. */
  readonly name?: string | undefined;
  /** The paths of the files in `public/`; a link or a photo that names none of them gets a note and is left out. */
  readonly publicFiles?: Iterable<string> | undefined;
  /** The language that the file has by its place, whatever it says itself. Default: what it says. */
  readonly language?: string | undefined;
  /** The main one of a person's résumés, where this is the same in another language: what it keeps private, and what its page wants, holds here too. */
  readonly main?: ParsedResume | undefined;
  /** Whether what is private is read all the same, for what nobody publishes. Default: no. */
  readonly withPrivate?: boolean | undefined;
};

/** What was found in a text: `body` is the text without its byte order mark, to which offsets refer. */
type Inspection = {
  readonly body: string;
  /** The same with dots for what is private: what may be quoted. */
  readonly shown: string;
  readonly diagnostics: readonly Diagnostic[];
  /** With every entry, whoever it is for, and whether or not it says whose it is. */
  readonly read?: unknown;
  /** Whether anything is to be private. */
  readonly hasPrivate?: boolean;
  /** Nothing where the name is missing. */
  readonly select?: () => Selected;
};

type Selected = Omit<Extract<ParsedResume, { readonly resume: Resume }>, 'problems'>;

/**
 * Reads the text of a résumé in the JSON Resume schema, and finds every mistake in it, in the order of the file.
 *
 * Never throws. Only broken syntax, a text that is no group of keys and a résumé without a name are errors; the rest are
 * notes: the value is read as it must have been meant, shown as it was written, or left out, and the note says which.
 * Mistakes of syntax come alone, the first of each line, because what follows one is guesswork. YAML keeps every value as
 * the text that was typed (`2015`, `+49123`, `NO`); aliases, tags and further documents are mistakes. What `meta.site.private`
 * names is in nothing that it gives.
 * Source: https://jsonresume.org/schema
 *
 * @example
 * const parsed = parseResume('basics:\n  name: Jane Doe', 'yaml');
 * if (parsed.resume) console.log(parsed.resume.basics.name);
 */
export function parseResume(text: string, format: ResumeFormat, options: ParseOptions = {}): ParsedResume {
  return conclude(inspectResume(text, format, options));
}

type ResumeBytes = {
  readonly name: string;
  readonly format: ResumeFormat;
  readonly bytes: Uint8Array;
  readonly language?: string | undefined;
};

/**
 * The same for a file's bytes. `text` is what may be quoted, with dots for what is private; it is missing where the bytes are
 * no text.
 */
export function parseResumeFile(
  { name, format, bytes, language }: ResumeBytes,
  publicFiles?: Iterable<string>,
  options: Pick<ParseOptions, 'main' | 'withPrivate'> = {},
): { readonly text?: string; readonly parsed: ParsedResume } {
  const { text, problems } = decodeResume(bytes);
  if (text === undefined) return { parsed: { problems } };
  const inspection = inspectResume(text, format, { ...options, name, publicFiles, language });
  return { text: inspection.shown, parsed: conclude(inspection) };
}

function conclude({ body, diagnostics, select }: Inspection): ParsedResume {
  const problems = toProblems(diagnostics, body);
  return select ? { ...select(), problems } : { problems };
}

/** The same with what `--fix` needs: offsets and edits. */
export function inspectResume(text: string, format: ResumeFormat, options: ParseOptions = {}): Inspection {
  const body = text.replace(/^\uFEFF/, '');
  const opened = openText(body, format);
  if (!opened.root) return { body, ...opened };
  const { root } = opened;
  const { main, withPrivate = false } = options;
  const publicFiles = options.publicFiles && [...options.publicFiles];
  const withheld = withhold(root, resumeShape, body, { shared: main?.privacy, files: publicFiles });
  const { text: shown, lists, refusal } = withheld;
  if (refusal) return { body, shown: '', diagnostics: [refusal] };
  const tree = withPrivate ? root : withheld.root;
  const source = toResumeData(withPrivate ? root : pruneTree(tree, new Set(lists)));
  const foreign = recognizeData(source);
  if (foreign !== undefined)
    return { body, shown, diagnostics: [createError('', root.start, explainForeign(foreign))] };

  const linkable = publicFiles && listLinkable(publicFiles, withPrivate ? undefined : withheld.files, source);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const looksForSlips = countStrangers(root, resumeShape) <= maxStrangers;
  const ownSections = listOwnSections(root, resumeShape, looksForSlips);
  const names = nameSections(resumeShape, ownSections);
  const read = (map: SourceMap, tell: Context['report'] = () => {}) =>
    readRoot(map, { text: body, format, publicFiles: linkable, looksForSlips, ownSections, names, report: tell });

  const versioning = readVersions(tree, resumeShape, report, main?.versioning);
  const tagged = versioning ? listTagged(tree, resumeShape) : [];
  if (versioning) noteTags(tagged, versioning, { text: body, format, report });
  const everything = selectEntries(tree, undefined, tagged);
  const resume = read(everything, report);
  const hasName = resume?.basics?.name !== undefined;
  if (hasName) noteLanguage(resume, everything, options, diagnostics);
  else if (tree !== root && read(root)?.basics?.name !== undefined) report(explainPrivateName(withheld.start));
  else report(explainMissingName(root));
  const told = [...withheld.diagnostics, ...diagnostics.map((diagnostic) => concealIn(diagnostic, withheld))].toSorted(
    (one, two) => one.start - two.start,
  );
  return { body, shown, diagnostics: told, read: resume, hasPrivate: lists.length > 0, ...(hasName && { select }) };

  function select(): Selected {
    const { paths, files, find, conceal } = withheld;
    const shared = { document: { body, root: tree }, privacy: { paths, files, find, conceal }, versioning };
    if (!versioning) return { ...shared, resume: setLanguage(resume, options), source, versions: [] };
    const pages = selectPages(tree, resumeShape, { ...versioning, nodes: [...versioning.nodes, ...lists] }, (page) => ({
      resume: setLanguage(read(page), options),
      source: withPrivate ? source : toResumeData(page),
    }));
    return { ...shared, ...pages };
  }
}

/** The root of a text, or the reasons why it has none. */
function openText(
  body: string,
  format: ResumeFormat,
): { readonly root: SourceMap } | ({ readonly root?: undefined } & Pick<Inspection, 'shown' | 'diagnostics'>) {
  const refuse = (start: number, message: string) => ({ shown: body, diagnostics: [createError('', start, message)] });
  // The profile in LinkedIn's export, which is a table.
  if (/^"?First Name"?,"?Last Name"?,/.test(body)) return refuse(0, explainForeign('linkedin'));
  if (body.length > maxBytes) return refuse(0, explainSize(body.length));
  const { root, diagnostics } = readDocument(body, format);
  if (diagnostics.length > 0) return concealBroken(body, diagnostics);
  const start =
    format === 'json' ? '{ "basics": { "name": "Jane Doe" } }' : '"basics:" and, indented below it, "name: Jane Doe"';
  if (root === undefined || root.kind === 'null')
    return refuse(0, `There is no résumé in this file yet; start with ${start}.`);
  if (root.kind !== 'map') return refuse(root.start, `A résumé is a group of keys; start with ${start}.`);
  return { root };
}

/** What a link may name: the files that are published, and the PDF that a build makes. */
function listLinkable(
  files: readonly string[],
  withheld: ReadonlySet<string> | undefined,
  source: ResumeData,
): ReadonlySet<string> {
  const published = files.filter((path) => !withheld?.has(path));
  return new Set(isPrinted(source) ? [...published, 'resume.pdf'] : published);
}

// A build makes a PDF unless the settings leave it out.
function isPrinted(source: unknown): boolean {
  const { meta } = source as { readonly meta?: { readonly site?: { readonly pdf?: unknown } | null } | null };
  return !/^\s*(?:false|no|off)\s*$/i.test(String(meta?.site?.pdf));
}

// More than any résumé has of its own. Who has more of them mends or moves these first: a slip that is found once others are
// mended would make a second --fix change more.
const maxStrangers = 2_000;
// As many as are told.
const maxSearches = 200;
/** Reads a whole tree; nothing where it is empty. */
function readRoot(root: SourceMap, about: Omit<Context, 'read' | 'searches'>): Partial<Resume> | undefined {
  const context: Context = {
    ...about,
    read: (node, shape, path, inner = context) => readValue(node, shape, path, inner),
    searches: { left: maxSearches },
  };
  return readValue(root, resumeShape, '', context) as Partial<Resume> | undefined;
}

/**
 * Reads what stands at one place as the shape wants it, whatever kind of value was written: a list where a text belongs, a
 * text where a group belongs. Says what it had to guess, and gives undefined where nothing is left.
 */
function readValue(node: SourceNode, shape: Shape, path: string, context: Context): unknown {
  if (isEmpty(node) && !holdsNames(shape)) return undefined;
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

/** The language that the file has by its place has the last word. */
function setLanguage(read: Partial<Resume> | undefined, { language }: ParseOptions): Resume {
  return (language ? { ...read, meta: { ...read?.meta, language } } : read) as Resume;
}
