import type { DayReaderOptions } from './create-day-reader.ts';
import { createDynamoClient, type Item } from './create-dynamo-client.ts';

/**
 * Adds the visits of an older counter to the total, once for ever, and resolves to how many are carried over then: another number
 * than `count` when that was done before, and nothing changed. Safe to repeat. It needs `dynamodb:UpdateItem` and `GetItem`, and
 * rejects as the store does.
 */
export async function importCount(options: DayReaderOptions, count: number): Promise<number> {
  const { table, timeoutMs = 1000, now = () => new Date() } = options;
  const call = createDynamoClient({ ...options, timeoutMs, now });
  const until = performance.now() + timeoutMs * 2.5;
  const reply = await call(table, 'visitors', until, {
    change: 'SET carried = :n ADD #count :n',
    condition: 'attribute_not_exists(carried)',
    attributeNames: { '#count': 'count' },
    attributeValues: { ':n': { N: String(count) } },
  });
  // Refused is also what was done, and whose reply was lost.
  const { carried } = reply ?? ((await call(table, 'visitors', until)) as Item);
  return Number(carried?.N);
}
