import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceText } from '../read/source-node.ts';
import { reservedNames } from '../resume-data.ts';
import { foldKey, type MapShape } from '../schema/shape.ts';
import type { Context } from './context.ts';

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

/** The key that was meant: surely (another spelling, another name) or only probably (a slip of two letters). */
type Guess = { readonly key: string; readonly kind: 'other-name' | 'slip'; readonly isSure: boolean };

/** Finds the key of `shape` that somebody meant who wrote `written`. */
export function guessKey(written: string, shape: MapShape): Guess | undefined {
  const folded = foldKey(written);
  const keys = Object.keys(shape.keys);
  const respelled = keys.find((key) => foldKey(key) === folded);
  if (respelled !== undefined) return { key: respelled, kind: 'slip', isSure: true };
  const other = shape.otherNames.get(folded);
  if (other !== undefined) return { key: other, kind: 'other-name', isSure: true };

  const near = keys
    .map((key) => ({ key, distance: measureDistance(folded, foldKey(key)) }))
    .filter(({ key, distance }) => distance <= (Math.min(key.length, folded.length) < 6 ? 1 : 2))
    .sort((one, two) => one.distance - two.distance);
  const [best, second] = near;
  if (best === undefined) return undefined;
  const isSure = best.distance === 1 && folded.length > 2 && second?.distance !== 1;
  return { key: best.key, kind: 'slip', isSure };
}

/** Counts the letters to insert, delete, replace or swap with their neighbor; more than 2 is just "far". */
export function measureDistance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > 2) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const isSame = one[i - 1] === two[j - 1];
      const isSwapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return row[two.length] ?? 0;
}
