const languages =
  'en de fr es it pt nl sv da nb pl cs sk tr ar he ru uk bg fi hu ro el hi fa id ms ca hr sl et lv lt vi th eu gl af is sr'.split(
    ' ',
  );

let months: ReadonlyMap<string, string | undefined> | undefined;

/** The number of a month, from `01`, by its name in lower case, whole or short; none where two languages disagree. */
export function readMonthName(name: string): string | undefined {
  months ??= listMonths();
  return months.get(name) ?? months.get(name.replace(/\.$/, ''));
}

function listMonths(): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>([['sept', '09']]);
  for (const language of languages) {
    for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const written =
          format.formatToParts(Date.UTC(2024, month, 2)).find(({ type }) => type === 'month')?.value ?? '';
        const name = written.toLowerCase().replace(/\.$/, '');
        if (!/^\p{L}[\p{L}\p{M}]+$/u.test(name)) continue;
        const number = String(month + 1).padStart(2, '0');
        names.set(name, !names.has(name) || names.get(name) === number ? number : undefined);
      }
    }
  }
  return names;
}
