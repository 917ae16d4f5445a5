import { formatCount } from './format-count.ts';

/** Colors a text of the report where that shows colors, as a shell does. */
export type ReportPaint = (style: 'strong' | 'dim' | 'good', text: string) => string;

type Row = { readonly label: string; readonly counts: readonly number[] };

/** What a terminal is wide at least. */
export const terminalWidth = 80;

/** Aligns rows: the name, then the numbers, then, with `bars`, a bar that shows the first of them again. */
export function formatRows(rows: readonly Row[], paint: ReportPaint, { bars = true } = {}): readonly string[] {
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const most = Math.max(...rows.map(({ counts }) => counts[0] ?? 0));
  const widths = rows[0]?.counts.map((_, column) =>
    Math.max(...rows.map(({ counts }) => formatCount(counts[column] ?? 0).length)),
  );
  return rows.map(({ label, counts }) => {
    const numbers = counts.map((count, column) => formatCount(count).padStart(widths?.[column] ?? 0));
    const line = ['', label.padEnd(labelWidth), ...numbers].join('  ');
    const bar = bars ? formatBar(counts[0] ?? 0, most, terminalWidth - line.length - 2) : '';
    return bar === '' ? line : `${line}  ${paint('good', bar)}`;
  });
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Draws a number as a bar of Unicode blocks, `width` characters long for `most`; what is there at all is an eighth at least. */
function formatBar(count: number, most: number, width: number): string {
  if (count <= 0 || most <= 0) return '';
  const length = Math.max(1, Math.round((count / most) * width * 8));
  return '█'.repeat(Math.floor(length / 8)) + eighths[length % 8];
}
