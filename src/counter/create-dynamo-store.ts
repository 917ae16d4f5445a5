import { type Added, capCounters, type VisitNote, type VisitStore } from '#visits';
import { hasId } from './build-increment.ts';
import { createDynamoClient, type Item } from './create-dynamo-client.ts';
import type { HttpModule } from './create-http-client.ts';
import { createIncrementer } from './create-incrementer.ts';
import type { Credentials } from './create-signer.ts';
import { createVisitorHasher } from './create-visitor-hasher.ts';

/** Where the tables are, and how they may be reached. */
export type DynamoStoreOptions = {
  /** `node:https`, or `node:http` for an endpoint on this machine. */
  readonly http: HttpModule;
  /** Such as `eu-central-1`. */
  readonly region: string;
  /** The name of the table that is kept; its key is `CounterName`, a string. */
  readonly table: string;
  /** The name of the table of what is forgotten after a day: the same key, no backups, and `ttl` ends its items. */
  readonly seenTable: string;
  readonly credentials: Credentials;
  /** Default: `https://dynamodb.<region>.amazonaws.com`. */
  readonly endpoint?: string | undefined;
  /**
   * How long one attempt may take, in milliseconds; all of a visit may take two and a half times that. Default: 1000, far
   * more than DynamoDB needs, and a function of three seconds can still answer.
   */
  readonly timeoutMs?: number;
  /** How many ids are remembered of ten seconds, which end early when there are more. Default: 200. */
  readonly maxIds?: number;
  /** How many visits of one network on a day are believed. Default: 60. */
  readonly maxNetworkVisits?: number;
  /**
   * For how many days the item of a day is kept after its last visit; DynamoDB deletes it within days of that, if `expires` is
   * the table's attribute for it. The total has no end. Default: for ever, as with 0 or NaN.
   */
  readonly keepDays?: number;
  /** Default: the clock of the machine. */
  readonly now?: () => Date;
};

/**
 * Creates a store in two DynamoDB tables; docs/architecture.md shows their items.
 *
 * Every write is done once per id, so what fails or gets no reply is sent again, as long as there is time. Every rejection is
 * an Error that says what was tried and what to do, with its cause. Throws at once when `endpoint` is not a URL.
 */
export function createDynamoStore(options: DynamoStoreOptions): VisitStore {
  const {
    table,
    seenTable,
    timeoutMs = 1000,
    maxIds = 200,
    maxNetworkVisits = 60,
    keepDays,
    now = () => new Date(),
  } = options;
  const call = createDynamoClient({ ...options, timeoutMs, now });
  const increment = createIncrementer(call, table, maxIds, now);
  const { getSalt, recognize } = createVisitorHasher(call, seenTable, maxNetworkVisits, now);

  /** Notes a visit, and resolves to whether it is one too many of its network. */
  async function note(id: string, { day: asked, counters, visitor }: VisitNote, until: number): Promise<boolean> {
    // Remembered apart from others, so that it is known for one after midnight too.
    const floodId = `${id}~`;
    const salt = visitor && (await getSalt(asked, until));
    const day = salt?.slice(0, 10) ?? asked;
    // A visit that is sent again around midnight may be in the day before or, by another clock, in the one after.
    for (const ms of [-20_000, 20_000]) {
      const other = new Date(+now() + ms).toISOString().slice(0, 10);
      if (other === day) continue;
      const item = (await call(table, `day#${other}`, until)) as Item;
      if (hasId(item, id)) return false;
      if (hasId(item, floodId)) return true;
    }
    const isFirst = salt ? await recognize(visitor, salt, id, until) : false;
    const isFlood = isFirst === undefined;
    const all = isFlood ? ['bot', 'b#flood'] : isFirst ? [...counters, 'u'] : counters;
    await increment(`day#${day}`, isFlood ? floodId : id, (names) => capCounters(all, names), until, keepDays);
    return isFlood;
  }

  async function add(id: string, counts: boolean, noted?: VisitNote): Promise<Added> {
    const until = performance.now() + timeoutMs * 2.5;
    // Only what has been noted is counted, so that an error seldom stands for a visit that was counted.
    const isFlood = !!noted && (await note(id, noted, until));
    const visitors =
      counts && !isFlood ? increment('visitors', id, () => ['count'], until) : call(table, 'visitors', until);
    return { total: +(((await visitors) as Item).count?.N ?? 0), isFlood };
  }

  return { add };
}
