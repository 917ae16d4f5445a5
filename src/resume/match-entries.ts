/** Two entries that are the same one in two lists, by their indexes; one alone is missing from the other list. */
type Match = { readonly main?: number; readonly other?: number };

// What so many entries share tells none of them apart.
const maxHolders = 50;

/**
 * Finds the entries of one list in the other, by what each has that is not translated: those that share most belong together,
 * and of the rest those that stand at the same place.
 */
export function matchEntries(
  main: readonly ReadonlySet<string>[],
  other: readonly ReadonlySet<string>[],
): readonly Match[] {
  const found = pairAlike(main, other);
  const partners = new Map([...found].map(([one, two]) => [two, one]));
  const left = new Map<number, number[]>();
  let before = -1;
  for (const index of other.keys()) {
    if (partners.has(index)) before = index;
    else add(left, before, index);
  }
  before = -1;
  for (const index of main.keys()) {
    const partner = found.get(index);
    const place = partner === undefined ? left.get(before)?.shift() : undefined;
    if (partner !== undefined) before = partner;
    if (place === undefined) continue;
    found.set(index, place);
    partners.set(place, index);
  }
  return [
    ...[...main.keys()].map((index): Match => {
      const partner = found.get(index);
      return partner === undefined ? { main: index } : { main: index, other: partner };
    }),
    ...[...other.keys()].flatMap((index): Match | [] => (partners.has(index) ? [] : { other: index })),
  ];
}

function pairAlike(main: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): Map<number, number> {
  const holders = new Map<string, number[]>();
  for (const [index, anchors] of other.entries()) for (const anchor of anchors) add(holders, anchor, index);
  const candidates = main.flatMap((anchors, one) => {
    const shared = new Map<number, number>();
    for (const anchor of anchors) {
      const all = holders.get(anchor) ?? [];
      if (all.length <= maxHolders) for (const two of all) shared.set(two, (shared.get(two) ?? 0) + 1);
    }
    return [...shared].map(([two, score]) => ({ one, two, score }));
  });
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const distance = ({ one, two }: { readonly one: number; readonly two: number }) => Math.abs(one - two);
  for (const { one, two } of candidates.sort((a, b) => b.score - a.score || distance(a) - distance(b))) {
    if (found.has(one) || taken.has(two)) continue;
    found.set(one, two);
    taken.add(two);
  }
  return found;
}

function add<Key>(lists: Map<Key, number[]>, key: Key, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
