import type { Bucket, Guard } from '#aws';
import { UserError } from '#cli';
import { formatIndex, indexKey, type Lock, type ReleaseIndex, readReleaseIndex } from './release-index.ts';

/** Who publishes, and what they need to tell others apart from what they left behind themselves. */
export type Publisher = {
  readonly bucket: Bucket;
  /** Who this is, as others read it: `jane@laptop (process 4711)`. */
  readonly owner: string;
  /** Whether the publisher of this name is known to have ended, or may be overruled. */
  isOver(owner: string): boolean;
  /** The present time, in milliseconds since 1970. */
  now(): number;
};

/** The index of a bucket that nobody else is changing. Every write fails when someone else has written since. */
export type OpenIndex = {
  readonly index: ReleaseIndex;
  /** Writes the next state and keeps others out. */
  lock(next: ReleaseIndex): Promise<void>;
  /** Renews the lock when it is old enough, or `now`; rejects when it was lost. */
  renew(when?: 'now'): Promise<void>;
  /** Throws when the lock could be over before a request that leaves now has arrived. */
  readonly guard: Guard;
  /** Writes the next state, or leaves the last, and lets others in. */
  unlock(next?: ReleaseIndex): Promise<void>;
};

// S3 takes no request that was signed more than a quarter of an hour ago. So what leaves within three minutes after the lock was
// written has arrived, or never will, when the lock is over and somebody else begins; two minutes are left for clocks that differ.
const lockMs = 20 * 60_000;
const renewMs = 60_000;
const sendMs = 3 * 60_000;

/** Opens the index of a bucket to change it; refuses while someone else does. */
export async function openIndex({ bucket, owner, isOver, now }: Publisher): Promise<OpenIndex> {
  const found = await readReleaseIndex(bucket);
  const { lock: holder, ...index } = found.index;
  if (holder && holder.owner !== owner && now() < Date.parse(holder.until) && !isOver(holder.owner)) {
    throw new UserError(explainLock(bucket.name, holder));
  }
  const since = new Date(now()).toISOString();
  let etag = found.etag;
  let last: ReleaseIndex = index;
  let renewed = 0;
  let renewing: Promise<void> | undefined;

  async function write(next: ReleaseIndex): Promise<void> {
    const text = formatIndex(next);
    const written = (await bucket.replace(indexKey, text, etag)) ?? (await findOwn(bucket, text));
    if (!written) throw new Error(explainRace(bucket.name));
    etag = written.etag;
  }

  async function lock(next: ReleaseIndex): Promise<void> {
    const time = now();
    await write({ ...next, lock: { owner, since, until: new Date(time + lockMs).toISOString() } });
    last = next;
    renewed = time;
  }

  return {
    index,
    lock,
    async renew(when) {
      if (when !== 'now' && now() < renewed + renewMs) return;
      renewing ??= lock(last).finally(() => {
        renewing = undefined;
      });
      await renewing;
    },
    guard() {
      if (now() > renewed + sendMs) throw new UserError(explainDelay(bucket.name));
    },
    unlock: (next) => write(next ?? last),
  };
}

/** What to say when someone else has changed the site meanwhile. */
export function explainRace(bucket: string): string {
  return `Someone else is publishing to the bucket ${bucket} at the same time. Wait until that is done, then run this again.`;
}

function explainDelay(bucket: string): string {
  return `This machine stood still for minutes, and someone else may be publishing to the bucket ${bucket} by now, so no more was changed. Run this again.`;
}

function explainLock(bucket: string, { owner, since, until }: Lock): string {
  const [began, ends] = [since, until].map((time) => `${time.slice(11, 16)} UTC`);
  return `${owner} has been publishing to the bucket ${bucket} since ${began}. Wait until that is done, then run this again. If it was stopped, add --force, or wait until ${ends}.`;
}

// A reply that was lost on the way makes a second attempt, which finds the text of the first.
async function findOwn(bucket: Bucket, text: string): Promise<{ readonly etag: string } | undefined> {
  const found = await bucket.read(indexKey);
  return found?.text === text ? found : undefined;
}
