import type { Bucket, Distribution, Guard } from '#aws';
import { createRandom } from '../create-random.ts';

/** Longer than a lock holds. */
const longMs = 21 * 60_000;

/** Somebody who does one thing at a time, so many in all or until it sleeps. */
export type Actor = { readonly name: string; turnsLeft: number; turnsAwake: number; hasEnded: boolean };
export type File = { readonly body: string; readonly etag: string };

/** How often, from 0 to 1, a request or a reply gets lost, time jumps, and a publisher sleeps on the way to a copy. */
type Odds = { faults: number; jumps: number; sleeps: number };

/**
 * Creates a bucket and the edge's caches, and the turns in which things happen there, in an order that the seed draws. Requests and
 * replies get lost, answers come late, listings are of several moments, anyone stops at any turn or sleeps until all others are
 * done, and time jumps.
 */
export function createWorld(seed: number) {
  const random = createRandom(seed);
  const chance = (share: number) => random() < share;
  const waiting: { readonly actor: Actor; readonly go: () => void }[] = [];
  const asleep: typeof waiting = [];
  const files = new Map<string, File>();
  const edges = [new Map<string, File>(), new Map<string, File>()];
  const pendingEdges = new Map<string, number>();
  const odds: Odds = { faults: 0, jumps: 0, sleeps: 0 };
  let time = Date.UTC(2026, 10, 24, 8);

  function createActor(name: string): Actor {
    return { name, turnsLeft: Number.POSITIVE_INFINITY, turnsAwake: Number.POSITIVE_INFINITY, hasEnded: false };
  }

  function turn(actor: Actor): Promise<void> {
    return new Promise((go) => waiting.push({ actor, go }));
  }

  // One thing happens, then all that follows from it, then the world is looked at.
  async function runAll(check: () => void): Promise<void> {
    await new Promise(setImmediate);
    for (let turns = 0; waiting.length + asleep.length > 0; turns += 1) {
      if (turns > 20_000) throw new Error('It never comes to an end.');
      if (waiting.length === 0) waiting.push(...asleep.splice(0));
      const [{ actor, go }] = waiting.splice(Math.floor(random() * waiting.length), 1) as [(typeof waiting)[number]];
      time += chance(odds.jumps) ? longMs : Math.floor(random() * 1000);
      actor.turnsAwake -= 1;
      if (actor.turnsAwake === 0) {
        time += longMs;
        asleep.push({ actor, go });
        continue;
      }
      actor.turnsLeft -= 1;
      // Whoever is stopped hears nothing more, and does nothing more.
      if (actor.turnsLeft < 0) {
        actor.hasEnded = true;
        continue;
      }
      go();
      await new Promise(setImmediate);
      check();
    }
  }

  /**
   * A request that may get lost, or its reply; it is sent three times, as AWS's clients do. S3 refuses what was signed more than
   * a quarter of an hour ago.
   */
  async function call<Result>(actor: Actor, carryOut: () => Result, guard: Guard = () => {}): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      guard();
      const signed = time;
      await turn(actor);
      const isLost = chance(odds.faults) || time > signed + 15 * 60_000;
      if (!isLost) {
        const result = carryOut();
        await turn(actor);
        if (!chance(odds.faults)) return result;
      }
      if (attempt === 3) throw new Error('AWS does not answer.');
    }
  }

  function put(key: string, body: string): File {
    const file = { body, etag: `"${body}"` };
    files.set(key, file);
    return file;
  }

  function createBucket(actor: Actor): Bucket {
    return {
      name: 'files',
      async list() {
        const etags = new Map<string, string>();
        let last = '';
        for (let isMore = true; isMore; ) {
          const page = await call(actor, () =>
            [...files]
              .filter(([key]) => key > last)
              .sort()
              .slice(0, 6),
          );
          for (const [key, { etag }] of page) etags.set(key, etag);
          isMore = page.length === 6;
          last = page.at(-1)?.[0] ?? last;
        }
        return etags;
      },
      read: (key) =>
        call(actor, () => {
          const found = files.get(key);
          return found && { text: found.body, etag: found.etag };
        }),
      replace: (key, text, etag) => call(actor, () => (files.get(key)?.etag === etag ? put(key, text) : undefined)),
      store: (key, body) => call(actor, () => void put(key, Buffer.from(body).toString())),
      async copy(from, to, { replaces }, guard) {
        if (chance(odds.sleeps)) actor.turnsAwake = 1;
        const carryOut = () => {
          const source = files.get(from);
          if (!source) throw new Error(`${from} is gone.`);
          const isFree = files.get(to)?.etag === replaces;
          if (isFree) put(to, source.body);
          return isFree;
        };
        const isCopied = await call(actor, carryOut, guard);
        return isCopied || call(actor, () => files.get(to)?.etag === files.get(from)?.etag);
      },
      remove(key, guard) {
        if (chance(odds.sleeps)) actor.turnsAwake = 1;
        return call(actor, () => void files.delete(key), guard);
      },
    };
  }

  function createDistribution(actor: Actor): Distribution {
    return {
      readPolicy: async () => undefined,
      invalidate: (paths) =>
        call(actor, () => {
          const id = String(pendingEdges.size);
          pendingEdges.set(id, edges.length);
          for (const edge of edges) void forget(edge, paths, id);
          return id;
        }),
      isInvalidated: (id) => call(actor, () => pendingEdges.get(id) === 0),
    };
  }

  const cloudFront = createActor('CloudFront');

  // Each edge hears of it in its own time.
  async function forget(edge: Map<string, File>, paths: readonly string[], id: string): Promise<void> {
    await turn(cloudFront);
    for (const path of edge.keys()) if (paths.includes('/*') || paths.includes(`/${path}`)) edge.delete(path);
    pendingEdges.set(id, (pendingEdges.get(id) ?? 0) - 1);
  }

  function serve(edge: ReadonlyMap<string, File>, path: string): File | undefined {
    return edge.get(path) ?? files.get(`site/${path}`);
  }

  return {
    random,
    chance,
    odds,
    files,
    edges,
    now: () => time,
    createActor,
    turn,
    runAll,
    createBucket,
    createDistribution,
    serve,
  };
}
