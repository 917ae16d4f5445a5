import type { Day, Tally } from '#visits';
import { cleanName } from './clean-name.ts';
import { type Kind, nameShare } from './name-share.ts';
import type { Report, Share, Source, Total } from './report.ts';

export type Counted = {
  readonly source: Source;
  readonly total: Total;
  /** Oldest first, none missing. */
  readonly days: readonly Day[];
  readonly now: Date;
};

/**
 * Sums up what was counted. Names come from outside, so what cannot be seen of them is replaced; what is counted and has no name,
 * such as visits without a referrer, gets an empty one.
 */
export function createReport({ source, total, days: counted, now }: Counted): Report {
  const days = counted.map(completeDay);
  const visits = add(days.map((day) => day.visits));
  const most = Math.max(...days.map((day) => day.visits));
  return {
    source,
    madeAt: now.toISOString(),
    total,
    days,
    visits,
    dailyVisitors: add(days.map((day) => day.persons)),
    bots: add(days.map((day) => day.bots)),
    busiest: visits > 0 ? days.find((day) => day.visits === most) : undefined,
    hours: Array.from({ length: 24 }, (_, hour) => add(days.map((day) => day.hours[hour] ?? 0))),
    referrers: sumShares('referrers', days),
    countries: sumShares('countries', days),
    devices: sumShares('devices', days),
    botReasons: sumShares('botReasons', days),
  };
}

function completeDay(day: Day): Day {
  return {
    ...day,
    devices: completeTally(day.devices, day.visits),
    countries: completeTally(day.countries, day.visits),
    referrers: completeTally(day.referrers, day.visits),
    botReasons: completeTally(day.botReasons, day.bots),
  };
}

function completeTally(tally: Tally, whole: number): Tally {
  const named = tally.map(([name, count]) => [cleanName(name), count] as const);
  const rest = whole - add(named.map(([, count]) => count));
  return rest > 0 ? [...named, ['', rest]] : named;
}

function sumShares(kind: Kind, days: readonly Day[]): readonly Share[] {
  const counts = new Map<string, number>();
  for (const [name, count] of days.flatMap((day) => day[kind])) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, label: nameShare(kind, name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
