/** Reads CSV as RFC 4180 has it: quotes, doubled quotes, commas and newlines in cells; any end of line; a BOM; never throws. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // Outside of quotes up to a comma or the end of the line; a quote that never ends takes the rest.
  const cell = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const [, quoted, after = '', bare = '', end] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"') + after);
    if (end === ',' && cell.lastIndex < text.length) continue;
    if (end === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Makes one group of each row, named by the header: the first row that has one of these columns, because LinkedIn puts remarks
 * before it. A cell without a column is named by its number.
 */
export function readTable(text: string, columns: readonly string[]): readonly { readonly [column: string]: string }[] {
  const rows = readCsv(text);
  const top = rows.slice(0, 20).findIndex((row) => row.some((cell) => columns.includes(cell.trim())));
  if (top < 0) return rows.map(toNumbered);
  const header = rows[top] ?? [];
  return rows
    .slice(top + 1)
    .map((row) =>
      Object.fromEntries(row.map((cell, index) => [header[index]?.trim() || `column ${index + 1}`, cell.trim()])),
    )
    .filter((row) => Object.values(row).some((cell) => cell !== ''));
}

function toNumbered(row: readonly string[]): { readonly [column: string]: string } {
  return Object.fromEntries(row.map((cell, index) => [`column ${index + 1}`, cell.trim()]));
}
