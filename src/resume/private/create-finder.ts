import { createMatcher } from './create-matcher.ts';
import { type Folded, foldText, pickDigits } from './fold-text.ts';

/** A value that must not be seen, and its place in the résumé. */
export type PrivateValue = { readonly path: string; readonly value: string };

/** Where a text says such a value, in other spacing, case or escapes too; offsets into the text. */
type Hit = { readonly path: string; readonly start: number; readonly end: number };

export type Finder = (text: string) => readonly Hit[];

type Needle = {
  readonly path: string;
  readonly isNumber: boolean;
  /** What is looked for: words with a space on both sides, or the digits of a number. */
  readonly folded: string;
  /** How many digits may stand before those that are looked for, and belong to the number as well. */
  readonly lead: number;
};

// A shorter word, such as the code of a country, is a part of too many others.
const minLetters = 3;
const minDense = 2;
const minDigits = 7;
/** What a number may have before it in another place: 00, and the code of a country. */
const maxPrefix = 5;
// Nobody dials more zeros.
const maxLead = 40;
/** These are written without spaces between words. */
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Creates what finds private values in other texts: words in their order, whatever stands between them; numbers by their digits. */
export function createFinder(values: readonly PrivateValue[]): Finder {
  const needles = values
    .flatMap(({ path, value }) => [...new Set([value, ...value.split('\n')])].map((text) => createNeedle(path, text)))
    .filter((needle) => needle !== undefined);
  if (needles.length === 0) return () => [];
  const findWords = createNeedleFinder(needles.filter(({ isNumber }) => !isNumber));
  const findDigits = createNeedleFinder(needles.filter(({ isNumber }) => isNumber));
  const hasNumbers = needles.some(({ isNumber }) => isNumber);
  return (text) => {
    const words = foldText(text);
    return [...findWords(text, words), ...(hasNumbers ? findDigits(text, pickDigits(words)) : [])];
  };
}

function createNeedleFinder(needles: readonly Needle[]): (text: string, shown: Folded) => readonly Hit[] {
  const match = createMatcher(needles.map(({ folded }) => folded));
  return (text, shown) =>
    match(shown.folded).map(({ index, start, end }): Hit => {
      const { path, lead } = needles[index] as Needle;
      const first = shown.folded[start] === ' ' ? start + 1 : start;
      const last = shown.folded[end - 1] === ' ' ? end - 2 : end - 1;
      return { path, start: findStart(text, shown, first, lead), end: shown.locate(last).end };
    });
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
    return { path, isNumber: true, folded: shown, lead: Math.min(maxLead, digits.length - shown.length) + maxPrefix };
  }
  const isDense = dense.test(folded);
  if (folded.replaceAll(' ', '').length < (isDense ? minDense : minLetters)) return undefined;
  return { path, isNumber: false, folded: isDense ? folded : ` ${folded} `, lead: 0 };
}
