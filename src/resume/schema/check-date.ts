import type { Flaw } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';

const FORMS = 'YYYY, YYYY-MM or YYYY-MM-DD';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const ONGOING = /^(?:present|now|current|currently|today|ongoing|[-–—])$/i;

/** Tells whether an end date says in words that there is no end yet. */
export function isOngoing(text: string): boolean {
  return ONGOING.test(text);
}

/** Tells a date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from a text that is shown as it was written. */
export function isDate(text: string): boolean {
  return checkDate(text) === undefined;
}

/** Accepts a day, a month or a year that exists, from 1000 to 2999. */
export function checkDate(text: string): Flaw | undefined {
  return checkDateOr(text, 'such as 2015-01');
}

/** Accepts the same as `checkDate`. */
export function checkEndDate(text: string): Flaw | undefined {
  return checkDateOr(text, 'or leave endDate out while it goes on');
}

function checkDateOr(text: string, remedy: string): Flaw | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return explainDate(text, remedy);
  const value = quoteValue(text);
  if (year < '1000' || year > '2999') return { message: `${value} has the year ${year}; write one from 1000 to 2999.` };
  if (month === undefined) return undefined;
  if (month < '01' || month > '12') {
    return { message: `${value} has no month ${month}; write a month from 01 to 12.` };
  }
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (day === undefined || (Number(day) >= 1 && Number(day) <= days)) return undefined;
  return { message: `${value} has no day ${day}; write a day from 01 to ${days}.` };
}

/** Accepts a date, or a date with a time as in `2026-01-31T09:30:00Z`. */
export function checkTimestamp(text: string): Flaw | undefined {
  const [, date, hour, minute, second = '00'] =
    /^([^T]*)T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  if (date === undefined || hour === undefined || minute === undefined) return checkDate(text);
  if (hour < '24' && minute < '60' && second < '60') return checkDate(date);
  return { message: `${quoteValue(text)} has no such time of day; write hours to 23, minutes and seconds to 59.` };
}

function explainDate(text: string, remedy: string): Flaw {
  const value = quoteValue(text);
  if (isOngoing(text)) return { message: `${value} is no date, and only an endDate may say so; write ${FORMS}.` };
  const [, from, to] = /^(\d{4}) ?[-–—] ?(\d{4})$/.exec(text) ?? [];
  if (from && to) return { message: `${value} is two dates; write startDate ${from} and endDate ${to}.` };
  const readings = readOtherForms(text).filter((date) => checkDate(date) === undefined);
  const [only, other] = [...new Set(readings)];
  if (only === undefined) return { message: `${value} is no date; write ${FORMS}, ${remedy}.` };
  if (other !== undefined) return { message: `${value} can be read in two ways; write ${only} or ${other}.` };
  return { message: `${value} is not written as a date; write ${only}.`, instead: only };
}

/** What people write instead: `2015/1`, `01.2015`, `Jan 2015`, `15 January 2015`, `January 15, 2015`, a date with a time. */
function readOtherForms(text: string): string[] {
  const timestamp = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text);
  if (timestamp?.[1]) return [timestamp[1]];

  const parts = text
    .toLowerCase()
    .replaceAll(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .split(/[-/.,\s]+/)
    .filter(Boolean);
  const [a = '', b = '', c] = parts.map((part) => (MONTH_NAME.test(part) ? nameToMonth(part) : part));
  const isNamed = parts.some((part) => MONTH_NAME.test(part));
  const isShort = (part: string) => /^\d{1,2}$/.test(part);
  const isYear = (part: string) => /^\d{4}$/.test(part);

  if (parts.length === 2) {
    if (isYear(a) && isShort(b)) return [joinDate(a, b)];
    return isShort(a) && isYear(b) ? [joinDate(b, a)] : [];
  }
  if (c === undefined || parts.length !== 3) return [];
  if (isYear(a) && isShort(b) && isShort(c)) return [joinDate(a, b, c)];
  if (!(isShort(a) && isShort(b) && isYear(c))) return [];
  if (isNamed) return [MONTH_NAME.test(parts[0] ?? '') ? joinDate(c, a, b) : joinDate(c, b, a)];
  // With dots the day comes first everywhere; with slashes it depends on the country.
  return text.includes('.') ? [joinDate(c, b, a)] : [joinDate(c, a, b), joinDate(c, b, a)];
}

function nameToMonth(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3)) + 1);
}

function joinDate(...parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
