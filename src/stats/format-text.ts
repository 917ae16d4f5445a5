import { type Report, reportTitle, type Share } from './create-report.ts';
import { explainEmptiness, explainNumbers } from './explain-numbers.ts';
import { formatCount, formatDays, formatVisits } from './format-count.ts';
import { formatDate, formatSpan, formatWeekday } from './format-date.ts';
import { formatRows, type ReportPaint, terminalWidth } from './format-rows.ts';
import { groupDays, type Span } from './group-days.ts';

const maxShares = 10;
const maxLabelLength = 36;

/**
 * Formats a report for a terminal, at most 80 columns wide. Every row has its name first, then its numbers, then a bar that only
 * shows the first again, and what matters most comes first, so that it reads well aloud.
 */
export function formatText(report: Report, paint: ReportPaint): string {
  const { days, visits, hours } = report;
  const emptiness = explainEmptiness(report);
  const hint = report.total.count > 0 ? ' --days 365 looks further back.' : '';
  const blocks: readonly (readonly string[])[] = [
    formatTitle(report, paint),
    formatSums(report, paint),
    emptiness === undefined ? formatSpans(groupDays(days), paint) : wrapText(emptiness + hint, terminalWidth),
    visits === 0 ? [] : [paint('strong', 'Hours, UTC'), ...formatRows(hours.map(createHour), paint)],
    formatShares('Pages', report.pages, paint),
    formatShares('Referrers', report.referrers, paint),
    formatShares('Countries', report.countries, paint),
    formatShares('Devices', report.devices, paint),
    formatShares('Bots, by what gave them away', report.botReasons, paint),
    formatExplanations(report, paint),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function formatTitle({ source, days }: Report, paint: ReportPaint): readonly string[] {
  const [from = '', until = ''] = [days[0]?.day, days.at(-1)?.day];
  return [
    paint('strong', reportTitle(source)),
    `${formatDays(days.length)}, ${formatSpan(from, until)}, UTC`,
    ...(source.isSimulated ? [paint('strong', 'Nobody came: these numbers are made up.')] : []),
  ];
}

function formatSums({ total, visits, dailyVisitors, bots, busiest }: Report, paint: ReportPaint): readonly string[] {
  const rows = [
    { label: 'Total ever', counts: [total.count] },
    { label: 'Visits', counts: [visits] },
    { label: 'Daily visitors', counts: [dailyVisitors] },
    { label: 'Bots', counts: [bots] },
  ];
  const busy = busiest && `  Busiest day: ${formatDate(busiest.day)} with ${formatVisits(busiest.visits)}`;
  return [...formatRows(rows, paint, { bars: false }), ...(busy ? [busy] : [])];
}

function formatSpans(spans: readonly Span[], paint: ReportPaint): readonly string[] {
  const titles = { day: 'Days', week: 'Weeks, by their first day', month: 'Months' };
  const { unit = 'day' } = spans[0] ?? {};
  const rows = spans.map(({ from, visits, dailyVisitors }) => ({
    label: { day: `${from} ${formatWeekday(from)}`, week: from, month: from.slice(0, 7) }[unit],
    counts: [visits, dailyVisitors],
  }));
  return [paint('strong', `${titles[unit]}: visits, then daily visitors`), ...formatRows(rows, paint)];
}

function createHour(count: number, hour: number) {
  return { label: `${String(hour).padStart(2, '0')}:00`, counts: [count] };
}

function formatShares(title: string, shares: readonly Share[], paint: ReportPaint): readonly string[] {
  if (shares.length === 0) return [];
  const rest = shares.slice(maxShares);
  const rows = shares.slice(0, maxShares).map(({ label, count }) => ({ label: shorten(label), counts: [count] }));
  if (rest.length > 0) {
    rows.push({ label: `${formatCount(rest.length)} more`, counts: [rest.reduce((sum, { count }) => sum + count, 0)] });
  }
  return [paint('strong', title), ...formatRows(rows, paint)];
}

function shorten(label: string): string {
  return label.length > maxLabelLength ? `${label.slice(0, maxLabelLength - 1)}…` : label;
}

function formatExplanations(report: Report, paint: ReportPaint): readonly string[] {
  return explainNumbers(report).flatMap(({ term, text }) =>
    wrapText(`${term}: ${text}`, terminalWidth).map((line) => paint('dim', line)),
  );
}

/** Breaks a text into lines of at most `width` characters, at spaces; a longer word has a line of its own. */
function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
