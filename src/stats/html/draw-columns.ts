import { formatCount } from '../format-count.ts';
import { chooseEvenly } from './choose-evenly.ts';
import { chooseTicks } from './choose-ticks.ts';
import { type Drawing, drawRects, drawSvg, drawText, type Words } from './draw-svg.ts';

export type Column = {
  /** Below the column, where there is room. */
  readonly label: string;
  /** What a pointer learns that rests on it. */
  readonly hint: string;
  readonly count: number;
  /** How much of it is another colour. Default: all. */
  readonly part?: number;
};

export type Size = {
  readonly width: number;
  readonly height: number;
  /** Labels below the columns at most. */
  readonly labels: number;
};

/** Draws columns in a row over a scale of whole numbers. */
export function drawColumns(columns: readonly Column[], words: Words, { width, height, labels }: Size): Drawing {
  const ticks = chooseTicks(Math.max(...columns.map(({ count }) => count)));
  const most = ticks.at(-1) ?? 1;
  const [left, right, top, bottom] = [10 + formatCount(most).length * 7, width - 2, 12, height - 24];
  const step = (right - left) / columns.length;
  const inset = Math.min(1.5, (width / columns.length) * 0.12);
  const scale = (count: number) => bottom - (count / most) * (bottom - top);
  const bars = (pick: (column: Column) => number) =>
    columns.map((column, at) => {
      const y = scale(pick(column));
      return { x: left + at * step + inset, y, width: step - 2 * inset, height: bottom - y, hint: column.hint };
    });
  const line = (y: number, color: string) => `<path stroke="var(--${color})" d="M${left} ${y}H${right}"/>`;
  return drawSvg(words, width, height, [
    ...ticks.map((tick) => line(scale(tick), 'line')),
    ...ticks.map((tick) =>
      drawText(left - 6, scale(tick) + 3.5, formatCount(tick), 'font-size="10" text-anchor="end" fill="var(--soft)"'),
    ),
    ...chooseEvenly([...columns.entries()], labels).map(([at, { label }]) =>
      drawText(left + (at + 0.5) * step, bottom + 16, label, 'font-size="10" text-anchor="middle" fill="var(--soft)"'),
    ),
    drawRects(
      'pale',
      bars(({ count }) => count),
    ),
    drawRects(
      'green',
      bars(({ count, part = count }) => part),
    ),
    line(bottom, 'soft'),
  ]);
}
