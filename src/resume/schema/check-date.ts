import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import { countDays, isDate } from './is-date.ts';
import { isOngoing, readDate } from './read-date.ts';

/** Accepts a day, a month or a year that exists, from 1000 to 2999. */
export function checkDate(text: string): InvalidValue | undefined {
  return checkDateOr(text, 'such as 2015-01');
}

/** Accepts the same as `checkDate`. */
export function checkEndDate(text: string): InvalidValue | undefined {
  return checkDateOr(text, 'or leave endDate out while it goes on');
}

/** Accepts a date, or a date with a time as in `2026-01-31T09:30:00Z`. */
export function checkTimestamp(text: string): InvalidValue | undefined {
  const [, date, hour, minute, second = '00'] =
    /^([^T]*)T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? [];
  if (date === undefined || hour === undefined || minute === undefined) return checkDate(text);
  if (hour < '24' && minute < '60' && second < '60') return checkDate(date);
  return { message: `${quoteValue(text)} has no such time of day; write hours to 23, minutes and seconds to 59.` };
}

function checkDateOr(text: string, remedy: string): InvalidValue | undefined {
  if (isDate(text)) return undefined;
  const value = quoteValue(text);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) return { message: `${value} has ${explainNumbers(year, month, day)}.` };
  const form = 'write YYYY, YYYY-MM or YYYY-MM-DD';
  if (isOngoing(text)) return { message: `${value} is not a date, and only an endDate may say so; ${form}.` };
  const [only, other] = readDate(text);
  if (only === undefined) return { message: `${value} is not a date; ${form}, ${remedy}.` };
  if (other !== undefined) return { message: `${value} can be read in two ways; write ${only} or ${other}.` };
  return { message: `${value} is not written as a date; write ${only}.`, instead: only };
}

function explainNumbers(year: string, month = '', day = ''): string {
  if (year < '1000' || year > '2999') return `the year ${year}; write one from 1000 to 2999`;
  if (month < '01' || month > '12') return `no month ${month}; write a month from 01 to 12`;
  return `no day ${day}; write a day from 01 to ${countDays(year, month)}`;
}
