import { formatDate, formatWeekday } from '../format-date.ts';
import type { Span } from '../group-days.ts';

/** What the name of a span is in a table, in a sentence, and below a column. */
export function nameSpan({ unit, from }: Pick<Span, 'unit' | 'from'>): {
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
