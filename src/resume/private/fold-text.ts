import { countFirst } from '../count-first.ts';
import type { Span } from '../read/source-node.ts';
import { toAsciiDigits } from '../schema/ascii-digits.ts';

/** A text folded, and where each UTF-16 unit of that is from. */
export type Folded = { readonly folded: string; readonly locate: (at: number) => Span };

/** Units of a folded text that are from the same span of the text; or, where they are as many as that has, one from each. */
type Part = { readonly at: number; readonly start: number; end: number; readonly isEven: boolean };

/** Escapes; words of plain letters with one other character between them; other characters in a row; and what takes a closer look. */
const pieces =
  /(?:%[\da-fA-F]{2})+|&#[xX]?[\da-fA-F]{1,6};|\\[uU](?:[\da-fA-F]{4}|\{[\da-fA-F]{1,6}\})|([A-Za-z\d]+(?:[\t\n\r !-$'-/:-@[\]^-`{-~][A-Za-z\d]+){0,999})|([\t\n\r !-$'-/:-@[\]^-`{-~]+)|./gsu;

/** Letters without case and marks, and one space for all that stands between words; escapes are read as what they mean. */
export function foldText(text: string): Folded {
  const parts: Part[] = [];
  let folded = '';
  let isAfterSpace = false;
  const push = (units: string, start: number, end: number) => {
    if (isAfterSpace && units === ' ') return;
    const before = parts.at(-1);
    const isEven = units.length === end - start;
    if (isEven && before?.isEven && before.end === start) before.end = end;
    else parts.push({ at: folded.length, start, end, isEven });
    folded += units;
    isAfterSpace = units === ' ';
  };
  push(' ', 0, 0);
  for (const { 0: written, 1: words, 2: others, index: start } of text.matchAll(pieces)) {
    const end = start + written.length;
    // Most of a text is these, and it may have a million letters.
    if (words !== undefined) push(words.toLowerCase().replace(/[^a-z\d]/g, ' '), start, end);
    else if (others !== undefined) push(' ', start, end);
    else for (const unit of foldPiece(written)) push(unit, start, end);
  }
  push(' ', text.length, text.length);
  const locate = (at: number) => {
    // The first one begins where the text does.
    const part = parts[countFirst(parts, (one) => one.at <= at) - 1] as Part;
    const start = part.start + at - part.at;
    return part.isEven ? { start, end: start + 1 } : part;
  };
  return { folded, locate };
}

/** One character, or what an escape means; not a letter is a space, and a mark is nothing. */
function foldPiece(written: string): readonly string[] {
  const plain = written.length > 2 ? readEscape(written) : written;
  const letters = toAsciiDigits(plain.normalize('NFKD').replace(/[\p{M}\p{Cf}]|(?![\t\n\r])\p{Cc}/gu, ''));
  // In capitals first, where "ß" is "SS".
  return [...letters.replace(/[^\p{L}\p{N}]/gu, ' ')].flatMap((letter) => letter.toUpperCase().toLowerCase().split(''));
}

/** The digits alone. */
export function pickDigits({ folded, locate }: Folded): Folded {
  const places: number[] = [];
  for (let at = 0; at < folded.length; at += 1) if (isDigit(folded.charCodeAt(at))) places.push(at);
  return { folded: folded.replace(/\D+/g, ''), locate: (at) => locate(places[at] ?? 0) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
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
