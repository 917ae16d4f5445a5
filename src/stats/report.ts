import type { Day } from '#visits';

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
  /** These three add up to `visits`, most first; `botReasons` add up to `bots`. */
  readonly referrers: readonly Share[];
  readonly countries: readonly Share[];
  readonly devices: readonly Share[];
  readonly botReasons: readonly Share[];
};

/** Where the numbers come from. */
export type Source = {
  /** An environment's name, or a few words. */
  readonly name: string;
  /** Whether nobody came and the numbers are made up. */
  readonly isSimulated: boolean;
};

/** The number that the page shows. */
export type Total = {
  readonly count: number;
  /** How much of it was taken over from an older counter. */
  readonly carriedOver: number;
};

export type Share = {
  /** As it was counted: `linkedin.com`, `DE`; empty where nothing was said, `*` for what had no room. */
  readonly name: string;
  /** In words. */
  readonly label: string;
  readonly count: number;
};
