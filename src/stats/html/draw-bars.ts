import type { Html } from '#html';
import type { Share } from '../create-report.ts';
import { formatCount } from '../format-count.ts';
import { drawRects, drawSvg, drawText, type Words } from './draw-svg.ts';

const rowHeight = 34;
/** What a character takes, about. */
const characterWidth = 7.5;

/** Draws a bar for each share, below its name and its count, in a picture so wide. */
export function drawBars(shares: readonly Share[], words: Words, width: number): Html {
  const most = shares[0]?.count ?? 1;
  const bars = (pick: (share: Share) => number) =>
    shares.map((share, at) => ({
      x: 0,
      y: at * rowHeight + 22,
      width: (pick(share) / most) * width,
      height: rowHeight - 28,
    }));
  const backs = bars(() => most);
  const fronts = bars(({ count }) => count);
  const texts = shares.flatMap(({ label, count }, at) => {
    const y = at * rowHeight + 16;
    return [
      drawText(0, y, shorten(label, width), { size: 13, fill: 'ink' }),
      drawText(width, y, formatCount(count), { size: 13, anchor: 'end' }),
    ];
  });
  const shapes = [drawRects('line', backs, 3), drawRects('accent', fronts, 3), ...texts];
  return drawSvg(words, width, shares.length * rowHeight, shapes);
}

function shorten(label: string, width: number): string {
  // Its count has room for six.
  const most = Math.floor(width / characterWidth) - 6;
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}
