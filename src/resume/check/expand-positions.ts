import { joinPath } from '../quote-value.ts';
import type { Group } from './read-group.ts';

type Role = Readonly<Record<string, unknown>>;

/** Makes an entry of each of an employer's positions; what the employer says for all of them stands in each. */
export function expandPositions({ map, path, context, values }: Group): unknown {
  const positions = values.get('positions') as readonly Role[] | undefined;
  values.delete('positions');
  const own: Role = Object.fromEntries(values);
  if (positions === undefined) return values.size > 0 ? own : undefined;
  const { highlights = [], keywords, summary, description = summary, startDate, endDate, position, ...shared } = own;
  if (positions.some((role) => role.startDate ?? role.endDate)) {
    // The dates of the whole time are those of the first and the last position.
    for (const key of ['startDate', 'endDate']) {
      const entry = map.entries.find((written) => written.key.value === key);
      if (entry && own[key] !== undefined) {
        const message = 'The positions have dates of their own, so the page leaves this one out; remove it.';
        context.report({ severity: 'note', path: joinPath(path, key), start: entry.value.start, message });
      }
    }
  }
  const hasDates = positions.some((role) => role.startDate ?? role.endDate);
  return positions.map((role, index) => {
    const points = [
      ...(index === 0 ? (highlights as readonly string[]) : []),
      ...((role.highlights ?? []) as readonly string[]),
    ];
    const words = [
      ...((role.keywords ?? []) as readonly string[]),
      ...(index === 0 ? ((keywords ?? []) as readonly string[]) : []),
    ];
    return {
      ...shared,
      ...(description !== undefined && { description }),
      ...(summary !== undefined && own.description !== undefined && index === 0 && { summary }),
      ...(position !== undefined && { position }),
      ...(!hasDates && startDate !== undefined && { startDate }),
      ...(!hasDates && endDate !== undefined && { endDate }),
      ...role,
      ...(points.length > 0 && { highlights: points }),
      ...(words.length > 0 && { keywords: words }),
    };
  });
}
