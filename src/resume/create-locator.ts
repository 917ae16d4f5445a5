type Position = { readonly line: number; readonly column: number };

/** Prepares the text once, then tells the line and column of any offset. Lines end with LF or CRLF. */
export function createLocator(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  return (offset) => {
    let line = 0;
    for (let high = starts.length; line + 1 < high; ) {
      const middle = (line + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else high = middle;
    }
    const start = starts[line] ?? 0;
    let end = line + 1 < starts.length ? (starts[line + 1] ?? 0) - 1 : text.length;
    if (end > start && text[end - 1] === '\r') end -= 1;
    return { line: line + 1, column: Math.min(Math.max(offset, start), end) - start + 1 };
  };
}
