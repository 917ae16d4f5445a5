import type { DynamoClient, Item } from './create-dynamo-client.ts';
import { authenticate } from './create-signer.ts';

/**
 * Tells whether a visit is a person's first on a day, and on which: the day asked, or a later one that has begun elsewhere.
 * The same for the same id, however often it asks. `until` is when to give up, by `performance.now()`.
 */
export type VisitorHasher = (
  person: string,
  day: string,
  id: string,
  until: number,
) => Promise<readonly [day: string, isFirst: boolean]>;

/** Creates what recognizes persons within a day, in a table of its own. What it knows of them ends with the day's salt. */
export function createVisitorHasher(call: DynamoClient, table: string, now: () => Date): VisitorHasher {
  // A day and what was drawn for it: `2026-05-20#kQ9-fT0_…`.
  let salt = '';

  function keep(name: string, until: number, set: string, values: Item, condition?: string): ReturnType<DynamoClient> {
    // In seconds, 48 hours on. DynamoDB ends what is older within days: the salt of a last day, and who was seen with it.
    const ttl = { N: `${Math.floor(now().getTime() / 1000) + 172_800}` };
    return call(table, name, until, {
      UpdateExpression: `SET kept = ${set}, #ttl = :ttl`,
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ...values, ':ttl': ttl },
    });
  }

  return async function hashVisitor(person, asked, id, until) {
    while (salt < asked) {
      salt = ((await call(table, 'salt', until)) as Item).kept?.S ?? '';
      if (salt < asked) {
        // Of two at midnight, one is too late and takes the other's.
        const drawn = { ':kept': { S: `${asked}#${crypto.randomUUID()}` }, ':day': { S: asked } };
        await keep('salt', until, ':kept', drawn, 'NOT kept > :day');
      }
    }
    const day = salt.slice(0, 10);
    // 132 bits: nobody is taken for another.
    const name = authenticate(salt, person).toString('base64url').slice(0, 22);
    const set = 'if_not_exists(kept, :kept)';
    const first = (await keep(`seen#${day}#${name}`, until, set, { ':kept': { S: id } })) as Item;
    return [day, first.kept?.S === id];
  };
}
