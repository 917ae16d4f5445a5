import { capCounters, type VisitNote, type VisitStore } from '#visits';

export type MemoryStore = VisitStore & {
  /** What has been counted on each day, by the names of the counters. */
  readonly days: ReadonlyMap<string, Readonly<Record<string, number>>>;
};

/** Creates a store that forgets everything when the process ends. `count` is where it starts, 0 by default. */
export function createMemoryStore({ count = 0 }: { readonly count?: number } = {}): MemoryStore {
  let total = count;
  let latest = '';
  const counted = new Set<string>();
  const noted = new Set<string>();
  const persons = new Set<string>();
  const days = new Map<string, Record<string, number>>();

  function note(id: string, { day, counters, person }: VisitNote): void {
    if (noted.has(id)) return;
    noted.add(id);
    if (person && day > latest) {
      latest = day;
      persons.clear();
    }
    const noteDay = person ? latest : day;
    const isFirst = person && !persons.has(person);
    if (person) persons.add(person);

    const item = days.get(noteDay) ?? {};
    for (const counter of capCounters(isFirst ? [...counters, 'u'] : counters, Object.keys(item)))
      item[counter] = (item[counter] ?? 0) + 1;
    days.set(noteDay, item);
  }

  return {
    days,
    async read() {
      return total;
    },
    async add(id, counts, noted) {
      if (noted) note(id, noted);
      if (counts && !counted.has(id)) {
        counted.add(id);
        total += 1;
      }
      return total;
    },
  };
}
