/** What was counted on one UTC day. */
export type Day = {
  /** `2026-05-20`. */
  readonly day: string;
  /** Visits of persons, without those who asked for privacy and those without a message of the page. */
  readonly visits: number;
  /** Persons: whoever comes several times on a day is one, and whoever comes on two days is one on each. */
  readonly persons: number;
  readonly bots: number;
  /** Visits in each hour of the day, from 0 to 23 o'clock UTC. */
  readonly hours: readonly number[];
  /** The others are by name, most first; `*` stands for all that had no room. */
  readonly devices: Tally;
  /** By the codes of ISO 3166. */
  readonly countries: Tally;
  /** By host; visits without a referrer are in none. */
  readonly referrers: Tally;
  /** By path: `/de/`; visits of the main page are in none. */
  readonly pages: Tally;
  readonly botReasons: Tally;
};

/** How often each name was counted, most first. */
export type Tally = readonly (readonly [name: string, count: number])[];

const devices: Readonly<Record<string, string>> = { m: 'mobile', t: 'tablet', d: 'desktop' };

/**
 * Reads what a store counted on a day. The counts are by counter: `v` visits, `u` persons, `bot` bots, `b#agent` bots by reason,
 * `h#07` visits by hour, `d#m` by device (`m`, `t`, `d`), `c#DE` by country, `r#linkedin.com` by referrer, `p#/de/` by page. Others are ignored.
 */
export function readDay(day: string, counts: Readonly<Record<string, number>>): Day {
  const list = (kind: string): Tally =>
    Object.entries(counts)
      .filter(([counter]) => counter.startsWith(kind))
      .map(([counter, count]) => [counter.slice(kind.length), count] as const)
      .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1));
  return {
    day,
    visits: counts.v ?? 0,
    persons: counts.u ?? 0,
    bots: counts.bot ?? 0,
    hours: Array.from({ length: 24 }, (_, hour) => counts[`h#${String(hour).padStart(2, '0')}`] ?? 0),
    devices: list('d#').map(([name, count]) => [devices[name] ?? name, count] as const),
    countries: list('c#'),
    referrers: list('r#'),
    pages: list('p#'),
    botReasons: list('b#'),
  };
}
