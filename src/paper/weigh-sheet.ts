import type { Sheet } from './sheet.ts';

/** What a PDF has room for, in bytes of text: a résumé of thirty sheets and more. */
export const roomiest = 100_000;

// A line of its own, however short.
const minWeight = 25;

/** How much text a sheet has, in bytes, where a short one counts as 25: setting it takes as long as that is much. */
export function weighSheet(sheet: Sheet): number {
  return listTexts(sheet).reduce((sum, text) => sum + Math.max(minWeight, Buffer.byteLength(text)), 0);
}

// Typst weighs all lines of a paragraph together, which takes the square of its length.
const maxWork = 10_000_000;
const longSheet = 50_000;
const manyWords = 200;
const longWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}._@:=&+~%]{50}/gu;

// Typst can keep the hyphens of some two hundred words of a paragraph from the ends of lines.
const manyHyphens = 100;
const hyphen = /-/g;

/** Whether a sheet is set line by line, and once. */
export function isLongSheet(sheet: Sheet): boolean {
  const paragraphs = listTexts(sheet, 'paragraph');
  if (paragraphs.some((text) => (text.match(hyphen) ?? []).length > manyHyphens)) return true;
  const work = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text) ** 2, 0);
  if (work > maxWork || weighSheet(sheet) > longSheet) return true;
  return (JSON.stringify(sheet).match(longWord) ?? []).length > manyWords;
}

/** The same sheet with places where words longer than a line may go on in the next. */
export function breakWords(sheet: Sheet): Sheet {
  return JSON.parse(JSON.stringify(sheet), (key, value) =>
    typeof value === 'string' && key !== 'url' ? value.replace(longWord, '$&\u200B') : value,
  );
}

const unset = new Set(['kind', 'form', 'url', 'language', 'direction', 'accent', 'date', 'title']);

// The title of the sheet is its name and label once more; that of an entry is no string. What is of the kind `whole` is one.
function listTexts(value: unknown, whole?: string): readonly string[] {
  const texts: string[] = [];
  collect(value, texts);
  return texts;

  function collect(value: unknown, found: string[]): void {
    if (typeof value === 'string') found.push(value);
    if (typeof value !== 'object' || value === null) return;
    const isWhole = 'kind' in value && value.kind === whole;
    const parts = isWhole ? [] : found;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string' || !unset.has(key)) collect(inner, parts);
    }
    if (isWhole) found.push(parts.join(''));
  }
}
