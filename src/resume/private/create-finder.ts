import { toAsciiDigits } from '../schema/read-date.ts';

/** A value that must not be seen, and its place in the résumé. */
export type PrivateValue = { readonly path: string; readonly value: string };

/** Where a text says such a value, in other spacing, case or escapes too; offsets into the text. */
type Hit = { readonly path: string; readonly start: number; readonly end: number };

export type Finder = (text: string) => readonly Hit[];

type Needle = {
  readonly path: string;
  readonly kind: 'words' | 'letters' | 'number';
  readonly folded: string;
  /** How many digits may stand before those that are looked for, and belong to the number as well. */
  readonly lead: number;
};

// A shorter word, such as the code of a country, is a part of too many others.
const minLetters = 3;
const minDigits = 7;
/** What a number may have before it in another place: 00, and the code of a country. */
const maxPrefix = 5;
/** These are written without spaces between words. */
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Creates what finds private values in other texts: words in their order, whatever stands between them; numbers by their digits. */
export function createFinder(values: readonly PrivateValue[]): Finder {
  const found = values
    .flatMap(({ path, value }) => [...new Set([value, ...value.split('\n')])].map((text) => createNeedle(path, text)))
    .filter((needle) => needle !== undefined);
  const seen = new Set<string>();
  const needles = found.filter(({ kind, folded }) => !seen.has(`${kind} ${folded}`) && seen.add(`${kind} ${folded}`));
  if (needles.length === 0) return () => [];
  return (text) => {
    const words = foldText(text);
    const digits = words.filter(({ folded }) => /\d/.test(folded));
    const [shownWords, shownDigits] = [words, digits].map((list) => list.map(({ folded }) => folded).join(''));
    return needles.flatMap(({ path, kind, folded, lead }) => {
      const isNumber = kind === 'number';
      const places = findAll((isNumber ? shownDigits : shownWords) ?? '', kind === 'words' ? ` ${folded} ` : folded);
      const list = isNumber ? digits : words;
      const inset = kind === 'words' ? 1 : 0;
      return places.map((at): Hit => {
        const last = list[at + inset + folded.length - 1];
        return { path, start: findStart(text, list, at + inset, lead), end: last?.end ?? text.length };
      });
    });
  };
}

/** Where a number begins of which the digits at a place are a part. */
function findStart(text: string, digits: readonly Folded[], place: number, lead: number): number {
  let start = digits[place]?.start ?? 0;
  for (const before of digits.slice(Math.max(0, place - lead), place).reverse()) {
    if (!/^[\s()+./-]{0,3}$/.test(text.slice(before.end, start))) break;
    start = before.start;
  }
  return lead > 0 && /[+(]/.test(text[start - 1] ?? '') ? start - 1 : start;
}

function createNeedle(path: string, value: string): Needle | undefined {
  const folded = foldText(value)
    .map((part) => part.folded)
    .join('')
    .trim();
  const digits = folded.replace(/\D/g, '');
  if (digits.length >= minDigits && !/\p{L}/u.test(folded)) {
    // The code of the country has one to three digits, and who calls from inside leaves it out, or dials zeros.
    const isWhole = /^\s*(?:\+|00)/.test(value);
    const bare = digits.replace(/^0+/, '');
    const least = isWhole ? bare.slice(Math.min(3, Math.max(0, bare.length - minDigits))).replace(/^0+/, '') : bare;
    const shown = least.length >= minDigits ? least : bare;
    return { path, kind: 'number', folded: shown, lead: digits.length - shown.length + maxPrefix };
  }
  const length = folded.replaceAll(' ', '').length;
  if (dense.test(folded)) return length >= 2 ? { path, kind: 'letters', folded, lead: 0 } : undefined;
  return length >= minLetters ? { path, kind: 'words', folded, lead: 0 } : undefined;
}

function findAll(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

/** One UTF-16 unit of the folded text, and where in the text it is from. */
type Folded = { readonly folded: string; readonly start: number; readonly end: number };

/** Letters without case and marks, and one space for all that stands between words; escapes are read as what they mean. */
function foldText(text: string): readonly Folded[] {
  const parts: Folded[] = [];
  const space = (at: number) => {
    if (parts.at(-1)?.folded !== ' ') parts.push({ folded: ' ', start: at, end: at });
  };
  space(0);
  for (const { 0: written, index: start } of text.matchAll(
    /(?:%[0-9a-f]{2})+|&#x?[0-9a-f]{1,6};|\\u(?:[0-9a-f]{4}|\{[0-9a-f]{1,6}\})|./gisu,
  )) {
    const end = start + written.length;
    // Most letters need no more, and there may be a million of them.
    if (/^[a-z\d]$/i.test(written)) {
      parts.push({ folded: written.toLowerCase(), start, end });
      continue;
    }
    const plain = written.length > 2 ? readEscape(written) : written;
    for (const character of toAsciiDigits(plain.normalize('NFKD').replace(/[\p{M}\p{Cf}]|(?![\t\n\r])\p{Cc}/gu, ''))) {
      if (!/[\p{L}\p{N}]/u.test(character)) space(start);
      // In capitals first, where "ß" is "SS".
      else for (const unit of character.toUpperCase().toLowerCase().split('')) parts.push({ folded: unit, start, end });
    }
  }
  space(text.length);
  return parts;
}

function readEscape(written: string): string {
  if (written.startsWith('%')) {
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  }
  const isHex = /^(?:&#x|\\u)/i.test(written);
  const code = Number.parseInt(written.replace(/^(?:&#x?|\\u\{?)/i, ''), isHex ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}
