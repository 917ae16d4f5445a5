import type { Item, Update } from './create-dynamo-client.ts';

/** Whether the item remembers the id. */
export function hasId({ cur, prev }: Item, id: string): boolean {
  return [cur, prev].some((ids) => ids?.SS?.includes(id));
}

/**
 * Builds the update that adds one to each of the counters in an item, once per id: on condition that the item does not remember
 * the id, it adds and remembers.
 *
 * `item` is as it was last seen; where another was faster since, the condition fails. `second` is the present one, since 1970.
 * New ids go to `cur` until the second `b` is over; the next id then makes it `prev`, in the place of older ones, and begins a
 * `cur` for ten seconds. So an id is remembered for ten seconds at least, by the clock that goes ahead of all others. When
 * `cur` has `maxIds`, it ends early, to keep the item small. With `keepDays` the item `expires` that many days on. The expressions
 * have no spaces, because the function's bytes are counted.
 */
export function buildIncrement(
  item: Item,
  id: string,
  counters: readonly string[],
  second: number,
  maxIds: number,
  keepDays?: number,
): Update {
  const last = +(item.b?.N ?? 0);
  const isOver = last < second;
  // What `b` is below unless another was faster.
  const end = isOver ? second : last + 1;
  const isNew = isOver || (item.cur?.SS?.length ?? 0) >= maxIds;
  const adds = counters.map((_, at) => `#${at} :1`).join();
  return {
    change: isNew
      ? `SET b=:b,prev=if_not_exists(cur,:ids),cur=:ids${keepDays ? ',expires=:x' : ''} ADD ${adds}`
      : `ADD ${adds},cur :ids`,
    // What an item does not have is not greater and contains nothing. What `prev` has is known as long as `b` is the same, and
    // older than ten seconds when `b` is over.
    condition: 'NOT b>=:end AND NOT contains(cur,:id)',
    attributeNames: Object.fromEntries(counters.map((counter, at) => [`#${at}`, counter])),
    attributeValues: {
      ':end': { N: `${end}` },
      ':id': { S: id },
      ':ids': { SS: [id] },
      ':1': { N: '1' },
      ...(isNew && {
        ':b': { N: `${Math.max(second + 10, last + 1)}` },
        ...(keepDays && { ':x': { N: `${second + keepDays * 86_400}` } }),
      }),
    },
  };
}
