import type { Report } from './create-report.ts';
import { formatCount, formatDays } from './format-count.ts';

type Explanation = { readonly term: string; readonly text: string };

/** Explains what the numbers of a report mean, for whoever reads them for the first time. */
export function explainNumbers({ total, pages }: Report): readonly Explanation[] {
  const carried = total.carriedOver > 0 ? `, ${formatCount(total.carriedOver)} of them carried over` : '';
  return [
    {
      term: 'Total',
      text: `what the page shows, all visits ever${carried}. Who asks for privacy is counted here alone.`,
    },
    {
      term: 'Visits',
      text: `each time that a person opened ${pages.length > 0 ? 'one of the pages' : 'the page'}. Loading it again does not count.`,
    },
    {
      term: 'Daily visitors',
      text: 'each person once a day. Somebody who comes on two days is 2, and nobody can tell: what tells persons apart is destroyed every day.',
    },
    { term: 'Bots', text: 'programs. They are in no other number.' },
    { term: 'Days and hours', text: 'by UTC.' },
  ];
}

/** Says that there is nothing to see; undefined when there is something. */
export function explainEmptiness({ total, visits, bots, days }: Report): string | undefined {
  if (visits > 0 || bots > 0) return undefined;
  return total.count === 0
    ? 'Nothing has been counted yet. Open the page once, and it counts.'
    : `${days.length === 1 ? 'On this day' : `In these ${formatDays(days.length)}`} there was no visit with details.`;
}
