import { capCounters, type VisitNote, type VisitStore } from '#visits';

type MemoryStore = VisitStore & {
  /** What has been counted on each day, by the names of the counters. */
  readonly days: ReadonlyMap<string, Readonly<Record<string, number>>>;
};

type MemoryStoreOptions = {
  /** Where it starts. Default: 0. */
  readonly count?: number;
  /** Default: 60, as the other store's. */
  readonly maxNetworkVisits?: number;
};

/** Creates a store that forgets everything when the process ends. */
export function createMemoryStore({ count = 0, maxNetworkVisits = 60 }: MemoryStoreOptions = {}): MemoryStore {
  let total = count;
  let latest = '';
  const counted = new Set<string>();
  const noted = new Map<string, boolean>();
  const persons = new Set<string>();
  const networks = new Map<string, number>();
  const days = new Map<string, Record<string, number>>();

  /** Notes a visit, and says whether it is one too many of its network. */
  function note(id: string, { day, counters, visitor }: VisitNote): boolean {
    const known = noted.get(id);
    if (known !== undefined) return known;
    if (visitor && day > latest) {
      latest = day;
      persons.clear();
      networks.clear();
    }
    const visits = visitor ? (networks.get(visitor.network) ?? 0) : 0;
    const isFlood = visits >= maxNetworkVisits;
    noted.set(id, isFlood);
    const person = `${visitor?.network}|${visitor?.person}`;
    const isFirst = visitor && !isFlood && !persons.has(person);
    if (visitor && !isFlood) {
      persons.add(person);
      networks.set(visitor.network, visits + 1);
    }

    const noteDay = visitor ? latest : day;
    const item = days.get(noteDay) ?? {};
    const all = isFlood ? ['bot', 'b#flood'] : isFirst ? [...counters, 'u'] : counters;
    for (const counter of capCounters(all, Object.keys(item))) item[counter] = (item[counter] ?? 0) + 1;
    days.set(noteDay, item);
    return isFlood;
  }

  return {
    days,
    async add(id, counts, noted) {
      const isFlood = !!noted && note(id, noted);
      if (counts && !isFlood && !counted.has(id)) {
        counted.add(id);
        total += 1;
      }
      return { total, isFlood };
    },
  };
}
