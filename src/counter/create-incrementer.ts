import { buildIncrement, hasId } from './build-increment.ts';
import type { DynamoClient, Item } from './create-dynamo-client.ts';

/**
 * Adds one to each of the counters that `choose` picks by the names that an item has, once per id, and resolves to the item;
 * `until` is when to give up, by `performance.now()`.
 */
type Incrementer = (
  name: string,
  id: string,
  choose: (names: readonly string[]) => readonly string[],
  until: number,
  keepDays?: number,
) => Promise<Item>;

/** Creates what increments counters in the items of a table. `maxIds` is how many ids of ten seconds an item remembers. */
export function createIncrementer(call: DynamoClient, table: string, maxIds: number, now: () => Date): Incrementer {
  // What the last replies said, so that the next update is right at once: a refused one costs as much.
  const known = new Map<string, Item>();

  return async function increment(name, id, choose, until, keepDays) {
    const read = () => call(table, name, until) as Promise<Item>;
    // The first update of the total in a while is as good as known; a day's has to know which names are there.
    let item = known.get(name) ?? (name === 'visitors' ? {} : await read());
    for (let reply: Item | undefined; !reply && !hasId(item, id); known.set(name, item)) {
      const second = Math.floor(+now() / 1000);
      const update = buildIncrement(item, id, choose(Object.keys(item)), second, maxIds, keepDays);
      reply = await call(table, name, until, update);
      item = reply ?? (await read());
    }
    return item;
  };
}
