import type { Row, Section } from './row.ts';
import type { Summary } from './summarize.ts';

type Column = { readonly head: string; readonly side: 'left' | 'right' };

const columns: readonly Column[] = [
  { head: '', side: 'left' },
  { head: 'cloud-resume', side: 'right' },
  { head: '', side: 'left' },
  { head: 'beside it', side: 'right' },
  { head: '', side: 'left' },
  { head: 'cloud-resume has', side: 'right' },
  { head: 'aim', side: 'left' },
];

/** Formats sections as one aligned table of plain text: medians, with the smallest and the largest where they differ. */
export function formatTable(sections: readonly Section[]): string {
  const blocks = sections.map(({ title, rows, notes }) => ({ title, notes, lines: rows.map(formatRow) }));
  const all = [columns.map(({ head }) => head), ...blocks.flatMap(({ lines }) => lines)];
  const widths = columns.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const align = (line: readonly string[]) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return columns[column]?.side === 'right' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const body = blocks.flatMap(({ title, notes, lines }) => [
    '',
    title,
    rule,
    ...lines.map(align),
    ...notes.map(indent),
  ]);
  return [align(columns.map(({ head }) => head)), ...body].join('\n');
}

function indent(text: string): string {
  return `  ${text}`;
}

function formatRow({ what, unit, ours, theirs, atMost }: Row): readonly string[] {
  return [
    indent(what),
    ...formatSummary(ours, unit),
    ...formatSummary(theirs, unit),
    compare(ours.median, theirs.median),
    atMost === undefined ? '' : `≤ ${formatNumber(atMost)}: ${ours.median <= atMost ? 'met' : 'missed'}`,
  ];
}

function formatSummary({ median, min, max }: Summary, unit: string): readonly string[] {
  const range = min === max ? '' : `${formatNumber(min)}–${formatNumber(max)}`;
  return [`${formatNumber(median)} ${unit}`.trimEnd(), range];
}

function compare(ours: number, theirs: number): string {
  if (ours === theirs) return 'as much';
  // A ratio with nothing says nothing, nor does one with less than nothing.
  if (ours <= 0 || theirs <= 0) return ours < theirs ? 'less' : 'more';
  const ratio = ours < theirs ? theirs / ours : ours / theirs;
  if (ratio < 1.05) return 'as much';
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)} × ${ours < theirs ? 'less' : 'more'}`;
}

/** Three digits are as much as a machine that others use can say; bytes and counts are whole. */
function formatNumber(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
