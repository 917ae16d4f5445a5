const maxLines = 200;

/** The first lines of a list, and how many more there are: nobody reads thousands. */
export function limitLines(lines: readonly string[], indent = '  '): readonly string[] {
  const rest = lines.length - maxLines;
  return rest <= 0 ? lines : [...lines.slice(0, maxLines), `${indent}… and ${rest.toLocaleString('en')} more.`];
}
