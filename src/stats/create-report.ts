import type { Day, Tally } from '#visits';
import { cleanName, type Kind, shareLabel } from './share-label.ts';

/** What the counter knows of a span of days, summed up. Every sum is of the days, so all forms of a report agree. */
export type Report = {
  readonly source: Source;
  /** When it was read, in UTC: `2026-05-20T07:31:12.000Z`. */
  readonly madeAt: string;
  readonly total: Total;
  /** Oldest first, each day of the span. */
  readonly days: readonly Day[];
  /** Visits of persons that the statistics know of. */
  readonly visits: number;
  /** The persons of each day, added up: whoever comes on two days is two. */
  readonly dailyVisitors: number;
  readonly bots: number;
  /** The day with most visits, the first of equals; undefined when there were none. */
  readonly busiest: Day | undefined;
  /** Visits in each hour, from 0 to 23 o'clock UTC. */
  readonly hours: readonly number[];
  /** By path, most first, adding up to `visits`; none where the main page alone was visited. */
  readonly pages: readonly Share[];
  /** These three add up to `visits`, most first; `botReasons` add up to `bots`. */
  readonly referrers: readonly Share[];
  readonly countries: readonly Share[];
  readonly devices: readonly Share[];
  readonly botReasons: readonly Share[];
};

/** Where the numbers come from. */
type Source = {
  /** An environment's name, or a few words. */
  readonly name: string;
  /** Whether nobody came and the numbers are made up. */
  readonly isSimulated: boolean;
};

/** The number that the page shows. */
type Total = {
  readonly count: number;
  /** How much of it was taken over from an older counter. */
  readonly carriedOver: number;
};

export type Share = {
  /** As it was counted: `/de/`, `linkedin.com`, `DE`; empty where nothing was said, `*` for what had no room. */
  readonly name: string;
  /** In words. */
  readonly label: string;
  readonly count: number;
};

type Counted = {
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
  const hasPages = counted.some(({ pages }) => pages.length > 0);
  const days = counted.map((day) => completeDay(day, hasPages));
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
    pages: sumShares('pages', days),
    referrers: sumShares('referrers', days),
    countries: sumShares('countries', days),
    devices: sumShares('devices', days),
    botReasons: sumShares('botReasons', days),
  };
}

function completeDay(day: Day, hasPages: boolean): Day {
  return {
    ...day,
    pages: hasPages ? completeTally(day.pages, day.visits, '/') : [],
    devices: completeTally(day.devices, day.visits),
    countries: completeTally(day.countries, day.visits),
    referrers: completeTally(day.referrers, day.visits),
    botReasons: completeTally(day.botReasons, day.bots),
  };
}

/** Gives what a tally lacks of the whole to one more name. */
function completeTally(tally: Tally, whole: number, restName = ''): Tally {
  const named = tally.map(([name, count]) => [cleanName(name), count] as const);
  const rest = whole - add(named.map(([, count]) => count));
  return rest > 0 ? [...named, [restName, rest]] : named;
}

function sumShares(kind: Kind, days: readonly Day[]): readonly Share[] {
  const counts = new Map<string, number>();
  for (const [name, count] of days.flatMap((day) => day[kind])) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, label: shareLabel(kind, name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** What a report is called. */
export function reportTitle({ name, isSimulated }: Source): string {
  return isSimulated ? 'Simulated visits' : `Visits to ${name}`;
}
