import { fitMarks } from '#visits';
import type { Update } from './create-caller.ts';
import type { Item } from './read-reply.ts';

/** Whether the item remembers the id. */
export function hasId({ i0, i1 }: Item, id: string): boolean {
  return [i0, i1].some((ids) => ids?.SS?.includes(id));
}

/**
 * Writes the update that adds one to each of the marks in an item, once per id: on condition that the item does not remember
 * the id, it adds and remembers.
 *
 * `item` is as it was last seen; where another was faster since, the condition fails. `bucket` numbers the present ten
 * seconds, `b` those of the item's newest ids. They are in `i0` and `i1` by turns, so that those of the bucket before are
 * still there, and the first of a new bucket takes the place of older ones. A `b` ahead of ours goes for ours: it is another
 * machine's clock, or a bucket that had `mostIds` and was closed early, to keep the item small.
 */
export function writeBump(item: Item, id: string, marks: readonly string[], bucket: number, mostIds: number): Update {
  const last = Number(item.b?.N ?? 0);
  const isFull = (item[`i${last % 2}`]?.SS?.length ?? 0) >= mostIds;
  const b = Math.max(bucket, isFull ? last + 1 : last);
  const ids = `i${b % 2}`;
  const fitted = fitMarks(marks, Object.keys(item));
  const adds = fitted.map((_, at) => `#${at} :one`).join();
  return {
    UpdateExpression: b > last ? `SET b = :b, ${ids} = :ids ADD ${adds}` : `ADD ${adds}, ${ids} :ids`,
    // What an item does not have is not greater and contains nothing.
    ConditionExpression: `NOT b >${b > last ? '=' : ''} :b AND NOT contains(i0, :id) AND NOT contains(i1, :id)`,
    ExpressionAttributeNames: Object.fromEntries(fitted.map((mark, at) => [`#${at}`, mark])),
    ExpressionAttributeValues: { ':b': { N: `${b}` }, ':id': { S: id }, ':ids': { SS: [id] }, ':one': { N: '1' } },
  };
}
