import { translateRemark } from './compare-languages.ts';
import { createLocator } from './create-locator.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceText } from './read/source-node.ts';
import { toResumeData } from './resume-data.ts';
import { isDate } from './schema/is-date.ts';
import { otherNames } from './schema/other-names.ts';
import { setText } from './set-text.ts';

/** A copy of a résumé to translate, and the places of the texts in it. */
type Translation = {
  readonly text: string;
  /** Whether each line with such a text ends with a remark: JSON has none. */
  readonly isMarked: boolean;
  readonly places: readonly { readonly path: string; readonly line: number }[];
};

/**
 * Copies a résumé as the beginning of its translation: in the other language's name, and with a remark at each text to
 * translate. Names, dates, links and all that is no words stay as they are, and so do comments. The text has to be a résumé.
 */
export function prepareTranslation(text: string, format: ResumeFormat, language: string): Translation {
  const named = setText(text, format, { group: 'meta', key: 'language', isNew: true }, language) ?? text;
  const copy = hasLanguage(named, format, language) ? named : text;
  const mark = copy.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = copy.slice(mark.length);
  const { root } = readDocument(body, format);
  if (root?.kind !== 'map') return { text, isMarked: false, places: [] };
  const found = listTexts(root);
  const marked = format === 'yaml' ? addRemarks(body, root, found) : undefined;
  const locate = createLocator(marked ?? body);
  const { root: written } = marked === undefined ? { root } : readDocument(marked, format);
  const there = written?.kind === 'map' ? listTexts(written) : found;
  return {
    text: mark + (marked ?? body),
    isMarked: marked !== undefined,
    places: there.map(({ path, node }) => ({ path, line: locate(node.start).line })),
  };
}

function hasLanguage(text: string, format: ResumeFormat, language: string): boolean {
  const { root } = readDocument(text.replace(/^\uFEFF/, ''), format);
  const meta = root?.kind === 'map' ? root.entries.find(({ key }) => key.value === 'meta')?.value : undefined;
  const entry = meta?.kind === 'map' ? meta.entries.find(({ key }) => key.value === 'language') : undefined;
  return entry?.value.kind === 'text' && entry.value.value === language;
}

type Found = { readonly path: string; readonly node: SourceText };

// What is called the same in every language, though it may be words.
const kept = [
  ...['name', 'organization', 'institution', 'issuer', 'publisher', 'awarder', 'authors', 'entity'],
  ...[
    'network',
    'username',
    'location',
    'image',
    'email',
    'phone',
    'url',
    'doi',
    'address',
    'city',
    'region',
    'country',
  ],
  ...['startDate', 'endDate', 'date', 'releaseDate', 'postalCode', 'countryCode'],
];
// Their names are words.
const named = ['skills', 'interests'];
// Their keywords are names, mostly.
const technical = ['skills', 'projects'];

function listTexts(root: SourceMap): readonly Found[] {
  return root.entries.flatMap(({ key, value }) => {
    const section = readKey(key.value, 'resume');
    if (section === 'meta') return listOfLabels(value);
    return section.startsWith('$') ? [] : listInside(value, key.value, section);
  });
}

function listInside(node: SourceNode, path: string, section: string): readonly Found[] {
  if (node.kind === 'text') return isWords(node.value) ? [{ path, node }] : [];
  if (node.kind === 'list') return node.items.flatMap((item, index) => listInside(item, `${path}[${index}]`, section));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const name = readKey(key.value, section);
    const stays =
      (kept.includes(name) && !(name === 'name' && named.includes(section))) ||
      (name === 'keywords' && technical.includes(section));
    return stays ? [] : listInside(value, `${path}.${key.value}`, section);
  });
}

function listOfLabels(meta: SourceNode): readonly Found[] {
  const find = (node: SourceNode | undefined, name: string): SourceEntry | undefined =>
    node?.kind === 'map' ? node.entries.find(({ key }) => key.value === name) : undefined;
  const labels = find(find(meta, 'site')?.value, 'labels')?.value;
  return labels ? listInside(labels, 'meta.site.labels', 'labels') : [];
}

// A key by its name in JSON Resume, whatever it is called here. The table has entries by their singular.
function readKey(written: string, section: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = otherNames;
  const table = tables[section] ?? tables[section.replace(/s$/, '')] ?? {};
  if (Object.hasOwn(table, written)) return written;
  return Object.keys(table).find((key) => table[key]?.split(' ').includes(written)) ?? written;
}

function isWords(value: string): boolean {
  return /\p{L}{2}/u.test(value) && !isDate(value) && !/^[a-z][a-z+.-]*:\S+$|^\S+@\S+$/i.test(value);
}

/** Writes a remark at the end of each text's line; nothing where the text would then say something else. */
function addRemarks(body: string, root: SourceMap, found: readonly Found[]): string | undefined {
  const texts = listSpans(root);
  const ends = new Set(found.map(({ node }) => findLineEnd(body, node, texts)));
  let marked = body;
  for (const end of [...ends].sort((a, b) => b - a))
    marked = `${marked.slice(0, end)} ${translateRemark}${marked.slice(end)}`;
  const { root: read } = readDocument(marked, 'yaml');
  const isSame = read !== undefined && JSON.stringify(toResumeData(read)) === JSON.stringify(toResumeData(root));
  return isSame ? marked : undefined;
}

// A text of several lines under a sign takes remarks after the sign alone; what begins in a line and goes on below is not cut.
function findLineEnd(body: string, node: SourceText, texts: readonly SourceText[]): number {
  const isBlock = (text: SourceText) => body[text.start] === '|' || body[text.start] === '>';
  const endOf = (at: number) => {
    const next = /\r?\n|$/g;
    next.lastIndex = at;
    return next.exec(body)?.index ?? body.length;
  };
  let end = endOf(isBlock(node) ? node.start : node.end);
  for (const text of texts) if (!isBlock(text) && text.start < end && end < text.end) end = endOf(text.end);
  return end;
}

function listSpans(node: SourceNode): readonly SourceText[] {
  if (node.kind === 'text') return [node];
  if (node.kind === 'list') return node.items.flatMap(listSpans);
  return node.kind === 'map' ? node.entries.flatMap(({ value }) => listSpans(value)) : [];
}
