import { findPublicPath } from '../check/find-file.ts';
import { listTexts } from '../check/texts.ts';
import { createError, type Diagnostic } from '../diagnostic.ts';
import { joinPath, quoteValue } from '../quote-value.ts';
import { pruneTree } from '../read/prune-tree.ts';
import type { SourceMap, SourceNode, Span } from '../read/source-node.ts';
import { foldKey, type MapShape } from '../schema/shape.ts';
import { concealOwn, mergeSpans } from './conceal.ts';
import { createFinder, type Finder, type PrivateValue } from './create-finder.ts';
import { createNearFinder } from './find-near-path.ts';
import { createPathFinder, type FoundValue } from './find-values.ts';
import { type PrivatePath, privateList, readPrivateSettings } from './read-settings.ts';

/** What is kept private, for those who handle more of a person's than one text. */
export type Privacy = {
  /** The paths that the list names, which hold for the same résumé in another language too. */
  readonly paths: readonly string[];
  /** Files of `public/` that the values name, such as a private photo: they are not to be published. */
  readonly files: ReadonlySet<string>;
  /** Where a text says one of the values. */
  readonly find: Finder;
  /** A sentence with dots in place of the values. */
  readonly conceal: (sentence: string) => string;
};

/** A résumé without what its file keeps private. */
type Withheld = Privacy & {
  /** Without the values; in a list a gap stands in their place, so that the others keep their numbers. */
  readonly root: SourceMap;
  /** The list itself in that tree, which is nobody else's business either. */
  readonly lists: readonly SourceNode[];
  /** The text to quote from: as long as it was, with a dot for each letter of a value. */
  readonly text: string;
  /** Spans of the text that hold the values. */
  readonly spans: readonly Span[];
  /** Where the list stands. */
  readonly start: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Why it cannot be vouched for that nothing of it is seen; the résumé is refused then. */
  readonly refusal?: Diagnostic | undefined;
};

type Around = {
  /** What the same résumé in another language keeps private. */
  readonly shared?: Privacy | undefined;
  readonly files?: Iterable<string> | undefined;
};

// More than anybody keeps private; what stands behind these bounds could be seen, so the file is refused.
const maxPaths = 500;
const maxFound = 20_000;

/** Takes out of a résumé what `meta.site.private` names, and what the main one of its languages keeps private. */
export function withhold(root: SourceMap, shape: MapShape, text: string, { shared, files = [] }: Around): Withheld {
  const { lists, misplaced, paths } = readPrivateSettings(root, shape);
  const diagnostics: Diagnostic[] = [];
  const note: Note = (path, start, message) => diagnostics.push({ severity: 'note', path, start, message });
  const find = createPathFinder(root, shape);
  const own = findPrivate(paths.slice(0, maxPaths), find, createNearFinder(root), note);
  const others = (shared?.paths ?? []).map(find);
  const found = [...own.found, ...others.flatMap(({ found: values, tooShort }) => [...values, ...tooShort])];
  const isSpent = own.isSpent || others.some((one) => one.isSpent);
  for (const { path, start } of misplaced)
    note(path, start, `What is kept private belongs in ${privateList}; move this list there.`);

  const hidden = new Set([...found, ...misplaced].map(({ node }) => node));
  const values = found.length > maxFound ? [] : found.flatMap(listValues);
  const isTooMuch = isSpent || paths.length > maxPaths || found.length > maxFound;
  const findOwn = createFinder(isTooMuch ? [] : values);
  const finder: Finder = (one) => [...findOwn(one), ...(shared?.find(one) ?? [])];
  const start = paths[0]?.start;
  const rest = pruneTree(root, hidden);
  const all = new Set(files);
  const named = values.map(({ value }) => findPublicPath(value)).filter((path) => all.has(path));
  const withheldFiles = new Set([...named, ...(shared?.files ?? [])]);
  for (const path of all) {
    const [hit] = withheldFiles.has(path) ? [] : finder(path);
    if (hit)
      note(
        privateList,
        start ?? 0,
        `The name of a file in public/ says what ${hit.path} keeps private; rename the file.`,
      );
  }

  const said = lists.length > 0 || shared ? findSaid(rest, finder) : [];
  for (const { node, path, hit } of said)
    note(path, node.start, `This says what ${hit.path} keeps private, and everybody can read it here; take it out.`);
  const listed = lists
    .flatMap((list) => listPublic(list, privateList))
    .filter(({ node }) => finder(String(node.value)).length > 0);
  const spans = mergeSpans([...hidden, ...[...said, ...listed].map(({ node }) => node)]);
  const conceal = values.length > 0 || shared ? createConcealer(finder) : (sentence: string) => sentence;
  return {
    root: rest,
    lists: readPrivateSettings(rest, shape).lists,
    text: mask(text, [...spans, ...finder(text)]),
    spans,
    files: withheldFiles,
    paths: [...new Set([...paths.map(({ path }) => path), ...(shared?.paths ?? [])])],
    find: finder,
    start,
    diagnostics: diagnostics.map((one) => concealOwn(one, { spans, conceal })),
    refusal: isTooMuch ? explainTooMuch(paths.length, start) : undefined,
    conceal,
  };
}

type Note = (path: string, start: number, message: string) => void;

/** The values of the paths in the list, with notes on paths that lead nowhere, or not to what was probably meant. */
function findPrivate(
  paths: readonly PrivatePath[],
  find: ReturnType<typeof createPathFinder>,
  findNear: ReturnType<typeof createNearFinder>,
  note: Note,
): { readonly found: readonly FoundValue[]; readonly isSpent: boolean } {
  const all: FoundValue[] = [];
  for (const { path, place, start } of paths) {
    if (all.length > maxFound) break;
    const { found, tooShort, isSlip, isSpent } = find(path);
    if (isSpent) return { found: all, isSpent };
    const [first] = found;
    if (first && isSlip) {
      const meant = quoteValue(first.path);
      note(place, start, `There is no ${quoteValue(path)}; did you mean ${meant}, which is kept private? Write that.`);
    }
    for (const one of tooShort) {
      const message = `${one.path} is one text, so all of it is kept private; write it in keys to keep a part private.`;
      note(place, start, message);
    }
    if (found.length + tooShort.length === 0) note(place, start, explainNowhere(path, findNear(path)));
    for (const one of [...found, ...tooShort]) all.push(one);
  }
  return { found: all, isSpent: false };
}

// Digits before a number belong to it across three characters at most.
const gap = '\n\n\n\n';

type Said = PublicText & { readonly hit: ReturnType<Finder>[number] };

/** Texts for everybody that say a private value; the name is what a page begins with, so it may. */
function findSaid(root: SourceMap, find: Finder): readonly Said[] {
  const texts = listPublic(root, '');
  const values = texts.map(({ node }) => String(node.value));
  // One look at all of them together tells which say something; one that only seems to, with what stands around it, is looked at alone.
  const hits = find(values.join(gap)).toSorted((one, two) => one.start - two.start);
  let [start, at, reach] = [0, 0, 0];
  return texts.flatMap((text, index) => {
    const value = values[index] ?? '';
    const end = start + value.length;
    let whole: Said['hit'] | undefined;
    for (let hit = hits[at]; hit && hit.start <= end; at += 1, hit = hits[at]) {
      reach = Math.max(reach, hit.end);
      if (hit.end <= end) whole ??= hit;
    }
    const isSaid = reach > start;
    start = end + gap.length;
    if (!isSaid || text.path === 'basics.name') return [];
    const hit = whole ?? find(value)[0];
    return hit ? [{ ...text, hit }] : [];
  });
}

function explainTooMuch(paths: number, start = 0): Diagnostic {
  const message =
    paths > maxPaths
      ? `Here are ${paths} private paths, but ${maxPaths} at most are kept; name groups or lists in their place, such as references.`
      : 'So much is private here that the rest cannot be searched for it; take what nobody may see out of this file.';
  return createError(privateList, start, message);
}

function explainNowhere(path: string, near: string | undefined): string {
  const remedy = near === undefined ? 'correct it, or take it out' : `did you mean ${quoteValue(near)}?`;
  return `There is no ${quoteValue(path)} in this file, so nothing is kept private by it; ${remedy}${near === undefined ? '.' : ' Write that.'}`;
}

/** In a group that is private as a whole, these say little that is nobody else's. */
const commonKeys = new Set(
  'position label area studytype level fluency keywords network type roles courses score countrycode country region startdate enddate date releasedate'.split(
    ' ',
  ),
);

/** What of a private value must stand nowhere else. */
function listValues({ node, path }: FoundValue): readonly PrivateValue[] {
  if (node.kind === 'list') return node.items.flatMap((item) => listValues({ node: item, path }));
  if (node.kind !== 'map') return listTexts(node).map((value) => ({ path, value }));
  const entries = node.entries.filter(({ key }) => !commonKeys.has(foldKey(key.value)));
  return entries.flatMap(({ value }) => listValues({ node: value, path }));
}

type PublicText = { readonly node: Span & { readonly value: unknown }; readonly path: string };

function listPublic(node: SourceNode, path: string): readonly PublicText[] {
  if (node.kind === 'list') return node.items.flatMap((item, index) => listPublic(item, `${path}[${index}]`));
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) => {
      const place = joinPath(path, key.value);
      return place === privateList ? [] : [{ node: key, path: place }, ...listPublic(value, place)];
    });
  return node.kind === 'null' ? [] : [{ node, path }];
}

/** In a quotation a line's end is an escape, and what is too long may be cut within a private value. */
function createConcealer(find: Finder): Privacy['conceal'] {
  const concealed = new Map<string, string>();
  const conceal = (sentence: string) => {
    const unescaped = sentence.replaceAll(/\\[nrt]/g, '  ');
    const spans = [sentence, ...(unescaped === sentence ? [] : [unescaped])].flatMap(find);
    return mask(sentence, spans)
      .replaceAll(/"(?:[^"\\]|\\.)*…"/g, '"•••"')
      .replaceAll(/•+/g, '•••');
  };
  // The same may be said of thousands of places, whose paths differ in their numbers alone.
  return (sentence) => {
    const sample = sentence.includes('"') ? sentence : sentence.replaceAll(/\[\d+\]/g, '[0]');
    const known = concealed.get(sample) ?? conceal(sample);
    concealed.set(sample, known);
    if (sample === sentence) return known;
    return known === sample ? sentence : conceal(sentence);
  };
}

/** Dots keep the columns of what stands beside them. */
function mask(text: string, spans: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of spans.toSorted((one, two) => one.start - two.start)) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replaceAll(/[^\r\n]/g, '•');
    at = end;
  }
  return masked + text.slice(at);
}
