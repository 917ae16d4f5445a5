/**
 * Marks the ends of lines as Markdown's line breaks where they were meant: Markdown runs lines together, which mends a text that an
 * editor has wrapped, and spoils one that was written line by line. Lists and what comes after them stay as they are.
 */
export function keepLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split(/(\n[ \t]*\n\s*)/)
    .map((part, index) => (index % 2 === 0 ? keepParagraph(part) : part))
    .join('');
}

function keepParagraph(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => listed.test(line));
  const own = end < 0 ? lines : lines.slice(0, end);
  if (own.length < 2 || isWrapped(own)) return text;
  return [
    own
      .map((line) => line.trimEnd())
      .join('  \n')
      .replaceAll('\\  \n', '  \n'),
    ...lines.slice(own.length),
  ].join('\n');
}

const listed = /^[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]/;

// An editor ends a line where the next word has no room, and a hand that wraps does in the middle of a sentence.
function isWrapped(lines: readonly string[]): boolean {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const inner = lines.slice(0, -1);
  if (width < 40 || width > 120 || inner.every((line) => /[.:;!?…。：；！？]\s*$/u.test(line))) return false;
  const goesOn = (line = '') => /^\s*\p{Ll}/u.test(line);
  return inner.every((line, index) => {
    const next = lines[index + 1];
    const [word = ''] = (next ?? '').trimStart().split(/\s/, 1);
    const { length } = line.trimEnd();
    return length + 1 + word.length > width || (length >= 40 && goesOn(next) && !goesOn(lines[0]));
  });
}
