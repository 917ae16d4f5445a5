import type { VisitNote, VisitStore } from '#visits';
import { createCaller } from './create-caller.ts';
import { createCounter } from './create-counter.ts';
import { createRecogniser } from './create-recogniser.ts';
import type { HttpModule } from './create-sender.ts';
import type { Credentials } from './credentials.ts';
import type { Item } from './read-reply.ts';
import { hasId } from './write-bump.ts';

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
  readonly mostIds?: number;
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
 * an Error that says what was tried and what to do, with its cause. Throws at once when `endpoint` is no URL.
 */
export function createDynamoStore(options: DynamoStoreOptions): VisitStore {
  const { table, seenTable, timeoutMs = 1000, mostIds = 200, keepDays, now = () => new Date() } = options;
  const call = createCaller({ ...options, timeoutMs, now });
  const bump = createCounter(call, table, mostIds, now);
  const recognise = createRecogniser(call, seenTable, now);

  async function note(id: string, { day: asked, marks, person }: VisitNote, until: number): Promise<void> {
    // A visit that is sent again in the first moments of a day may be in the day before.
    const before = new Date(now().getTime() - 20_000).toISOString().slice(0, 10);
    if (before < asked && hasId((await call(table, `day#${before}`, until)) as Item, id)) return;
    const [day, isFirst] = person ? await recognise(person, asked, id, until) : [asked];
    await bump(`day#${day}`, id, isFirst ? [...marks, 'u'] : marks, until, keepDays);
  }

  async function add(id: string, counts: boolean, noted?: VisitNote): Promise<number> {
    const until = performance.now() + timeoutMs * 2.5;
    const [visitors] = await Promise.all([
      counts ? bump('visitors', id, ['count'], until) : call(table, 'visitors', until),
      noted && note(id, noted, until),
    ]);
    return Number((visitors as Item).count?.N ?? 0);
  }

  return { add, read: () => add('', false) };
}
