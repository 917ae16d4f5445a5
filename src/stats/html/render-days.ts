import type { Html } from '#html';
import type { Report } from '../create-report.ts';
import { formatCount, formatVisits } from '../format-count.ts';
import { formatDate, formatWeekday } from '../format-date.ts';
import { groupDays, type Span } from '../group-days.ts';
import { type Column, drawColumns } from './draw-columns.ts';
import { renderSection } from './render-section.ts';

const titles = { day: 'Days', week: 'Weeks', month: 'Months' };

/** Renders how many came when: by day, or, when there are many days, by week or month. */
export function renderDays({ days, visits, dailyVisitors, busiest }: Report): Html {
  const spans = groupDays(days);
  const title = titles[spans[0]?.unit ?? 'day'];
  const columns = spans.map((span): Column => {
    const { long, short } = spanLabel(span);
    const { visits: count, dailyVisitors: part } = span;
    return { label: short, hint: `${long}: ${formatVisits(count)}, ${countVisitors(part)}`, count, part };
  });
  const most =
    busiest && `Most on ${spanLabel({ unit: 'day', from: busiest.day }).long}, with ${formatVisits(busiest.visits)}. `;
  const words = {
    title: `${title}: visits, and how many of them were the first of a person on a day`,
    description: `${formatVisits(visits)} and ${countVisitors(dailyVisitors)}. ${most ?? ''}The table below has the numbers.`,
  };
  return renderSection({
    id: 'days',
    title,
    legend: ['visits', 'daily visitors'],
    drawings: [
      ['wide', drawColumns(columns, { id: 'days-wide', ...words }, { width: 660, height: 260, maxLabels: 8 })],
      ['narrow', drawColumns(columns, { id: 'days-narrow', ...words }, { width: 340, height: 230, maxLabels: 4 })],
    ],
    table: {
      title,
      head: [title.slice(0, -1), 'Visits', 'Daily visitors', 'Bots'],
      rows: spans.map((span) => [spanLabel(span).long, span.visits, span.dailyVisitors, span.bots]),
    },
  });
}

function countVisitors(count: number): string {
  return `${formatCount(count)} daily ${count === 1 ? 'visitor' : 'visitors'}`;
}

/** What the name of a span is in a table, in a sentence, and below a column. */
function spanLabel({ unit, from }: Pick<Span, 'unit' | 'from'>): {
  readonly long: string;
  readonly short: string;
} {
  const [day = '', month = '', year = ''] = formatDate(from).split(' ');
  const [dayMonth, monthYear] = [`${day} ${month.slice(0, 3)}`, `${month.slice(0, 3)} ${year}`];
  switch (unit) {
    case 'day':
      return { long: `${formatWeekday(from)} ${dayMonth} ${year}`, short: dayMonth };
    case 'week':
      return { long: `Week from ${dayMonth} ${year}`, short: dayMonth };
    case 'month':
      return { long: `${month} ${year}`, short: monthYear };
  }
}
