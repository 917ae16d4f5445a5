import { type Day, readDay } from '#visits';
import { createDynamoClient, type Item } from './create-dynamo-client.ts';
import type { DynamoStoreOptions } from './create-dynamo-store.ts';

/** What reading the days needs of what a store needs. */
export type DayReaderOptions = Pick<
  DynamoStoreOptions,
  'http' | 'region' | 'table' | 'credentials' | 'endpoint' | 'timeoutMs' | 'now'
>;

/** Reads what has been counted. Rejects with an Error that says what to do, as the store does. */
type DayReader = {
  /** Resolves to the number that the page shows; 0 before the first visit. */
  readTotal(): Promise<number>;
  /** Resolves to how much of that `importCount` added; 0 when it never did. */
  readCarriedOver(): Promise<number>;
  /** Resolves to the days in the order asked, such as `2026-05-20`; one without visits is all zeros. */
  readDays(days: readonly string[]): Promise<readonly Day[]>;
};

/** Days that are read at once: the table's reads are capped, and visitors need some of them. */
const concurrency = 5;

/** Creates what reads the items of the store's table, for whoever owns it; it needs `dynamodb:GetItem` alone. */
export function createDayReader(options: DayReaderOptions): DayReader {
  const { table, timeoutMs = 1000, now = () => new Date() } = options;
  const call = createDynamoClient({ ...options, timeoutMs, now });

  async function readCounts(name: string): Promise<Readonly<Record<string, number>>> {
    const item = (await call(table, name, performance.now() + timeoutMs * 2.5)) as Item;
    return Object.fromEntries(
      Object.entries(item).flatMap(([counter, { N }]) => (N === undefined ? [] : [[counter, Number(N)]])),
    );
  }

  return {
    async readTotal() {
      const { count = 0 } = await readCounts('visitors');
      return count;
    },
    async readCarriedOver() {
      const { carried = 0 } = await readCounts('visitors');
      return carried;
    },
    async readDays(days) {
      const read: Day[] = [];
      for (let at = 0; at < days.length; at += concurrency) {
        const part = days.slice(at, at + concurrency);
        read.push(...(await Promise.all(part.map(async (day) => readDay(day, await readCounts(`day#${day}`))))));
      }
      return read;
    },
  };
}
