/** Tells a date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD` from 1000 to 2999, from a text that is shown as it was written. */
export function isDate(text: string): boolean {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  return (
    year >= '1000' && year <= '2999' && month >= '01' && month <= '12' && day >= '01' && day <= countDays(year, month)
  );
}

/** The last day of a month, as two digits. */
export function countDays(year: string, month: string): string {
  return String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
}
