import * as Plot from '@observablehq/plot';
import { formatCount } from '../format-count.ts';
import type { Share } from '../report.ts';
import { type Drawing, finishDrawing, type Words } from './finish-drawing.ts';

const ROW = 34;
/** What a character takes, about. */
const CHARACTER = 7.5;

/** Draws a bar for each share, below its name and its count, in a picture so wide. */
export function drawBars(shares: readonly Share[], words: Words, width: number): Drawing {
  const place = (_: Share, at: number) => at;
  const text = { y: place, dy: -6, fontSize: 13, fill: 'currentColor' } as const;
  return finishDrawing(words, (document) =>
    Plot.plot({
      document,
      width,
      height: shares.length * ROW,
      margin: 0,
      x: { axis: null, domain: [0, Math.max(...shares.map(({ count }) => count))] },
      y: { axis: null, type: 'band', domain: shares.map((_, at) => at), padding: 0 },
      marks: [
        Plot.barX(shares, {
          y: place,
          x1: 0,
          x2: () => shares[0]?.count,
          fill: 'var(--line)',
          rx: 3,
          insetTop: 22,
          insetBottom: 6,
        }),
        Plot.barX(shares, { y: place, x: 'count', fill: 'var(--green)', rx: 3, insetTop: 22, insetBottom: 6 }),
        Plot.text(shares, { ...text, text: ({ label }) => shorten(label, width), frameAnchor: 'left' }),
        Plot.text(shares, {
          ...text,
          text: ({ count }) => formatCount(count),
          frameAnchor: 'right',
          fill: 'var(--soft)',
        }),
      ],
    }),
  );
}

function shorten(label: string, width: number): string {
  // Its count has room for six.
  const most = Math.floor(width / CHARACTER) - 6;
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}
