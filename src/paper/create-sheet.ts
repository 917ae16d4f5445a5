import {
  areShort,
  type ContactItem,
  colon,
  displayUrl,
  type Entry,
  type Outline,
  type RichText,
  type Section,
  type Span,
} from '#site';
import type { Sheet, SheetContact, SheetEntry, SheetLink, SheetSection, SheetText } from './sheet.ts';

type SheetSettings = {
  /** As `#rrggbb`. */
  readonly accent: string;
  /** Where the site is; a link to one of its files leads nowhere on paper without it. */
  readonly origin?: string | undefined;
};

/**
 * Lays an outline out for paper: the same words in the same order. What the page only links is also written, since paper
 * cannot be clicked: addresses follow their line or paragraph, so that no sentence is torn apart by one.
 */
export function createSheet(outline: Outline, { accent, origin }: SheetSettings): Sheet {
  const { locale, name, label, summary, contact, sections, updated } = outline;
  const resolve: Resolve = (url) => {
    const link = url?.startsWith('/') ? origin && origin + url : url;
    return link && Buffer.byteLength(link) <= maxLinkBytes ? link : undefined;
  };
  const date = updated?.find(({ datetime }) => datetime)?.datetime;
  return {
    language: locale.language,
    direction: locale.direction,
    title: label ? `${name} – ${label}` : name,
    name,
    ...(label && { label }),
    ...(date && { date }),
    accent,
    colon: colon(locale),
    summary: layText(summary, resolve),
    contact: contact.map((item) => layContact(item, resolve)),
    sections: sections.map((section) => laySection(section, resolve)),
  };
}

// Typst takes no longer one, and no mail program either.
const maxLinkBytes = 8000;

type Linked = { readonly text: string; readonly url?: string | undefined };

type Resolve = (url: string | undefined) => string | undefined;

function layContact({ kind, network, text, url }: ContactItem, resolve: Resolve): SheetContact {
  const link = resolve(url);
  const shown = link && writeUrl(link);
  const words = kind === 'url' && shown ? shown : (text ?? displayUrl(link ?? url ?? ''));
  const common = { ...(network && { network }), isLtr: kind !== 'location', ...(link && { url: link }) };
  if (kind !== 'profile' || !link || !shown) return { ...common, text: words };
  // The address says more than a user's name that is part of it; `@jane@host.example` says the same in another way.
  if (shown.includes(words)) return { ...common, text: shown };
  const isFull = /.@./.test(words) && words.split('@').every((part) => shown.includes(part));
  return { ...common, text: words, ...(!isFull && { address: { text: shown, url: link } }) };
}

// Whoever types an address from paper needs its query; one that says where a reader came from is for counting readers.
function writeUrl(url: string): string {
  const [, query = ''] = /^http[^?#]*(\?(?!utm_)[\w.~%&=+-]{1,40})(?:#|$)/.exec(url) ?? [];
  return displayUrl(url) + query;
}

function laySection({ key, heading, layout, groups }: Section, resolve: Resolve): SheetSection {
  // A date stands at the end of its line, so that no years have to stand above it.
  const entries = groups.flatMap((group) => group.entries);
  const form = titled.has(key) ? 'entries' : chooseForm(layout, entries);
  return { heading, form, entries: entries.map((entry) => layEntry(entry, resolve)) };
}

// What somebody did has a title, however little else is said of it.
const titled = new Set(['work', 'volunteer', 'education', 'projects']);

// Names stand in a row unless more than a few have so many letters, or one has twice as many.
const longName = 36;

function chooseForm(layout: Section['layout'], entries: readonly Entry[]): SheetSection['form'] {
  if (layout === 'quotes' || layout === 'list') return layout;
  if (!entries.every(isName)) return 'entries';
  const lengths = entries.map(({ title, level }) => [title?.text, level].filter(Boolean).join(' ').length);
  const long = lengths.filter((length) => length > longName);
  const isRow = long.length <= entries.length / 4 && long.every((length) => length <= 2 * longName);
  return isRow && entries.every(({ keywords }) => keywords.length === 0) ? 'row' : 'terms';
}

// Whether there is no more to an entry than a name, a level and words that belong to it.
function isName({ period, subtitle, place, facts, about, text, points, details, roles, title }: Entry): boolean {
  const isShort = !period && !subtitle && !place && !about && !text && !title?.url;
  return isShort && [facts, points, details, roles].every(({ length }) => length === 0);
}

function layEntry(entry: Entry, resolve: Resolve): SheetEntry {
  const { title, level, period = [], subtitle, place, facts, about, text, points, details, keywords, roles } = entry;
  const line = [subtitle, place === undefined ? undefined : { text: place }, ...facts].filter(
    (part) => part !== undefined,
  );
  return {
    ...(title && { title: follow(title, resolve) }),
    ...(level && { level }),
    when: period,
    at: [
      ...line.map((part) => ({ ...follow(part, resolve), isLtr: isAddress(part) })),
      ...listAddresses([title, ...line], resolve).map((address) => ({ ...address, isLtr: true })),
    ],
    about: layText(about, resolve),
    text: [...layText(text, resolve), ...(areShort(points) ? layText([joinPoints(points)], resolve) : [])],
    points: areShort(points) ? [] : points.map((point) => layText(point, resolve)),
    details,
    keywords,
    roles: roles.map((role) => layEntry(role, resolve)),
    isLong: [...(text ? [text] : []), ...points].map(joinWords).join(' ').length > longEntry,
  };
}

function joinPoints(points: readonly RichText[]): RichText[number] {
  const all = points.flat().flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : []));
  return {
    kind: 'paragraph',
    spans: all.flatMap((spans, at) => (at > 0 ? [{ kind: 'text', text: ' · ' }, ...spans] : spans)),
  };
}

function follow({ text, url }: Linked, resolve: Resolve): SheetLink {
  const link = resolve(url);
  return { text, ...(link && { url: link }) };
}

// What has more than these letters may go on on the next sheet. A paragraph that does is torn apart by the foot of the sheet
// for whoever extracts its text, so that only a very long one does.
const longEntry = 400;
const longParagraph = 1500;

function layText(text: RichText | undefined, resolve: Resolve): SheetText {
  return (text ?? []).map((block) => {
    if (block.kind === 'list') return { ...block, items: block.items.map((item) => layText(item, resolve)) };
    const spans = block.spans.flatMap((span) => resolveSpan(span, resolve));
    const addresses = listAddresses(listLinks(spans), resolve);
    return { ...block, spans, addresses, isLong: readWords(spans).length > longParagraph };
  });
}

function resolveSpan(span: Span, resolve: Resolve): readonly Span[] {
  if (!('spans' in span)) return [span];
  const spans = span.spans.flatMap((inner) => resolveSpan(inner, resolve));
  if (span.kind !== 'link') return [{ ...span, spans }];
  const url = resolve(span.url);
  return url ? [{ kind: 'link', url, spans }] : spans;
}

function joinWords(text: RichText): string {
  return text
    .map((block) => (block.kind === 'list' ? block.items.map(joinWords).join('\n') : readWords(block.spans)))
    .join('\n');
}

function listLinks(spans: readonly Span[]): readonly SheetLink[] {
  return spans.flatMap((span) => {
    if (!('spans' in span)) return [];
    return span.kind === 'link' ? [{ text: readWords(span.spans), url: span.url }] : listLinks(span.spans);
  });
}

function readWords(spans: readonly Span[]): string {
  return spans
    .map((span) => ('spans' in span ? readWords(span.spans) : span.kind === 'break' ? ' ' : span.text))
    .join('');
}

/** The addresses that the words of these links do not say, each once. */
function listAddresses(links: readonly (Linked | undefined)[], resolve: Resolve): readonly SheetLink[] {
  const addresses = new Map<string, string>();
  for (const link of links) {
    const url = resolve(link?.url);
    if (url && link && !isAddress({ ...link, url })) addresses.set(url, writeUrl(url));
  }
  return [...addresses].map(([url, text]) => ({ url, text }));
}

// Words that say their address themselves. A number that is dialed says more than what a telephone makes of it.
function isAddress({ text, url }: Linked): boolean {
  if (!url) return false;
  const shown = displayUrl(url).toLowerCase();
  if (url.startsWith('tel:')) return /(\d\D*){5}/.test(text);
  return [displayUrl(text), text.replace(/^doi:/, 'doi.org/')].some((it) => it.toLowerCase() === shown);
}
