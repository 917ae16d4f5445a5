import { type Html, html } from '#html';
import type { Words } from './words.ts';

/**
 * Renders one date at the precision given: `2019` stays a year, `2019-03` is a month, `2019-03-14` a day. The words are
 * those of `locale`; neither the machine's time zone nor its language plays a part.
 */
export function renderDate(date: string, locale: string): Html {
  return html`<time datetime="${date}">${formatDate(date, locale)}</time>`;
}

/** Renders a period; without an end it goes on to this day. Nothing is rendered where there is no date at all. */
export function renderPeriod(start: string | undefined, end: string | undefined, words: Words): Html | undefined {
  if (!start && !end) return undefined;
  if (!start) return renderDate(end ?? '', words.locale);
  if (start === end) return renderDate(start, words.locale);
  return html`${renderDate(start, words.locale)} – ${end ? renderDate(end, words.locale) : words.labels.present}`;
}

function formatDate(date: string, locale: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const precision: Intl.DateTimeFormatOptions = month
    ? { year: 'numeric', month: 'short', ...(day && { day: 'numeric' }) }
    : { year: 'numeric' };
  const utc = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return formatter(locale, precision).format(utc);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs far more than using it, and a résumé needs three.
function formatter(locale: string, precision: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(precision)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat([locale, 'en'], { ...precision, calendar: 'gregory', timeZone: 'UTC' });
    formatters.set(key, made);
  }
  return made;
}
