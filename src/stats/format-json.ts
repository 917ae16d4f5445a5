import type { Tally } from '#visits';
import type { Report, Share } from './create-report.ts';

/** The version of what `formatJson` and `formatCsv` write: it rises when something goes away or changes its meaning. */
export const schemaVersion = 1;

/** Formats a report with all its days as JSON; docs/stats.md explains each part. */
export function formatJson(report: Report): string {
  const { source, madeAt, total, days } = report;
  const shares = (list: readonly Share[]) => list.map(({ name, count }) => ({ name, count }));
  const tally = (list: Tally) => list.map(([name, count]) => ({ name, count }));
  const content = {
    schema: 'cloud-resume/stats',
    version: schemaVersion,
    source: source.name,
    simulated: source.isSimulated,
    madeAt,
    timeZone: 'UTC',
    from: days[0]?.day,
    until: days.at(-1)?.day,
    total: total.count,
    carriedOver: total.carriedOver,
    visits: report.visits,
    dailyVisitors: report.dailyVisitors,
    bots: report.bots,
    hours: report.hours,
    pages: shares(report.pages),
    referrers: shares(report.referrers),
    countries: shares(report.countries),
    devices: shares(report.devices),
    botReasons: shares(report.botReasons),
    days: days.map((day) => ({
      day: day.day,
      visits: day.visits,
      visitors: day.persons,
      bots: day.bots,
      hours: day.hours,
      pages: tally(day.pages),
      referrers: tally(day.referrers),
      countries: tally(day.countries),
      devices: tally(day.devices),
      botReasons: tally(day.botReasons),
    })),
  };
  return JSON.stringify(content, undefined, 2);
}
