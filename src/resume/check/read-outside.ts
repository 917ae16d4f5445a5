import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceList, SourceNode } from '../read/source-node.ts';
import type { Detail, OwnEntry, OwnSection } from '../resume.ts';
import { checkLanguage } from '../schema/check-language.ts';
import { checkUrl } from '../schema/check-url.ts';
import { isDate } from '../schema/is-date.ts';
import { isOngoing, readDate, readPeriod } from '../schema/read-date.ts';
import { foldKey, line, list, prose } from '../schema/shape.ts';
import { type Context, type Group, note } from './context.ts';
import { explainStranger } from './explain.ts';
import { readBasics } from './read-person.ts';
import { listSoundEntries } from './resolve-keys.ts';
import { cleanText, isEmpty, listTexts } from './texts.ts';

/**
 * Reads the keys at the root that the schema does not know: a list is a section of its own, what belongs in basics is read so
 * where there is none, and a language is the page's.
 */
export function readOutside(group: Group, entries: readonly SourceEntry[]): void {
  const { shape, context, values } = group;
  const filled = entries.filter(({ value }) => !isEmpty(value));
  const sections: OwnSection[] = [];
  for (const entry of readBasics(group, filled)) {
    const { key, value } = entry;
    const tell = (message: string) => note(key, joinPath('', key.value), message, context);
    const section =
      value.kind === 'list' && cleanText(key.value) !== ''
        ? readOwnSection(cleanText(key.value), value, context)
        : undefined;
    if (section) sections.push(section);
    else if (isLanguageTag(entry)) {
      const meta = (values.get('meta') ?? {}) as object;
      const tag = listTexts(value).join('');
      if (!('language' in meta)) values.set('meta', { ...meta, language: tag });
      tell(`${quoteValue(key.value)} is read as the language of the page; write it under meta, as language: ${tag}.`);
    } else tell(explainStranger(key.value, shape));
  }
  if (sections.length > 0) values.set('sections', sections);
}

/** Tells a root key such as `language: de`, which says something of the page, from a language that somebody speaks. */
export function isLanguageTag({ key, value }: SourceEntry): boolean {
  const isNamed = /^(?:x-?)?(?:language|lang|locale)$/i.test(key.value);
  return isNamed && value.kind === 'text' && checkLanguage(value.value.trim()) === undefined;
}

type Part = keyof OwnEntry;

/** What people call the parts of an entry, whatever the section is. */
const partNames: readonly (readonly [Part, string])[] = [
  ['title', 'title name heading degree role position what'],
  [
    'subtitle',
    'subtitle organization organisation event venue conference institution company publisher issuer awarder school agency funder journal',
  ],
  ['url', 'url website site web webpage homepage link links href uri'],
  ['date', 'date year releasedate published publishedat awarded when period dates'],
  ['startDate', 'startdate start from begin'],
  ['endDate', 'enddate end to until'],
  ['location', 'location place city'],
  ['summary', 'summary description text abstract about note notes quote reference'],
  ['highlights', 'highlights points achievements bullets'],
  ['keywords', 'keywords tags technologies skills tools'],
];
const parts = new Map(partNames.flatMap(([part, names]) => names.split(' ').map((name) => [name, part] as const)));

/** Reads a list that the schema does not know as a section of its own, so that no text of it is lost. */
function readOwnSection(key: string, node: SourceList, context: Context): OwnSection | undefined {
  const entries = node.items
    .flatMap((item) => (item.kind === 'list' ? item.items : [item]))
    .flatMap((item, index) => readOwnEntry(item, `${joinPath('', key)}[${index}]`, context) ?? []);
  return entries.length > 0 ? { key, entries } : undefined;
}

function readOwnEntry(node: SourceNode, path: string, context: Context): OwnEntry | undefined {
  if (isEmpty(node)) return undefined;
  if (node.kind !== 'map') {
    const text = listTexts(node).join(', ');
    if (text === '') return undefined;
    const isTitle = text.length <= 120 && !text.includes('\n');
    return isTitle ? { title: text } : { summary: text };
  }
  const read = new Map<Part, unknown>();
  const details: Detail[] = [];
  for (const entry of listSoundEntries(node, path, context)) {
    if (isEmpty(entry.value)) continue;
    const part = parts.get(foldKey(entry.key.value));
    const isTaken = part === undefined || read.has(part);
    if (isTaken || !readPart(entry, part, path, read, context)) {
      const value = readDetail(entry.value);
      if (value !== '') details.push({ label: cleanText(entry.key.value) || '–', value });
    }
  }
  // The first that was said is what the entry is called.
  if (!read.has('title') && !read.has('summary')) {
    const first = details.shift();
    if (first) read.set('title', first.value);
  }
  if (read.size === 0 && details.length === 0) return undefined;
  return { ...Object.fromEntries(read), ...(details.length > 0 && { details }) };
}

/** Reads what was written of one part; tells whether it can be that. */
function readPart(
  { key, value }: SourceEntry,
  part: Part,
  path: string,
  read: Map<Part, unknown>,
  context: Context,
): boolean {
  const place = joinPath(path, key.value);
  if (part === 'highlights' || part === 'keywords') {
    const items =
      value.kind === 'list'
        ? context.read(value, list(part === 'keywords' ? line() : prose()), place)
        : listTexts(value);
    if (Array.isArray(items) && items.length > 0) read.set(part, items);
    return true;
  }
  if (value.kind === 'map' || (value.kind === 'list' && part !== 'summary')) return false;
  if (part === 'summary' || part === 'title' || part === 'subtitle' || part === 'location') {
    const text = value.kind === 'list' ? listTexts(value).join('\n\n') : undefined;
    const said = text ?? context.read(value, part === 'summary' ? prose() : line(), place);
    if (said !== undefined) read.set(part, said);
    return true;
  }
  const [text = ''] = listTexts(value);
  if (text === '') return true;
  if (part === 'url') {
    const invalid = checkUrl(text);
    const url = invalid === undefined ? text : invalid.instead;
    if (url !== undefined) read.set('url', url);
    return url !== undefined;
  }
  if (part === 'endDate' && isOngoing(text)) return true;
  const [date, other] = readDate(text);
  const period = part === 'date' && date === undefined ? readPeriod(text) : undefined;
  if (period) {
    read.set('startDate', period.start);
    if (period.end) read.set('endDate', period.end);
  } else read.set(part, date !== undefined && other === undefined && isDate(date) ? date : text);
  return true;
}

function readDetail(node: SourceNode): string {
  if (node.kind !== 'map') return listTexts(node).join(', ');
  return node.entries
    .filter(({ value }) => !isEmpty(value))
    .map(({ key, value }) => `${cleanText(key.value)}: ${readDetail(value)}`)
    .join(', ');
}
