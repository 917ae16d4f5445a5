import { isNetwork } from '../check/read-person.ts';
import { guessKey } from '../check/resolve-keys.ts';
import { joinPath } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../read/source-node.ts';
import { foldKey, type MapShape, type Shape } from '../schema/shape.ts';

/** A value that a path leads to. */
export type FoundValue = { readonly node: SourceNode; readonly path: string };

type FoundValues = {
  readonly found: readonly FoundValue[];
  /** Texts in which the path would go on: all of a place is in one line of it. */
  readonly tooShort: readonly FoundValue[];
  /** Whether a part of the path is only probably a key: `basics.phoen`. */
  readonly isSlip: boolean;
  /** Whether this path and those before it went through more than any résumé has, so that this one was not followed to its end. */
  readonly isSpent: boolean;
};

type Place = FoundValue & { readonly shape: Shape | undefined };

/**
 * Creates what finds the values of a path such as `basics.phone`, `work.0.location`, `work[0].location` or `references.*.phone`. A
 * key is found by all its names, in the file and in the path; a key behind a list is that of each of its items.
 */
export function createPathFinder(root: SourceMap, shape: MapShape): (path: string) => FoundValues {
  const indexes = new Map<SourceMap, Index>();
  const nameKeyOnce = rememberNames();
  let left = maxSteps;

  function findEntries(map: SourceMap, of: MapShape | undefined, written: string): readonly SourceEntry[] {
    // One network is not all of them.
    if (isNetwork(written)) return map.entries.filter(({ key }) => foldKey(key.value) === foldKey(written));
    let index = indexes.get(map);
    if (index === undefined) {
      index = indexEntries(map, of, nameKeyOnce);
      indexes.set(map, index);
    }
    return index.get(nameKeyOnce(written, of)) ?? [];
  }

  function step(place: Place, part: string): readonly Place[] {
    const { node, path, shape: of } = place;
    const item = of?.kind === 'list' ? of.item : undefined;
    if (node.kind === 'list') {
      const isNumber = /^\d+$/.test(part);
      const first = isNumber ? Number(part) : 0;
      const some = isNumber ? node.items.slice(first, first + 1) : node.items;
      left -= some.length;
      if (left < 0) return [];
      const items = some.map(
        (child, index): Place => ({ node: child, path: `${path}[${first + index}]`, shape: item }),
      );
      return isNumber || part === '*' ? items : items.flatMap((one) => step(one, part));
    }
    if (node.kind !== 'map') return [];
    // One entry that was written without a list around it.
    const only: Place = { ...place, shape: item };
    if (of?.kind === 'list' && part === '0') return [only];
    const group = of?.kind === 'map' ? of : item?.kind === 'map' ? item : undefined;
    const entries = part === '*' ? node.entries : findEntries(node, group, part);
    left -= entries.length;
    if (left < 0) return [];
    const inside = entries.map(({ key, value }): Place => {
      const name = nameKeyOnce(key.value, group);
      return { node: value, path: joinPath(path, key.value), shape: of === group ? group?.keys[name] : item };
    });
    return of?.kind === 'list' && part === '*' ? [only, ...inside] : inside;
  }

  return (path) => {
    if (path.length > maxPath) return { found: [], tooShort: [], isSlip: false, isSpent: false };
    let places: readonly Place[] = [{ node: root, path: '', shape }];
    const tooShort: FoundValue[] = [];
    let isSlip = false;
    for (const [index, part] of splitPath(path).entries()) {
      const next = places.flatMap((place) => step(place, part));
      isSlip ||= next.length > 0 && places.some((place) => isProbable(part, place));
      for (const place of places) if (place.node.kind === 'text' && place.shape?.kind === 'map') tooShort.push(place);
      // What belongs in basics may stand at the root.
      const isAtRoot = index === 0 && next.length === 0 && nameKey(part, shape) === 'basics';
      places = isAtRoot ? [{ node: root, path: '', shape: shape.keys.basics }] : next;
    }
    const found = places.filter(({ node }) => node !== root);
    return { found, tooShort: found.length > 0 ? [] : tooShort, isSlip: isSlip && found.length > 0, isSpent: left < 0 };
  };
}

// Longer than the deepest place of any résumé; splitting it takes the longer the more brackets it opens.
const maxPath = 1_000;

/** How many items and keys all the paths together lead through. */
const maxSteps = 1_000_000;

type Index = ReadonlyMap<string, readonly SourceEntry[]>;

// Whoever has more keys in one group than any résumé finds the others by the names that they have.
const maxGuesses = 1_000;

function indexEntries({ entries }: SourceMap, shape: MapShape | undefined, nameOf: typeof nameKey): Index {
  const index = new Map<string, SourceEntry[]>();
  for (const [number, entry] of entries.entries()) {
    const name = nameOf(entry.key.value, number < maxGuesses ? shape : undefined);
    const same = index.get(name);
    if (same) same.push(entry);
    else index.set(name, [entry]);
  }
  return index;
}

/** The parts of a path; none for one that leads nowhere. */
function splitPath(path: string): readonly string[] {
  return path
    .replaceAll(
      /\[\s*(?:"([^"]*)"|'([^']*)'|([^\]]*?))\s*\]/g,
      (_, one, two, three) => `.${one ?? two ?? (three || '*')}`,
    )
    .split('.')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '$');
}

/** Tells whether a part of a path is a key's name with a slip in it, and nothing has that very name. */
function isProbable(part: string, { node, shape }: Place): boolean {
  const group = shape?.kind === 'list' ? shape.item : shape;
  if (group?.kind !== 'map' || /^(?:\*|\d+)$/.test(part)) return false;
  const guess = Object.hasOwn(group.keys, part) ? undefined : guessKey(part, group);
  const isWritten = node.kind === 'map' && node.entries.some(({ key }) => foldKey(key.value) === foldKey(part));
  return guess?.kind === 'slip' && foldKey(guess.key) !== foldKey(part) && !isWritten;
}

/** The key that a written one means, surely or probably. */
export function nameKey(written: string, shape: MapShape | undefined): string {
  if (shape === undefined) return foldKey(written);
  if (Object.hasOwn(shape.keys, written)) return written;
  if ('profiles' in shape.keys && isNetwork(written)) return 'profiles';
  return guessKey(written, shape)?.key ?? foldKey(written);
}

/** The same, asked once for each name that a group of one shape has or is asked for: thousands of items have the same. */
function rememberNames(): typeof nameKey {
  const shapes = new Map<MapShape | undefined, Map<string, string>>();
  return (written, shape) => {
    const names = shapes.get(shape) ?? new Map<string, string>();
    shapes.set(shape, names);
    const name = names.get(written) ?? nameKey(written, shape);
    names.set(written, name);
    return name;
  };
}
