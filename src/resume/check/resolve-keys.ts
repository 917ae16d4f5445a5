import { listNear } from '../measure-distance.ts';
import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import { reservedNames, toResumeData } from '../resume-data.ts';
import { foldKey, type MapShape, type Shape } from '../schema/shape.ts';
import { type Context, note } from './context.ts';
import { isEmpty } from './texts.ts';

/** What a written key turned out to be: the key itself, another name of it, a slip, or one that nobody knows. */
export type ResolvedEntry = {
  readonly entry: SourceEntry;
  readonly kind: 'exact' | 'other-name' | 'slip' | 'maybe' | 'unknown';
  /** The key that was meant; what was written where nobody knows. */
  readonly key: string;
};

/** Tells of each entry which key of the shape it means. */
export function resolveKeys(
  map: SourceMap,
  shape: MapShape,
  path: string,
  context: Pick<Context, 'looksForSlips' | 'report'>,
): readonly ResolvedEntry[] {
  return listSoundEntries(map, path, context).map((entry) => {
    const written = entry.key.value;
    if (Object.hasOwn(shape.keys, written)) return { entry, kind: 'exact', key: written };
    const guess = context.looksForSlips ? guessKey(written, shape) : findOtherName(written, shape);
    if (guess === undefined) return { entry, kind: 'unknown', key: written };
    return { entry, kind: guess.isSure ? guess.kind : 'maybe', key: guess.key };
  });
}

/** The entries by the key that they mean; several where more than one name of it is written. */
export function groupByKey(entries: readonly ResolvedEntry[]): ReadonlyMap<string, readonly ResolvedEntry[]> {
  const groups = new Map<string, ResolvedEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  return groups;
}

/** Of the names of one key the right one counts, and the first of the others where that is empty or absent. */
export function chooseEntry(named: readonly ResolvedEntry[] = []): ResolvedEntry | undefined {
  const filled = named.filter(({ entry }) => !isEmpty(entry.value));
  return filled.find(({ kind }) => kind === 'exact') ?? filled[0];
}

/** What an entry says, whatever it is called: the same text for the same data. */
export function describeValue({ value }: SourceEntry): string {
  const data = toResumeData(value);
  return JSON.stringify(typeof data === 'string' ? data.trim() : data);
}

/** The entries without those that are reserved, or written again further down, which it reports. */
export function listSoundEntries(
  map: SourceMap,
  path: string,
  context: Pick<Context, 'report'>,
): readonly SourceEntry[] {
  const last = new Map<string, SourceText>();
  for (const { key } of map.entries) last.set(key.value, key);
  return map.entries.filter(({ key }) => {
    const tell = (message: string) => note(key, joinPath(path, key.value), message, context);
    const shown = quoteValue(key.value);
    if (reservedNames.has(key.value)) {
      tell(`${shown} is a reserved name, so the page leaves it out; choose another key.`);
      return false;
    }
    // JSON.parse takes the last one as well, so every program that reads the file sees the same.
    if (last.get(key.value) === key) return true;
    tell(`${shown} is written again in this group, and only the last one is read; keep one of them.`);
    return false;
  });
}

/** The key that was meant: surely (another spelling, another name) or only probably (a slip of two letters). */
type Guess = { readonly key: string; readonly kind: 'other-name' | 'slip'; readonly isSure: boolean };

/** Finds the key of `shape` that somebody meant who wrote `written`. */
export function guessKey(written: string, shape: MapShape): Guess | undefined {
  const known = findOtherName(written, shape);
  if (known !== undefined) return known;
  const folded = foldKey(written);
  const [best, second] = listNear(folded, Object.keys(shape.keys), foldKey, 2).filter(
    ({ item: key, distance }) => distance === 1 || Math.min(key.length, folded.length) >= 6,
  );
  if (best === undefined) return undefined;
  const isSure = best.distance === 1 && folded.length > 2 && second?.distance !== 1;
  return { key: best.item, kind: 'slip', isSure };
}

function findOtherName(written: string, shape: MapShape): Guess | undefined {
  const folded = foldKey(written);
  const respelled = shape.spellings.get(folded);
  if (respelled !== undefined) return { key: respelled, kind: 'slip', isSure: true };
  const other = shape.otherNames.get(folded);
  return other === undefined ? undefined : { key: other, kind: 'other-name', isSure: true };
}

/** Counts the different keys of a tree that no group of the shape has, in no spelling and under no other name. */
export function countStrangers(root: SourceNode, shape: Shape): number {
  const known = new Set<string>();
  const strangers = new Set<string>();
  learn(shape);
  count(root);
  return strangers.size;

  function learn(one: Shape): void {
    if (one.kind === 'list') learn(one.item);
    if (one.kind === 'flag' && one.map) learn(one.map);
    if (one.kind !== 'map') return;
    for (const name of [...one.spellings.keys(), ...one.otherNames.keys()]) known.add(name);
    for (const inner of Object.values(one.keys)) learn(inner);
    if (typeof one.others !== 'string') learn(one.others);
  }

  function count(node: SourceNode): void {
    if (node.kind === 'list') for (const item of node.items) count(item);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      const folded = foldKey(key.value);
      if (!known.has(folded)) strangers.add(folded);
      count(value);
    }
  }
}

const periods = new Set(['date', 'dates', 'period', 'duration', 'years', 'year', 'when', 'time', 'daterange']);

/** Tells a key under which people write two dates. */
export function isPeriod({ key }: SourceEntry): boolean {
  return periods.has(foldKey(key.value));
}
