import { buildIncrement, type Item } from '#counter';
import { measureItem } from './measure-item.ts';

/** How many ids an item remembers at most: the store's default. */
const maxIds = 200;

/** As long as the ids that pages draw. */
const id = 'kQ9-fT0_';

/**
 * Simulates so many visits a second to one item, and gives the write units that each takes on average: an item remembers the ids
 * of the last ten seconds and of the ten before, and a write is billed by each kilobyte of it. The first half of the 44 seconds
 * only fills it.
 */
export function simulateWrites(item: Item, perSecond: number): number {
  const { cur: _, prev: __, ...counts } = item;
  const bytes = measureItem({ ...counts, cur: { SS: [] }, prev: { SS: [] } });
  let cur: string[] = [];
  let prev: readonly string[] = [];
  const visits = Math.ceil(perSecond * 44);
  let b = '0';
  let units = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    const second = 1_700_000_000 + Math.floor(visit / perSecond);
    const { attributeValues } = buildIncrement({ b: { N: b }, cur: { SS: cur } }, id, ['count'], second, maxIds);
    const begun = attributeValues[':b']?.N;
    if (begun !== undefined) {
      b = begun;
      prev = cur;
      cur = [];
    }
    cur.push(id);
    if (visit >= visits / 2) units += Math.ceil((bytes + (cur.length + prev.length) * id.length) / 1024);
  }
  return units / (visits - Math.ceil(visits / 2));
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
