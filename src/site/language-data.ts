// What a page asks Intl about its language. In the package, package/packed-language-data.ts takes this file's place, with the same
// exports, because the first use of Intl takes as long as reading a résumé.

/** The language of a tag, and the script that it is written in. */
export function readScript(tag: string): { readonly language: string; readonly script: string | undefined } {
  const { language, script } = new Intl.Locale(tag).maximize();
  return { language, script };
}

/** Whether dates and lists can be written in a language. */
export function knowsLanguage(tag: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
}

/** Joins words as the language does, without an "and": `a, b`, `a、b` or `أ، ب`. */
export function joinList(items: readonly string[], { formats }: { readonly formats: string }): string {
  return items.join(findSeparator(formats));
}

// In Intl's own lists the first of several separators is the plain one; Arabic alone joins by "and" throughout.
function findSeparator(tag: string): string {
  const { language } = new Intl.Locale(tag);
  if (['ar', 'ckb', 'ps', 'sd', 'ug', 'ur'].includes(language)) return '، ';
  const list = new Intl.ListFormat(tag, { type: 'conjunction' }).formatToParts(['a', 'b', 'c', 'd']);
  const first = list.find(({ type }) => type === 'literal')?.value ?? ', ';
  return /[\p{P}]/u.test(first) ? first.replace(/\p{Cf}/gu, '') : ', ';
}

/** The name of a country, by its ISO 3166 code. */
export function nameCountry(code: string, tag: string): string | undefined {
  return new Intl.DisplayNames([tag, 'en'], { type: 'region' }).of(code);
}

/** A year, a month of it or a day; months and days count from 1. */
type DateParts = readonly [year: number, month: number | undefined, day: number | undefined];

/** Writes a date with a short name of its month. */
export function writeDate(tag: string, [year, month, day]: DateParts): string {
  const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  return formatter(tag, precision).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

const precisions = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs far more than using it, and a résumé needs three.
function formatter(tag: string, precision: keyof typeof precisions): Intl.DateTimeFormat {
  const key = `${tag} ${precision}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(tag, { ...precisions[precision], calendar: 'gregory', timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
