import type { Day } from '#visits';

/** Some days in a row, summed up. */
export type Span = {
  /** `day`, `week` (from Monday) or `month`; the first and the last may be cut short. */
  readonly unit: 'day' | 'week' | 'month';
  /** The first day of it: `2026-05-20`. */
  readonly from: string;
  readonly visits: number;
  readonly dailyVisitors: number;
  readonly bots: number;
};

/** The most rows that a person wants to read. */
const maxDayRows = 45;
const maxWeekRows = 54;

/** Sums up days so that no more than some fifty rows remain: by day, by week from 46 days on, by month from 379. */
export function groupDays(days: readonly Day[]): readonly Span[] {
  const unit = days.length <= maxDayRows ? 'day' : days.length <= maxWeekRows * 7 ? 'week' : 'month';
  const spans = new Map<string, Span>();
  for (const { day, visits, persons, bots } of days) {
    const key = unit === 'day' ? day : unit === 'week' ? findMonday(day) : day.slice(0, 7);
    const span = spans.get(key) ?? { unit, from: day, visits: 0, dailyVisitors: 0, bots: 0 };
    spans.set(key, {
      ...span,
      visits: span.visits + visits,
      dailyVisitors: span.dailyVisitors + persons,
      bots: span.bots + bots,
    });
  }
  return [...spans.values()];
}

function findMonday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
