import { formatCount } from '../format-count.ts';
import type { Share } from '../report.ts';
import { type Drawing, drawRects, drawSvg, drawText, type Words } from './draw-svg.ts';

const ROW = 34;
/** What a character takes, about. */
const CHARACTER = 7.5;

/** Draws a bar for each share, below its name and its count, in a picture so wide. */
export function drawBars(shares: readonly Share[], words: Words, width: number): Drawing {
  const most = shares[0]?.count ?? 1;
  const bars = (pick: (share: Share) => number) =>
    shares.map((share, at) => ({ x: 0, y: at * ROW + 22, width: (pick(share) / most) * width, height: ROW - 28 }));
  return drawSvg(words, width, shares.length * ROW, [
    drawRects(
      'line',
      bars(() => most),
      3,
    ),
    drawRects(
      'green',
      bars(({ count }) => count),
      3,
    ),
    ...shares.flatMap(({ label, count }, at) => [
      drawText(0, at * ROW + 16, shorten(label, width), 'font-size="13" fill="currentColor"'),
      drawText(width, at * ROW + 16, formatCount(count), 'font-size="13" text-anchor="end" fill="var(--soft)"'),
    ]),
  ]);
}

function shorten(label: string, width: number): string {
  // Its count has room for six.
  const most = Math.floor(width / CHARACTER) - 6;
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}
