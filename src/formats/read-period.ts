import { isOngoing, readDate as listReadings, readPeriod as readBoth } from '#resume';
import type { Part } from './part.ts';

export type Period = { readonly startDate?: string | undefined; readonly endDate?: string | undefined };

/** Takes the one text in which somebody wrote both dates, or one; where it cannot be read, it stays as it is, to be shown so. */
export function readPeriod(text: string | undefined): Period {
  if (text === undefined) return {};
  const period = readBoth(text) ?? readBoth(writeYears(text));
  if (period !== undefined) return { startDate: period.start, endDate: period.end };
  const [begun, another] = listReadings(openPattern.exec(text)?.slice(1).find(Boolean) ?? '');
  return begun !== undefined && another === undefined ? { startDate: begun } : { endDate: readDate(text) };
}

/** Nothing after a dash, or a word such as "since" before the date: it goes on. */
const openPattern =
  /^(?:since|seit|ab|from|depuis|desde|dal|da|vanaf|sinds|sedan|siden|od|с|з|από)\s+(.+)$|^(.*[^\s–—-])\s*[–—-]$/iu;

/** Each date in `June – August 2019` and in `2016–18` has its year, said once. */
function writeYears(text: string): string {
  const [, first, dash, second, year] = /^([\p{L}.]+)(\s*[–—-]\s*)([\p{L}.]+)\s+(\d{4})$/u.exec(text) ?? [];
  const isInOrder = (readDate(`${first} ${year}`) ?? '') < (readDate(`${second} ${year}`) ?? '');
  if (first !== undefined && isInOrder) return `${first} ${year}${dash}${second} ${year}`;
  const [, start = '', short = ''] = /^(\d{4})\s*[–—/-]\s*(\d{2})$/.exec(text) ?? [];
  // 2011-12 is a December.
  return Number(short) > 12 && short > start.slice(2) ? `${start} – ${start.slice(0, 2)}${short}` : text;
}

/** Takes the dates of an entry that has them apart; an end in words such as "present" is no end. */
export function takePeriod(start: Part, end: Part): Period {
  const startDate = takeDate(start);
  if (!isOngoing(end.peek())) return { startDate, endDate: takeDate(end) };
  end.drop();
  return { startDate };
}

/** For entries that happen once: a period with one date in it is that date. */
export function toMoment({ startDate, endDate }: Period): Period & { readonly date?: string | undefined } {
  if (startDate !== undefined && endDate !== undefined && startDate !== endDate) return { startDate, endDate };
  return startDate === undefined || startDate === endDate ? { date: endDate } : { startDate };
}

export function takeDate(part: Part): string | undefined {
  const text = part.text();
  return text === undefined ? undefined : readDate(text);
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` where only one date can be meant, else the text as it was written. */
function readDate(text: string): string {
  const [date, another] = listReadings(text);
  return date !== undefined && another === undefined ? date : text;
}
