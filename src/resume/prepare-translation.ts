import { translateRemark } from './compare-languages.ts';
import { createLocator } from './create-locator.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceMap, SourceNode, SourceText } from './read/source-node.ts';
import type { Resume } from './resume.ts';
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
  const original = text.replace(/^\uFEFF/, '');
  const mark = text.slice(0, text.length - original.length);
  const named = setText(original, format, { group: 'meta', key: 'language', isNew: true }, language) ?? original;
  const body = readLanguage(named, format) === language ? named : original;
  const { root } = readDocument(body, format);
  if (root?.kind !== 'map') return { text, isMarked: false, places: [] };
  const marked = format === 'yaml' ? addRemarks(body, root) : undefined;
  const copy = marked ?? { text: body, root };
  const locate = createLocator(copy.text);
  return {
    text: mark + copy.text,
    isMarked: marked !== undefined,
    places: listTexts(copy.root).map(({ path, node }) => ({ path, line: locate(node.start).line })),
  };
}

function readLanguage(text: string, format: ResumeFormat): unknown {
  const { root } = readDocument(text, format);
  return root && (toResumeData(root) as Partial<Resume>).meta?.language;
}

type Found = { readonly path: string; readonly node: SourceText };

// What is called the same in every language, though it may be words.
const kept = new Set(
  `name organization institution issuer publisher awarder authors entity network username location image email phone url doi
startDate endDate date releaseDate`.split(/\s/),
);
// Their names are words.
const named = ['skills', 'interests'];
// Their keywords are names, mostly.
const technical = ['skills', 'projects'];

function listTexts(root: SourceMap): readonly Found[] {
  return root.entries.flatMap(({ key, value }) => {
    const section = readKey(key.value, 'resume');
    if (section === 'meta') return listOfLabels(value);
    return listInside(value, key.value, section);
  });
}

function listInside(node: SourceNode, path: string, section: string): readonly Found[] {
  if (node.kind === 'text') return isWords(node.value) ? [{ path, node }] : [];
  if (node.kind === 'list') return node.items.flatMap((item, index) => listInside(item, `${path}[${index}]`, section));
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    const name = readKey(key.value, section);
    const stays = (kept.has(name) && !named.includes(section)) || (name === 'keywords' && technical.includes(section));
    return stays ? [] : listInside(value, `${path}.${key.value}`, section);
  });
}

function listOfLabels(meta: SourceNode): readonly Found[] {
  const labels = find(find(meta, 'site'), 'labels');
  if (labels?.kind !== 'map') return [];
  return labels.entries.flatMap(({ key, value }) => listInside(value, `meta.site.labels.${key.value}`, 'labels'));
}

function find(node: SourceNode | undefined, name: string): SourceNode | undefined {
  return node?.kind === 'map' ? node.entries.find(({ key }) => key.value === name)?.value : undefined;
}

// A key by its name in JSON Resume, whatever it is called here. The table has entries by their singular.
function readKey(written: string, section: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = otherNames;
  const table = tables[section] ?? tables[section.replace(/s$/, '')] ?? {};
  return Object.entries(table).find(([, names]) => names.split(' ').includes(written))?.[0] ?? written;
}

function isWords(value: string): boolean {
  return /\p{L}{2}/u.test(value) && !isDate(value) && !/^[a-z][a-z+.-]*:\S+$|^\S+@\S+$/i.test(value);
}

/** Writes a remark at the end of each text's line; nothing where the text would then say something else. */
function addRemarks(body: string, root: SourceMap): { readonly text: string; readonly root: SourceMap } | undefined {
  const leaves = listLeaves(root);
  const ends = new Set(listTexts(root).map(({ node }) => findLineEnd(body, node, leaves)));
  let text = body;
  for (const end of [...ends].sort((a, b) => b - a))
    text = `${text.slice(0, end)} ${translateRemark}${text.slice(end)}`;
  const { root: read } = readDocument(text, 'yaml');
  if (read?.kind !== 'map') return undefined;
  return JSON.stringify(toResumeData(read)) === JSON.stringify(toResumeData(root)) ? { text, root: read } : undefined;
}

// A text of several lines under a sign takes remarks after the sign alone; what begins in a line and goes on below is not cut.
function findLineEnd(body: string, node: SourceNode, leaves: readonly SourceNode[]): number {
  const isBlock = ({ start }: SourceNode) => /[|>]/.test(body.charAt(start));
  const endOf = (at: number) => {
    const next = /\r?\n/g;
    next.lastIndex = at;
    return next.exec(body)?.index ?? body.length;
  };
  let end = endOf(isBlock(node) ? node.start : node.end);
  for (const leaf of leaves) if (!isBlock(leaf) && leaf.start < end && end < leaf.end) end = endOf(leaf.end);
  return end;
}

function listLeaves(node: SourceNode): readonly SourceNode[] {
  if (node.kind === 'list') return node.items.flatMap(listLeaves);
  return node.kind === 'map' ? node.entries.flatMap(({ value }) => listLeaves(value)) : [node];
}
