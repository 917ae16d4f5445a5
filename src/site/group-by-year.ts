import type { Entry, Section } from './outline.ts';

/** Groups entries by their year, the latest first; those without a date come last, without a heading. */
export function groupByYear(entries: readonly Entry[]): Section['groups'] {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const year = entry.period?.find(({ datetime }) => datetime)?.datetime?.slice(0, 4) ?? '';
    const group = years.get(year);
    if (group) group.push(entry);
    else years.set(year, [entry]);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, group]) => ({ ...(year && { heading: year }), entries: group }));
}
