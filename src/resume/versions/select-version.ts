import { nameKey } from '../private/find-values.ts';
import { pruneTree } from '../read/prune-tree.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../read/source-node.ts';
import type { MapShape } from '../schema/shape.ts';
import { foldTag, listTagged, type Tag, type TaggedEntry, type Versioning } from './read-versions.ts';

/** Reads what the main page shows, and what each version shows. */
export function selectPages<Page extends object>(
  root: SourceMap,
  shape: MapShape,
  { tags, nodes, versions }: Versioning,
  read: (page: SourceMap) => Page,
): Page & { readonly versions: readonly (Page & { readonly name: string })[] } {
  const tagged = listTagged(root, shape);
  const main = read(selectEntries(root, tags, tagged, nodes));
  const others = versions.map(({ name, tags: wanted, own }) => {
    const entries = selectEntries(root, wanted, tagged, nodes);
    return {
      name,
      ...read([...own].reduce((tree, [key, value]) => setValue(tree, shape, places[key], value), entries)),
    };
  });
  return { ...main, versions: others };
}

const places = {
  label: ['basics', 'label'],
  summary: ['basics', 'summary'],
  order: ['meta', 'site', 'order'],
} as const;

/**
 * The tree with the entries of which one of the tags is wanted, and those without tags; every one where nothing is said of what is
 * wanted. For whom an entry is, is not said in it any more.
 */
export function selectEntries(
  root: SourceMap,
  wanted: readonly Tag[] | undefined,
  tagged: readonly TaggedEntry[],
  without: readonly SourceNode[] = [],
): SourceMap {
  const words = wanted && new Set(wanted.map(({ text }) => foldTag(text)));
  const hidden = new Set(without);
  for (const { node, tags, written } of tagged) {
    const isWanted = words === undefined || tags.length === 0 || tags.some(({ text }) => words.has(foldTag(text)));
    for (const one of isWanted ? written.map(({ value }) => value) : [node]) hidden.add(one);
  }
  return pruneTree(root, hidden);
}

/** The tree with a value at a place, instead of all that stands there by any name. */
function setValue(map: SourceMap, shape: MapShape, path: readonly string[], value: SourceNode): SourceMap {
  const [name = '', ...rest] = path;
  const isNamed = ({ key }: SourceEntry) => nameKey(key.value, shape) === name;
  const named = map.entries.filter((entry) => isNamed(entry) && (rest.length === 0 || entry.value.kind === 'map'));
  const findLast = (written: string | undefined) => named.findLast(({ key }) => key.value === written);
  const present = findLast(name) ?? findLast(named[0]?.key.value);
  const inner = shape.keys[name];
  // What belongs in basics may stand at the root.
  if (!present && name === 'basics' && inner?.kind === 'map') return setValue(map, inner, rest, value);
  const { start, end } = value;
  const empty: SourceMap = { kind: 'map', entries: [], start, end };
  const group = present?.value.kind === 'map' ? present.value : empty;
  const set = rest.length === 0 || inner?.kind !== 'map' ? value : setValue(group, inner, rest, value);
  const entry: SourceEntry = { key: { kind: 'text', value: name, start, end }, value: set };
  if (!present) return { ...map, entries: [...map.entries, entry] };
  const entries = map.entries.flatMap((one) =>
    one === present ? entry : rest.length === 0 && isNamed(one) ? [] : one,
  );
  return { ...map, entries };
}
