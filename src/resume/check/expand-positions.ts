import { joinPath } from '../quote-value.ts';
import type { SourceEntry } from '../read/source-node.ts';
import { type Group, note } from './context.ts';

import { guessKey, isPeriod } from './resolve-keys.ts';
import { isEmpty } from './texts.ts';

type Role = Readonly<Record<string, unknown>>;
type Texts = readonly string[];

/** Makes an entry of each of an employer's positions; what the employer says for all of them stands in each. */
export function expandPositions(group: Group): unknown {
  const { values } = group;
  const positions = values.get('positions') as readonly Role[] | undefined;
  values.delete('positions');
  const own: Role = Object.fromEntries(values);
  if (positions === undefined) return values.size > 0 ? own : undefined;
  const { highlights = [], keywords = [], summary, description = summary, startDate, endDate, ...shared } = own;
  const hasDates = positions.some((role) => role.startDate ?? role.endDate);
  const entries = positions.map((role, index): Role => {
    const points = [...(index === 0 ? (highlights as Texts) : []), ...((role.highlights ?? []) as Texts)];
    const words = [...((role.keywords ?? []) as Texts), ...(index === 0 ? (keywords as Texts) : [])];
    return {
      ...shared,
      ...(description !== undefined && { description }),
      ...(summary !== undefined && own.description !== undefined && index === 0 && { summary }),
      ...(!hasDates && startDate !== undefined && { startDate }),
      ...(!hasDates && endDate !== undefined && { endDate }),
      ...role,
      ...(points.length > 0 && { highlights: points }),
      ...(words.length > 0 && { keywords: words }),
    };
  });
  const shown = new Set(entries.flatMap((entry) => Object.values(entry)));
  const isLost = (key: string) => (isDateKey(key) ? hasDates : typeof own[key] === 'string' && !shown.has(own[key]));
  noteLost(Object.keys(own).filter(isLost), group);
  return entries;
}

function isDateKey(key: string): boolean {
  return key === 'startDate' || key === 'endDate';
}

/** Says which of the employer's values stand in no position. */
function noteLost(keys: readonly string[], { map, shape, path, context }: Group): void {
  const filled = map.entries.filter(({ value }) => !isEmpty(value));
  const noted = new Set<SourceEntry>();
  for (const key of keys) {
    const entry =
      filled.find((written) => written.key.value === key) ??
      filled.find((written) => guessKey(written.key.value, shape)?.key === key) ??
      filled.find((written) => isDateKey(key) && isPeriod(written));
    // A period is both dates.
    if (entry === undefined || noted.has(entry)) continue;
    noted.add(entry);
    // The dates of the whole time are those of the first and the last position.
    const why = isDateKey(key) ? 'The positions have dates of their own' : 'Every position has its own';
    const remedy = isDateKey(key) ? 'remove it' : 'remove it, or write it into one of them';
    note(entry.value, joinPath(path, entry.key.value), `${why}, so the page leaves this one out; ${remedy}.`, context);
  }
}
