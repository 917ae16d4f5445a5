import type { Day } from '#visits';
import { createReport, type Report } from './create-report.ts';
import { listDays } from './list-days.ts';
import { simulateDays, simulateTotal } from './simulate-days.ts';

type Wanted = {
  /** Whose visits they are. */
  readonly name: string;
  /** How many days, up to the one of `now`. */
  readonly days: number;
  readonly now: Date;
};

/** What reads a counter's table: the visits of all time, those that an older counter had, and days by their names. */
type CountReader = {
  readTotal(): Promise<number>;
  readCarriedOver(): Promise<number>;
  readDays(days: readonly string[]): Promise<readonly Day[]>;
};

/** Reads what was counted. */
export async function readReport(reader: CountReader, { name, days, now }: Wanted): Promise<Report> {
  const [count, carriedOver, counted] = await Promise.all([
    reader.readTotal(),
    reader.readCarriedOver(),
    reader.readDays(listDays(now, days)),
  ]);
  return createReport({ source: { name, isSimulated: false }, total: { count, carriedOver }, days: counted, now });
}

/** Makes up what could have been counted. */
export function simulateReport({ name, days, now }: Wanted): Report {
  const total = { count: simulateTotal(now), carriedOver: 0 };
  return createReport({ source: { name, isSimulated: true }, total, days: simulateDays(now, days), now });
}
