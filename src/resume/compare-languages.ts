import { createLocator } from './create-locator.ts';
import type { Diagnostic } from './diagnostic.ts';
import { matchEntries } from './match-entries.ts';
import type { ParsedResume } from './parsed-resume.ts';
import { type Problem, toProblems } from './problem.ts';
import type { SourceNode } from './read/source-node.ts';
import type { Resume } from './resume.ts';
import { isDate } from './schema/is-date.ts';

type ReadResume = ParsedResume & { readonly resume: Resume };

/** Keys and indexes that lead to a value. */
type Path = readonly (string | number)[];
type Entry = Readonly<Record<string, unknown>>;

const dates = ['startDate', 'endDate', 'date', 'releaseDate'];
const links = ['url', 'doi', 'email', 'phone'];
// What an entry is called is often not translated, and then tells which one it is.
const names = ['name', 'organization', 'institution', 'issuer', 'publisher', 'awarder', 'title', 'network', 'username'];
const sections = [
  ...(['work', 'volunteer', 'education', 'projects', 'publications', 'awards', 'certificates'] as const),
  ...(['skills', 'languages', 'interests', 'references'] as const),
];

/**
 * Finds where a résumé in another language has fallen behind the main one, or gone ahead of it: entries, dates, links and the
 * photo. Each is a note at its place in the other file that names the place in the main one, and tells no value.
 */
export function compareLanguages(
  { name, parsed: main }: { readonly name: string; readonly parsed: ReadResume },
  other: ReadResume,
): readonly Problem[] {
  const diagnostics: Diagnostic[] = [];
  const { note, placeOf, compareValues, compareLists } = createComparer(name, main, other, diagnostics);
  const [one, two] = [main.resume, other.resume];
  compareValues(one.basics, two.basics, ['basics'], ['basics'], ['image', 'email', 'phone', 'url']);
  const profiles = ['basics', 'profiles'];
  compareLists(one.basics.profiles ?? [], two.basics.profiles ?? [], profiles, profiles, ['url']);
  for (const key of sections) compareLists(one[key] ?? [], two[key] ?? [], [key], [key], [...dates, ...links]);
  // Their keys are words, and may be translated.
  const [own, theirs] = [one.sections ?? [], two.sections ?? []];
  for (const { main: at, other: its } of matchEntries(
    own.map(({ key }) => new Set([key])),
    theirs.map(({ key }) => new Set([key])),
  )) {
    const [there, here] = [own[at ?? -1], theirs[its ?? -1]];
    const [from, to] = [there?.key ?? here?.key ?? '', here?.key ?? there?.key ?? ''];
    compareLists(there?.entries ?? [], here?.entries ?? [], [from], [to], [...dates, ...links]);
  }
  for (const key of ['url', 'counter'] as const) {
    const value = two.meta?.site?.[key];
    if (value === undefined || value === one.meta?.site?.[key]) continue;
    const path = ['meta', 'site', key];
    note(path, `The site has one for all languages, that of ${placeOf(path)}; remove it here.`);
  }
  noteRemarks(other.document.body, diagnostics);
  return toProblems(diagnostics, other.document.body);
}

/** Creates what compares values and lists of entries at two places, and adds a note for each that differs. */
function createComparer(name: string, main: ReadResume, other: ReadResume, diagnostics: Diagnostic[]) {
  const { document } = other;
  const tags = [main, other].map(({ resume }) => (resume.meta?.language ?? 'en').toLowerCase());
  const locateMain = createLocator(main.document.body);
  const placeOf = (path: Path) => {
    const { line, column } = locateMain(findOffset(main.document.root, path));
    return `${name}:${line}:${column}`;
  };
  const note = (path: Path, message: string) =>
    diagnostics.push({ severity: 'note', path: write(path), start: findOffset(document.root, path), message });

  function compareValues(one: Entry, two: Entry, from: Path, to: Path, keys: readonly string[]): void {
    for (const key of keys) {
      const [value, written] = [one[key], two[key]];
      const here = [...to, key];
      const there = () => placeOf([...from, key]);
      if (value === undefined && written === undefined) continue;
      if (written === undefined) note(here, `It is missing here and stands at ${there()}; ${both}.`);
      else if (value === undefined) note(here, `There is none at ${there()}; ${both}.`);
      else if (isOther(key, `${value}`, `${written}`, tags))
        note(here, `It differs from ${there()}; write the same in both.`);
    }
    compareLinks(one, two, from, to);
  }

  // Links inside texts: which text they stand in may differ, as sentences do.
  function compareLinks(one: Entry, two: Entry, from: Path, to: Path): void {
    const [there, here] = [listLinks(one, from), listLinks(two, to)];
    const lacks = (all: typeof there, url: string) => all.every((each) => isOther('url', each.url, url, tags));
    for (const { url, path } of there)
      if (lacks(here, url)) note(to, `A link in the text at ${placeOf(path)} is missing here; ${both}.`);
    for (const { url, path } of here)
      if (lacks(there, url)) note(path, `A link in this text is missing at ${placeOf(from)}; ${both}.`);
  }

  function compareLists(
    one: readonly Entry[],
    two: readonly Entry[],
    from: Path,
    to: Path,
    keys: readonly string[],
  ): void {
    for (const match of matchEntries(one.map(listAnchors), two.map(listAnchors))) {
      const [there, here] = [
        [...from, match.main ?? 0],
        [...to, match.other ?? 0],
      ];
      if (match.other === undefined)
        note(to, `${write(there)} of ${placeOf(there)} is missing here; add it in this language.`);
      else if (match.main === undefined)
        note(here, `It is missing in ${write(from)} of ${placeOf(from)}; add it there, or remove it here.`);
      else compareValues(one[match.main] ?? {}, two[match.other] ?? {}, there, here, keys);
    }
  }

  return { note, placeOf, compareValues, compareLists };
}

/** What stands after each text that `translate` copied and nobody has translated yet. */
export const translateRemark = '# translate';

const both = 'write it in both, or in neither';

function noteRemarks(body: string, diagnostics: Diagnostic[]): void {
  const left = [...body.matchAll(new RegExp(`(?<=\\s)${translateRemark}(?=\\s*$)`, 'gm'))];
  const [first] = left;
  if (!first) return;
  const count = left.length === 1 ? 'A line is' : `${left.length} lines are`;
  const message = `${count} still to be translated, from here on; translate what stands before each "${translateRemark}" and remove that.`;
  diagnostics.push({ severity: 'note', path: '', start: first.index, message });
}

/** What an entry has that stays the same in another language. */
function listAnchors(entry: Entry): ReadonlySet<string> {
  const values = [...dates, ...links, ...names].flatMap((key) =>
    entry[key] === undefined ? [] : `${key} ${entry[key]}`,
  );
  const keywords = Array.isArray(entry.keywords) ? entry.keywords.map(String) : [];
  return new Set([...values, ...keywords].map((value) => value.toLowerCase()));
}

function listLinks(entry: Entry, path: Path): readonly { readonly url: string; readonly path: Path }[] {
  return Object.entries(entry).flatMap(([key, value]) => {
    const texts = Array.isArray(value) ? value : [value];
    return texts.flatMap((text, index) => {
      const found = typeof text === 'string' ? [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)] : [];
      return found.map(([, url = '']) => ({ url, path: [...path, key, ...(Array.isArray(value) ? [index] : [])] }));
    });
  });
}

// A date that nobody can read is words; a file may be one of the language's own, and so may an address that names the language.
function isOther(key: string, one: string, two: string, tags: readonly string[]): boolean {
  if (dates.includes(key)) return isDate(one) && isDate(two) && one !== two;
  if (key === 'phone') return one.replace(/\D/g, '') !== two.replace(/\D/g, '');
  if (key !== 'url') return one.toLowerCase() !== two.toLowerCase();
  const isFile = (url: string) => !URL.canParse(url);
  return !(isFile(one) && isFile(two)) && neutralize(one, tags) !== neutralize(two, tags);
}

function neutralize(url: string, tags: readonly string[]): string {
  const languages = tags.flatMap((tag) => [tag, tag.replace('-', '_'), tag.replace(/-.*/, '')]);
  const parts = url
    .toLowerCase()
    .replace(/[#?].*$/, '')
    .split(/[/.]/);
  return parts.filter((part) => part !== '' && part !== 'www' && !languages.includes(part)).join('/');
}

function write(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
}

/** Where a value stands, or what is nearest around it: keys may be written otherwise, and one entry may have become several. */
function findOffset(root: SourceNode, path: Path): number {
  let node = root;
  let start = root.start;
  for (const part of path) {
    const entry = node.kind === 'map' ? node.entries.find(({ key }) => key.value === part) : undefined;
    const next = node.kind === 'list' && typeof part === 'number' ? node.items[part] : entry?.value;
    if (!next) return start;
    // A group or a list is found by its key.
    start = entry && (next.kind === 'map' || next.kind === 'list') ? entry.key.start : next.start;
    node = next;
  }
  return start;
}
