import * as Plot from '@observablehq/plot';
import { formatCount } from '../format-count.ts';
import { chooseEvenly } from './choose-evenly.ts';
import { chooseTicks } from './choose-ticks.ts';
import { type Drawing, finishDrawing, type Words } from './finish-drawing.ts';

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
  const most = Math.max(...columns.map(({ count }) => count));
  const ticks = chooseTicks(most);
  const top = ticks.at(-1) ?? 1;
  const places = columns.map((_, at) => at);
  const inset = Math.min(1.5, (width / columns.length) * 0.12);
  const place = (_: Column, at: number) => at;
  const apart = { insetLeft: inset, insetRight: inset };
  return finishDrawing(words, (document) =>
    Plot.plot({
      document,
      width,
      height,
      marginTop: 12,
      marginRight: 2,
      marginBottom: 24,
      marginLeft: 10 + formatCount(top).length * 7,
      x: { type: 'band', domain: places, padding: 0 },
      y: { domain: [0, top] },
      marks: [
        Plot.gridY(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
        Plot.axisY(ticks, { tickSize: 0, tickFormat: formatCount, label: null, fill: 'var(--soft)' }),
        Plot.axisX(chooseEvenly(places, labels), {
          tickSize: 0,
          tickPadding: 8,
          tickFormat: (at: number) => columns[at]?.label ?? '',
          label: null,
          fill: 'var(--soft)',
        }),
        Plot.barY(columns, { x: place, y: 'count', fill: 'var(--pale)', title: 'hint', ...apart }),
        Plot.barY(columns, {
          x: place,
          y: ({ count, part = count }) => part,
          fill: 'var(--green)',
          title: 'hint',
          ...apart,
        }),
        Plot.ruleY([0], { stroke: 'var(--soft)' }),
      ],
    }),
  );
}
