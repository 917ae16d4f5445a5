import type { Day, Tally } from '#visits';
import type { Report } from './create-report.ts';
import { schemaVersion } from './format-json.ts';

type Line = readonly [day: string, kind: string, name: string, count: number];

/**
 * Formats a report with all its days as CSV, a number a line; docs/stats.md explains each part. Quoted as RFC 4180 has it, and a
 * name that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function formatCsv({ source, total, days }: Report): string {
  const records: readonly Line[] = [
    ['', 'total', '', total.count],
    ['', 'carriedOver', '', total.carriedOver],
    ...(source.isSimulated ? [['', 'simulated', '', 1] as const] : []),
    ...days.flatMap(listRecords),
  ];
  const lines = records.map((record) => [schemaVersion, ...record].map(formatCell).join(','));
  return ['version,day,kind,name,count', ...lines].join('\n');
}

function listRecords({ day, visits, persons, bots, hours, ...tallies }: Day): readonly Line[] {
  const list = (kind: string, tally: Tally) => tally.map(([name, count]): Line => [day, kind, name, count]);
  const byHour = hours.map((count, hour) => [String(hour).padStart(2, '0'), count] as const);
  return [
    [day, 'visits', '', visits],
    [day, 'visitors', '', persons],
    [day, 'bots', '', bots],
    ...list(
      'hour',
      byHour.filter(([, count]) => count > 0),
    ),
    ...list('page', tallies.pages),
    ...list('referrer', tallies.referrers),
    ...list('country', tallies.countries),
    ...list('device', tallies.devices),
    ...list('botReason', tallies.botReasons),
  ];
}

function formatCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
