const minTicks = 3;
// A longer fence than such a run needs would take the room of what it surrounds.
const longRun = /`{20,}/g;

/**
 * Puts a text into a Markdown code block that nothing in the text can end, cut at a line's end to a number of bytes; `rest` is
 * what is said, with `#` for their number, when lines had to be left out.
 */
export function codeBlock(text: string, bytes: number, rest: string): string {
  const bounded = text.replace(longRun, (run) => `(${run.length} backticks)`);
  const runs = bounded.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(minTicks, ...runs.map((run) => run.length + 1)));
  const wrap = (body: string) => `${fence}diff\n${body}\n${fence}`;
  if (measure(wrap(bounded)) <= bytes) return wrap(bounded);
  const lines = bounded.split('\n');
  const room = bytes - measure(wrap(rest)) - String(lines.length).length;
  let used = 0;
  let shown = 0;
  for (const line of lines) {
    used += measure(line) + 1;
    if (used > room) break;
    shown += 1;
  }
  return wrap([...lines.slice(0, shown), rest.replace('#', String(lines.length - shown))].join('\n'));
}

/** In bytes, of which there are never fewer than the characters that GitHub counts. */
export function measure(text: string): number {
  return new TextEncoder().encode(text).length;
}
