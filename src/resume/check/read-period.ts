import type { Edit, Fix } from '../diagnostic.ts';
import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry } from '../read/source-node.ts';
import { isDate } from '../schema/is-date.ts';
import { readDate, readPeriod } from '../schema/read-date.ts';
import { type Group, note } from './context.ts';
import { addEntry, replaceText, writeKey } from './edit-text.ts';
import { chooseEntry, isPeriod, type ResolvedEntry } from './resolve-keys.ts';

type Candidates = ReadonlyMap<string, readonly ResolvedEntry[]>;

/** Reads two dates that were written in one text, `Aug 2018 – Present`; gives the strangers that are no dates. */
export function readDates(
  group: Group,
  candidates: Candidates,
  strangers: readonly SourceEntry[],
): readonly SourceEntry[] {
  if (!('startDate' in group.shape.keys)) return strangers;
  const [start, end] = [chooseEntry(candidates.get('startDate')), chooseEntry(candidates.get('endDate'))];
  if (start) readRange(group, start.entry, 'startDate', end?.entry, candidates.has('endDate'));
  else if (end) readRange(group, end.entry, 'endDate', undefined, candidates.has('startDate'));
  if (start ?? end) return strangers;
  const written = strangers.find((entry) => isPeriod(entry) && readOnePeriod(group, entry, candidates));
  return strangers.filter((entry) => entry !== written);
}

/** Reports an end before the start, as far as both dates are known: 2015-05 does not end before 2015. */
export function checkOrder({ path, context, values }: Group, candidates: Candidates): void {
  const [start, end] = [values.get('startDate'), values.get('endDate')];
  if (typeof start !== 'string' || typeof end !== 'string' || !isDate(start) || !isDate(end)) return;
  const precision = Math.min(start.length, end.length);
  const entry = candidates.get('endDate')?.[0]?.entry;
  if (end.slice(0, precision) >= start.slice(0, precision) || entry === undefined) return;
  const message = `The end ${end} is before the start ${start}; correct one of them.`;
  note(entry.value, `${path}.endDate`, message, context);
}

function readRange(
  group: Group,
  entry: SourceEntry,
  key: 'startDate' | 'endDate',
  other: SourceEntry | undefined,
  isTaken: boolean,
): void {
  const { map, path, context, values } = group;
  const { value: node } = entry;
  if (node.kind !== 'text' || readDate(node.value.trim()).length > 0) return;
  const period = readPeriod(node.value.trim());
  if (period === undefined) return;
  const { start, end } = period;
  if (key === 'endDate' && end === undefined) return;
  const [own, second] = key === 'startDate' ? [start, end] : [end ?? '', start];
  const secondKey = key === 'startDate' ? 'endDate' : 'startDate';
  values.set(key, own);
  if (second !== undefined && other === undefined) values.set(secondKey, second);
  const edits: (Edit | undefined)[] = [replaceText(context, node, own)];
  if (second !== undefined && !isTaken) edits.push(addEntry(context, map, entry, writeDate(group, secondKey, second)));
  // Where the other date is written already, which of the two counts is the person's to say.
  const isSure = edits.every((edit) => edit !== undefined) && (second === undefined || !isTaken);
  const fix: Fix | undefined = isSure
    ? {
        edits: edits as Edit[],
        done: `Wrote startDate ${start}${end ? ` and endDate ${end}` : ''} for ${quoteValue(node.value)}.`,
      }
    : undefined;
  const message = `${quoteValue(node.value)} is two dates; write startDate ${start}${end ? ` and endDate ${end}` : ', and no endDate while it goes on'}.`;
  note(node, joinPath(path, entry.key.value), message, context, fix);
}

function readOnePeriod(group: Group, entry: SourceEntry, candidates: Candidates): boolean {
  const { map, path, context, values } = group;
  const { key, value: node } = entry;
  if (node.kind !== 'text' && node.kind !== 'number') return false;
  const text = String(node.value).trim();
  const [date, another] = readDate(text);
  const period =
    readPeriod(text) ?? (date !== undefined && another === undefined ? { start: date, end: date } : undefined);
  if (period === undefined) return false;
  const { start, end } = period;
  values.set('startDate', start);
  if (end !== undefined) values.set('endDate', end);
  const first = { start: key.start, end: node.end, text: writeDate(group, 'startDate', start) };
  const second = end === undefined ? undefined : addEntry(context, map, entry, writeDate(group, 'endDate', end));
  const isFree = !candidates.has('startDate') && !candidates.has('endDate');
  const isOneLine = !context.text.slice(key.start, node.end).includes('\n');
  const named = `startDate ${start}${end === undefined ? '' : ` and endDate ${end}`}`;
  const fix =
    isFree && isOneLine && (end === undefined || second)
      ? { edits: second ? [first, second] : [first], done: `Wrote ${named} for ${quoteValue(key.value)}.` }
      : undefined;
  const message = `${quoteValue(key.value)} is not a key here; write ${named}.`;
  note(key, joinPath(path, key.value), message, context, fix);
  return true;
}

function writeDate({ context }: Group, key: string, date: string): string {
  return `${writeKey(context, key)}: ${context.format === 'json' ? JSON.stringify(date) : date}`;
}
