import type { Caller } from './create-caller.ts';
import type { Item } from './read-reply.ts';
import { hasId, writeBump } from './write-bump.ts';

/**
 * Adds one to each mark of an item, once per id, and resolves to the item; `until` is when to give up, by
 * `performance.now()`.
 */
export type Counter = (
  name: string,
  id: string,
  marks: readonly string[],
  until: number,
  keepDays?: number,
) => Promise<Item>;

/** Creates what counts in the items of a table. `mostIds` is how many ids of ten seconds an item remembers. */
export function createCounter(call: Caller, table: string, mostIds: number, now: () => Date): Counter {
  // What the last replies said, so that the next update is right at once: a refused one costs as much.
  const known = new Map<string, Item>();

  return async function bump(name, id, marks, until, keepDays) {
    const read = () => call(table, name, until) as Promise<Item>;
    // The first update of the total in a while is as good as known; a day's has to know which names are there.
    let item = known.get(name) ?? (name === 'visitors' ? {} : await read());
    for (let reply: Item | 'refused' = 'refused'; reply === 'refused' && !hasId(item, id); known.set(name, item)) {
      const second = Math.floor(now().getTime() / 1000);
      reply = await call(table, name, until, writeBump(item, id, marks, second, mostIds, keepDays));
      item = reply === 'refused' ? await read() : reply;
    }
    return item;
  };
}
