import type { Html } from '#html';
import type { Share } from '../create-report.ts';
import { formatCount, formatVisits } from '../format-count.ts';
import { drawBars } from './draw-bars.ts';
import { renderSection } from './render-section.ts';

const maxDrawn = 8;

type Shares = {
  readonly id: string;
  readonly title: string;
  /** What one of them is, for the head of the table. */
  readonly one: string;
  /** What is counted. Default: visits. */
  readonly what?: string;
  readonly shares: readonly Share[];
  /** The column in which they stand. Default: side. */
  readonly column?: 'main' | 'side';
};

/** How wide a drawing is at each place. */
const widths = { wide: 660, narrow: 340, side: 224, full: 340 };

/** Renders the greatest shares of something as bars, and all of them as a table; nothing when there is none. */
export function renderShares({ id, title, one, what = 'Visits', shares, column = 'side' }: Shares): Html | undefined {
  const [first] = shares;
  if (!first) return undefined;
  const rest = shares.slice(maxDrawn);
  const drawn = shares.slice(0, maxDrawn);
  const words = {
    title: `${title}: ${what.toLowerCase()}`,
    description: `First ${first.label}, with ${what === 'Visits' ? formatVisits(first.count) : formatCount(first.count)}. The table below has the numbers.`,
  };
  const places = column === 'main' ? (['wide', 'narrow'] as const) : (['side', 'full'] as const);
  return renderSection({
    id,
    title,
    drawings: places.map((place) => [place, drawBars(drawn, { id: `${id}-${place}`, ...words }, widths[place])]),
    ...(rest.length > 0 && { below: `and ${formatCount(rest.length)} more in the table` }),
    table: { title, head: [one, what], rows: shares.map(({ label, count }) => [label, count]) },
  });
}
