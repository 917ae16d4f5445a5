import { quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceText } from '../read/source-node.ts';
import { reservedNames } from '../resume-data.ts';
import type { MapShape } from '../schema/shape.ts';
import { type Context, joinPath } from './context.ts';
import { guessKey } from './guess-key.ts';

/** What a written key turned out to be: the key itself, another name of it, a slip, or one that nobody knows. */
export type ResolvedEntry = {
  readonly entry: SourceEntry;
  readonly kind: 'exact' | 'other-name' | 'slip' | 'maybe' | 'unknown';
  /** The key that was meant; what was written where nobody knows. */
  readonly key: string;
};

/** Tells of each entry which key of the shape it means. */
export function resolveKeys(map: SourceMap, shape: MapShape, path: string, context: Context): readonly ResolvedEntry[] {
  return listSoundEntries(map, path, context).map((entry) => {
    const written = entry.key.value;
    if (Object.hasOwn(shape.keys, written)) return { entry, kind: 'exact', key: written };
    const guess = context.guessesLeft > 0 ? guessKey(written, shape) : undefined;
    context.guessesLeft -= 1;
    if (guess === undefined) return { entry, kind: 'unknown', key: written };
    return { entry, kind: guess.isSure ? guess.kind : 'maybe', key: guess.key };
  });
}

/** The entries without those that are reserved, or written again further down, which it reports. */
export function listSoundEntries(map: SourceMap, path: string, context: Context): readonly SourceEntry[] {
  const last = new Map<string, SourceText>();
  for (const { key } of map.entries) last.set(key.value, key);
  return map.entries.filter(({ key }) => {
    const place = { severity: 'note', path: joinPath(path, key.value), start: key.start } as const;
    const shown = quoteValue(key.value);
    if (reservedNames.has(key.value)) {
      context.report({
        ...place,
        message: `${shown} is a reserved name, so the page leaves it out; choose another key.`,
      });
      return false;
    }
    // JSON.parse takes the last one as well, so every program that reads the file sees the same.
    if (last.get(key.value) === key) return true;
    context.report({
      ...place,
      message: `${shown} is written again in this group, and only the last one is read; keep one of them.`,
    });
    return false;
  });
}
