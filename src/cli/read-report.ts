import type { DayReader } from '#aws';
import { createReport, listDays, type Report, simulateDays, simulateTotal } from '#stats';

export type Wanted = {
  /** Whose visits they are. */
  readonly name: string;
  /** How many days, up to the one of `now`. */
  readonly days: number;
  readonly now: Date;
};

/** Reads what was counted. */
export async function readReport(reader: DayReader, { name, days, now }: Wanted): Promise<Report> {
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
