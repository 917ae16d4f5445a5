import type { Item } from '../../src/aws/read-reply.ts';
import { writeBump } from '../../src/aws/write-bump.ts';
import { measureItem } from './measure-item.ts';

/** How many ids an item remembers at most: the store's default. */
const MOST_IDS = 200;

/** As long as the ids that pages draw. */
const ID = 'kQ9-fT0_';

/**
 * Simulates half a minute of so many visits a second to one item, and gives the write units that each takes on average: an item
 * remembers the ids of the last ten to twenty seconds, and a write is billed by each kilobyte of it.
 */
export function simulateWrites(item: Item, perSecond: number): number {
  const { i0: _, i1: __, ...counts } = item;
  const bytes = measureItem({ ...counts, i0: { SS: [] }, i1: { SS: [] } });
  const ids: Record<string, string[]> = { i0: [], i1: [] };
  const visits = Math.ceil(perSecond * 30);
  let b = '0';
  let units = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const bucket = 1_000_000_000 + Math.floor(visit / perSecond / 10);
    const state = { b: { N: b }, i0: { SS: ids.i0 ?? [] }, i1: { SS: ids.i1 ?? [] } };
    const { UpdateExpression, ExpressionAttributeValues } = writeBump(state, ID, ['count'], bucket, MOST_IDS);
    const set = UpdateExpression.match(/i[01]/)?.[0] ?? '';
    if (UpdateExpression.startsWith('SET')) ids[set] = [];
    ids[set]?.push(ID);
    b = ExpressionAttributeValues[':b']?.N ?? b;
    const remembered = (ids.i0?.length ?? 0) + (ids.i1?.length ?? 0);
    units += Math.ceil((bytes + remembered * ID.length) / 1024);
  }
  return units / visits;
}

/** The highest rate, in whole visits a second, at which the writes to these items take no more than so many units a second. */
export function findLimit(items: readonly Item[], unitsPerSecond: number): number {
  let [met, missed] = [1, unitsPerSecond + 1];
  while (missed - met > 1) {
    const rate = Math.floor((met + missed) / 2);
    const units = items.reduce((sum, item) => sum + rate * simulateWrites(item, rate), 0);
    if (units <= unitsPerSecond) met = rate;
    else missed = rate;
  }
  return met;
}
