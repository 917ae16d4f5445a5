import { countFirst } from './count-first.ts';

type Position = { readonly line: number; readonly column: number };

/** Prepares the text once, then tells the line and column of any offset. Lines end with LF or CRLF. */
export function createLocator(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return (offset) => {
    const line = Math.max(
      1,
      countFirst(starts, (start) => start <= offset),
    );
    const start = starts[line - 1] ?? 0;
    let end = line < starts.length ? (starts[line] ?? 0) - 1 : text.length;
    if (end > start && text[end - 1] === '\r') end -= 1;
    return { line, column: Math.min(Math.max(offset, start), end) - start + 1 };
  };
}
