/** What stands between two cells: LinkedIn writes commas; spreadsheets that save its tables again write others. */
type Separator = ',' | ';' | '\t';

/** Reads CSV as RFC 4180 has it: quotes, doubled quotes, commas and newlines in cells; any end of line; a BOM; never throws. */
export function readCsv(text: string, separator: Separator = ','): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // Outside of quotes up to a separator or the end of the line; a quote that never ends takes the rest.
  const bare = `[^${separator}\\r\\n]*`;
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)(?:"|$)(${bare})|(${bare}))(${separator}|\\r\\n|\\n|\\r|$)`, 'y');
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const [, quoted, after = '', bare = '', end] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"') + after);
    if (end === separator && cell.lastIndex < text.length) continue;
    if (end === separator) row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Tells what separates the cells, by a header that has at least two of these columns; undefined where none tells. */
export function findSeparator(text: string, columns: readonly string[]): Separator | undefined {
  const start = text.slice(0, 20_000);
  const count = (separator: Separator) =>
    Math.max(
      0,
      ...readCsv(start, separator)
        .slice(0, maxHeaderRows)
        .map((row) => row.filter((cell) => columns.includes(cell.trim())).length),
    );
  return ([',', ';', '\t'] as const).find((separator) => count(separator) >= 2);
}

const maxHeaderRows = 20;
/** More than any table of LinkedIn has; what a row has beyond is one cell. */
const maxColumns = 500;

/**
 * Makes one group of each row, named by the header: the first row that has one of these columns, because LinkedIn puts remarks
 * before it. A cell without a column is named by its number.
 */
export function readTable(
  text: string,
  columns: readonly string[],
  separator: Separator = ',',
): readonly { readonly [column: string]: string }[] {
  const rows = readCsv(text, separator).map((row) =>
    row.length <= maxColumns ? row : [...row.slice(0, maxColumns), row.slice(maxColumns).join(separator)],
  );
  const top = rows.slice(0, maxHeaderRows).findIndex((row) => row.some((cell) => columns.includes(cell.trim())));
  if (top < 0) return rows.map(toNumbered);
  const header = nameColumns((rows[top] ?? []).slice(0, maxColumns));
  return rows
    .slice(top + 1)
    .map((row) => Object.fromEntries(row.map((cell, index) => [header[index] ?? `column ${index + 1}`, cell.trim()])))
    .filter((row) => Object.values(row).some((cell) => cell !== ''));
}

/** A column without a name, or with one that an earlier one has, is called by its number. */
function nameColumns(cells: readonly string[]): readonly string[] {
  const seen = new Set(['']);
  return cells.map((cell, index) => {
    const name = cell.trim();
    const isTaken = seen.has(name);
    seen.add(name);
    return isTaken ? `column ${index + 1}` : name;
  });
}

function toNumbered(row: readonly string[]): { readonly [column: string]: string } {
  return Object.fromEntries(row.map((cell, index) => [`column ${index + 1}`, cell.trim()]));
}
