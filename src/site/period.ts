import { isDate } from '#resume';
import { writeDate } from './language-data.ts';
import type { Locale, Phrase } from './locale.ts';

/** A piece of a period, to be joined with its neighbors as it is; `datetime` is a date as the person wrote it. */
type PeriodPart = Phrase & { readonly datetime?: string };

/** When something was, in words: `Mar 2019`, ` – `, `Present`. */
export type Period = readonly PeriodPart[];

/** How far a date is shown: people fill in days where a form asks for them, so most sections stop at the month. */
type Precision = 'month' | 'day';

/**
 * Formats one date no more precisely than it was written: `2019` stays a year, `2019-03` is a month. The words are those
 * of the locale; neither the machine's time zone nor its language plays a part. What is no date is shown as it was written.
 */
export function formatDate(date: string, { formats, language }: Locale, precision: Precision = 'day'): PeriodPart {
  if (!isDate(date)) return { text: date };
  const [year = 0, month, day] = date.split('-').map(Number);
  const text = writeDate(formats, [year, month, precision === 'day' ? day : undefined]);
  return { text, datetime: date, ...(formats !== language && { language: formats }) };
}

/**
 * Formats a period; a start without an end goes on to this day. A start that nobody can read may name its own end, so
 * nothing is added to it. `undefined` where there is no date at all.
 */
export function formatPeriod(start: string | undefined, end: string | undefined, locale: Locale): Period | undefined {
  const [first, last] = [start, end].map((date) => date && formatDate(date, locale, 'month'));
  if (!first) return last ? [last] : undefined;
  if (!last) return isDate(start ?? '') ? [first, { text: ' – ' }, locale.labels.present] : [first];
  return first.text === last.text ? [first] : [first, { text: ' – ' }, last];
}
