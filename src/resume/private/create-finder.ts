import { type Folded, foldText, pickDigits } from './fold-text.ts';

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
// Nobody dials more zeros.
const maxLead = 40;
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
  const hasNumbers = needles.some(({ kind }) => kind === 'number');
  return (text) => {
    const words = foldText(text);
    const digits = hasNumbers ? pickDigits(words) : words;
    return needles.flatMap(({ path, kind, folded, lead }) => {
      const shown = kind === 'number' ? digits : words;
      const inset = kind === 'words' ? 1 : 0;
      return findAll(shown.folded, kind === 'words' ? ` ${folded} ` : folded).map((at): Hit => {
        const { end } = shown.locate(at + inset + folded.length - 1);
        return { path, start: findStart(text, shown, at + inset, lead), end };
      });
    });
  };
}

/** Where a number begins of which the digits at a place are a part. */
function findStart(text: string, { locate }: Folded, place: number, lead: number): number {
  let { start } = locate(place);
  for (let at = place - 1; at >= Math.max(0, place - lead); at -= 1) {
    const before = locate(at);
    if (!/^[\s()+./-]{0,3}$/.test(text.slice(before.end, start))) break;
    start = before.start;
  }
  return lead > 0 && /[+(]/.test(text[start - 1] ?? '') ? start - 1 : start;
}

function createNeedle(path: string, value: string): Needle | undefined {
  const folded = foldText(value).folded.trim();
  const digits = folded.replace(/\D/g, '');
  if (digits.length >= minDigits && !/\p{L}/u.test(folded)) {
    // The code of the country has one to three digits, and who calls from inside leaves it out, or dials zeros.
    const isWhole = /^\s*(?:\+|00)/.test(value);
    const bare = digits.replace(/^0+/, '');
    const least = isWhole ? bare.slice(Math.min(3, Math.max(0, bare.length - minDigits))).replace(/^0+/, '') : bare;
    const shown = [least, bare].find(({ length }) => length >= minDigits) ?? digits;
    return { path, kind: 'number', folded: shown, lead: Math.min(maxLead, digits.length - shown.length) + maxPrefix };
  }
  const length = folded.replaceAll(' ', '').length;
  if (dense.test(folded)) return length >= 2 ? { path, kind: 'letters', folded, lead: 0 } : undefined;
  return length >= minLetters ? { path, kind: 'words', folded, lead: 0 } : undefined;
}

/** The longest text that engines look for in another without ever comparing most of it again and again. */
export const maxQuick = 250;

/** Every place of a text in another. */
function findAll(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  if (wanted.length <= maxQuick) {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
    return places;
  }
  // How many letters of the beginning stand at the end of each part of it. Source: Knuth, Morris and Pratt, 1977.
  const borders = new Uint32Array(wanted.length);
  const follow = (border: number, code: number) => {
    let count = border;
    while (count > 0 && (count === wanted.length || wanted.charCodeAt(count) !== code)) count = borders[count - 1] ?? 0;
    return wanted.charCodeAt(count) === code ? count + 1 : count;
  };
  for (let at = 1; at < wanted.length; at += 1) borders[at] = follow(borders[at - 1] ?? 0, wanted.charCodeAt(at));
  for (let at = 0, count = 0; at < text.length; at += 1) {
    count = follow(count, text.charCodeAt(at));
    if (count === wanted.length) places.push(at + 1 - count);
  }
  return places;
}
