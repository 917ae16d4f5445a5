import type { Visitor } from '#visits';
import type { DynamoClient, Item, Update } from './create-dynamo-client.ts';
import { authenticate } from './create-signer.ts';

/** Recognizes visitors within a day. `until` is when to give up, by `performance.now()`. */
type VisitorHasher = {
  /** Resolves to the salt of the day asked, or of the next one, if that has begun elsewhere: the day, `#` and what was drawn. */
  getSalt(asked: string, until: number): Promise<string>;
  /**
   * Resolves to whether a visit is its person's first on the salt's day; undefined when it is one too many of its network. The same
   * for the same id, however often.
   */
  recognize(visitor: Visitor, salt: string, id: string, until: number): Promise<boolean | undefined>;
};

const hourMs = 3_600_000;

/**
 * Creates what recognizes visitors within a day, in a table of its own. What it knows of them ends with the day's salt.
 *
 * A network has one item, `seen#<day>#<hash>`, in which each visit has an attribute: the hash of its person, then its id. Its
 * value is how many were there before. With 60 of them the item is below a kilobyte, and a visit one write unit.
 */
export function createVisitorHasher(
  call: DynamoClient,
  table: string,
  maxVisits: number,
  now: () => Date,
): VisitorHasher {
  let salt = '';

  function update(
    name: string,
    until: number,
    change: string,
    condition: string,
    values: Item,
    names?: Update['attributeNames'],
  ) {
    return call(table, name, until, {
      change: `SET #t=:t,${change}`,
      condition,
      attributeNames: { '#t': 'ttl', ...names },
      // In seconds, 48 hours on. DynamoDB ends what is older within days: the salt of a last day, and who was seen with it.
      attributeValues: { ':t': { N: `${Math.floor((+now() + 48 * hourMs) / 1000)}` }, ...values },
    });
  }

  async function getSalt(asked: string, until: number): Promise<string> {
    // A salt of a day that does not begin within an hour is of a clock that went wrong, and makes room as one of yesterday does.
    for (let old = ''; salt < asked || Date.parse(salt.slice(0, 10)) > +now() + hourMs; old = salt) {
      if (old) {
        // Of two at midnight, one is too late and takes the other's.
        await update('salt', until, 'kept=:b', 'NOT(kept<:a OR kept>:a)', {
          ':a': { S: old },
          ':b': { S: `${asked}#${crypto.randomUUID()}` },
        });
      }
      salt = ((await call(table, 'salt', until)) as Item).kept?.S ?? '-';
    }
    return salt;
  }

  async function recognize({ network, person }: Visitor, salt: string, id: string, until: number) {
    const hash = (content: string, length: number) =>
      authenticate(salt, content).toString('base64url').slice(0, length);
    // 132 bits: no network is taken for another. 30 bits of a person, among 60: nor is a person.
    const name = hash(person, 5);
    const item = await update(
      `seen#${salt.slice(0, 10)}#${hash(network, 22)}`,
      until,
      '#v=if_not_exists(#v,if_not_exists(n,:0)) ADD n :1',
      // What an item does not have is neither greater nor less, here as in the condition for the salt.
      // A visit that is sent again is believed once more, though not all day long.
      '#v>=:0 AND n<:r OR NOT n>=:m',
      { ':0': { N: '0' }, ':1': { N: '1' }, ':m': { N: `${maxVisits}` }, ':r': { N: `${maxVisits + 20}` } },
      { '#v': name + id },
    );
    if (!item) return undefined;
    const order = +(item[name + id]?.N ?? 0);
    return !Object.entries(item).some(([other, { N }]) => other.startsWith(name) && +(N ?? order) < order);
  }

  return { getSalt, recognize };
}
