const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** `20 May 2026` of `2026-05-20`. */
export function formatDate(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}

/** `26 October to 24 November 2026`; a year or a day that is the same is said once. */
export function formatSpan(from: string, until: string): string {
  if (from === until) return formatDate(until);
  const first = formatDate(from);
  return `${from.slice(0, 4) === until.slice(0, 4) ? first.slice(0, -5) : first} to ${formatDate(until)}`;
}

/** `Wed` of `2026-05-20`. */
export function formatWeekday(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}
