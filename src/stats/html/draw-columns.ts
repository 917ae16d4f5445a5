import type { Html } from '#html';
import { formatCount } from '../format-count.ts';
import { drawLine, drawRects, drawSvg, drawText, type Words } from './draw-svg.ts';

export type Column = {
  /** Below the column, where there is room. */
  readonly label: string;
  /** What a pointer learns that rests on it. */
  readonly hint: string;
  readonly count: number;
  /** How much of it is another color. Default: all. */
  readonly part?: number;
};

type Size = {
  readonly width: number;
  readonly height: number;
  /** Labels below the columns at most. */
  readonly maxLabels: number;
};

/** What a character of a label takes, about. */
const characterWidth = 6;

/** A day alone is a column, not a wall. */
const widestColumn = 48;

/** Draws columns in a row over a scale of whole numbers. */
export function drawColumns(columns: readonly Column[], words: Words, { width, height, maxLabels }: Size): Html {
  const ticks = chooseTicks(Math.max(...columns.map(({ count }) => count)));
  const most = ticks.at(-1) ?? 1;
  const [left, right, top, bottom] = [10 + formatCount(most).length * 7, width - 2, 12, height - 24];
  const step = (right - left) / columns.length;
  const inset = Math.max(Math.min(1.5, (width / columns.length) * 0.12), (step - widestColumn) / 2);
  const scale = (count: number) => bottom - (count / most) * (bottom - top);
  const bars = (pick: (column: Column) => number) =>
    columns.map((column, at) => {
      const y = scale(pick(column));
      return { x: left + at * step + inset, y, width: step - 2 * inset, height: bottom - y, hint: column.hint };
    });
  return drawSvg(words, width, height, [
    ...ticks.map((tick) => drawLine(left, right, scale(tick), 'line')),
    ...ticks.map((tick) => drawText(left - 6, scale(tick) + 3.5, formatCount(tick), { size: 10, anchor: 'end' })),
    ...chooseEvenly([...columns.entries()], maxLabels).map(([at, { label }]) => {
      // The last one would be wider than what is left.
      const isCut = at === columns.length - 1 && label.length * characterWidth > step;
      const [x, anchor] = isCut ? ([right, 'end'] as const) : ([left + (at + 0.5) * step, 'middle'] as const);
      return drawText(x, bottom + 16, label, { size: 10, anchor });
    }),
    drawRects(
      'pale',
      bars(({ count }) => count),
    ),
    drawRects(
      'accent',
      bars(({ count, part = count }) => part),
    ),
    drawLine(left, right, bottom, 'soft'),
  ]);
}

/** Chooses round whole numbers from 0 to `most` or just above it, five at most, for an axis of counts. */
export function chooseTicks(most: number): readonly number[] {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const whole = Math.ceil(step);
  return Array.from({ length: Math.ceil(Math.max(1, most) / whole) + 1 }, (_, at) => at * whole);
}

/** Chooses so many items of a list at most, evenly apart, the last among them. */
export function chooseEvenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const apart = Math.ceil(items.length / most);
  return items.filter((_, at) => (items.length - 1 - at) % apart === 0);
}
