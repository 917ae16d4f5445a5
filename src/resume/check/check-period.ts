import type { Context } from './context.ts';
import type { ResolvedEntry } from './resolve-keys.ts';

/** Reports an end before the start, as far as both dates are known: 2015-05 does not end before 2015. */
export function checkPeriod(
  entries: readonly ResolvedEntry[],
  cleaned: ReadonlyMap<string, unknown>,
  path: string,
  context: Context,
): void {
  const start = cleaned.get('startDate');
  const end = cleaned.get('endDate');
  if (typeof start !== 'string' || typeof end !== 'string') return;
  const precision = Math.min(start.length, end.length);
  if (end.slice(0, precision) >= start.slice(0, precision)) return;
  const entry = entries.find(({ key }) => key === 'endDate');
  if (entry === undefined) return;
  const message = `The end ${end} is before the start ${start}; correct one of them.`;
  context.report({ path: `${path}.endDate`, start: entry.value.start, message });
}
