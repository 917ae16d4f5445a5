import type { Bucket, Distribution, Guard } from '#aws';
import { type PublishContext, publishSite, readReleaseIndex, rollBack } from '#publish';
import { createVersion } from './create-site.ts';

/** A mistake to plant between publishing and the bucket. */
export type Plant = (bucket: Bucket) => Bucket;

/** Longer than a lock holds. */
const longMs = 21 * 60_000;

type Actor = { readonly name: string; turnsLeft: number; turnsAwake: number; hasEnded: boolean };
type File = { readonly body: string; readonly etag: string };

/**
 * Lets publishers, a rollback and visitors meet over a bucket and the edge's caches, one turn after another, in an order that the
 * seed draws. Requests and replies get lost, answers come late, listings are of several moments, anyone stops at any turn or sleeps
 * until all others are done, and time jumps. Throws when a visitor could see a page without its stylesheet, or when the index does not say what is live.
 */
export async function simulatePublishing(seed: number, plant: Plant = (bucket) => bucket): Promise<void> {
  const random = createRandom(seed);
  const chance = (share: number) => random() < share;
  const waiting: { readonly actor: Actor; readonly go: () => void }[] = [];
  const asleep: typeof waiting = [];
  const files = new Map<string, File>();
  const edges = [new Map<string, File>(), new Map<string, File>()];
  const pendingEdges = new Map<string, number>();
  let time = Date.UTC(2026, 10, 24, 8);
  let faults = 0;
  let jumps = 0;
  let sleeps = 0;

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
      time += chance(jumps) ? longMs : Math.floor(random() * 1000);
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
      const isLost = chance(faults) || time > signed + 15 * 60_000;
      if (!isLost) {
        const result = carryOut();
        await turn(actor);
        if (!chance(faults)) return result;
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
        if (chance(sleeps)) actor.turnsAwake = 1;
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
        if (chance(sleeps)) actor.turnsAwake = 1;
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

  // Each edge hears of it in its own time.
  async function forget(edge: Map<string, File>, paths: readonly string[], id: string): Promise<void> {
    await turn(cloudFront);
    for (const path of edge.keys()) if (paths.includes('/*') || paths.includes(`/${path}`)) edge.delete(path);
    pendingEdges.set(id, (pendingEdges.get(id) ?? 0) - 1);
  }

  function serve(edge: ReadonlyMap<string, File>, path: string): File | undefined {
    return edge.get(path) ?? files.get(`site/${path}`);
  }

  const cloudFront = createActor('CloudFront');
  const actors: Actor[] = [];
  function createContext(actor: Actor): PublishContext {
    actors.push(actor);
    return {
      bucket: plant(createBucket(actor)),
      distribution: createDistribution(actor),
      owner: actor.name,
      isOver: (owner) => actors.find(({ name }) => name === owner)?.hasEnded === true,
      now: () => time,
      pause: () => turn(actor),
      report() {},
    };
  }

  async function visit(actor: Actor): Promise<void> {
    for (let count = 0; count < 12; count += 1) {
      await turn(actor);
      const edge = edges[Math.floor(random() * edges.length)] as Map<string, File>;
      for (const path of ['index.html', 'photo.txt', readCss(serve(edge, 'index.html'))]) {
        const file = serve(edge, path);
        if (file && chance(0.7)) edge.set(path, file);
      }
    }
  }

  /** What visitors see has to be one whole release at every moment. */
  function checkPages(): void {
    for (const edge of edges) {
      const page = serve(edge, 'index.html');
      if (!page) throw new Error('The page is gone.');
      const version = page.body.split(' ')[0];
      const css = serve(edge, readCss(page))?.body;
      if (css !== version) throw new Error(`The page of ${version} has the stylesheet of ${css}.`);
    }
  }

  async function checkIndex(): Promise<void> {
    const found = files.get('releases.json');
    const bucket = { name: 'files', read: async () => found && { text: found.body, etag: found.etag } };
    const { index } = await readReleaseIndex(bucket as unknown as Bucket);
    if (index.unfinished.length > 0) return;
    const live = index.releases.find(({ id }) => id === index.current);
    for (const { path, sha256 } of live?.files ?? []) {
      const body = files.get(`bodies/${sha256}`)?.body;
      const seen = [files.get(`site/${path}`), ...edges.map((edge) => serve(edge, path))].map((file) => file?.body);
      if (body === undefined) throw new Error(`${path} of the live release is not kept.`);
      if (seen.some((one) => one !== body))
        throw new Error(`The index names ${body} for ${path}; seen is ${seen.join()}.`);
    }
  }

  const versions = new Map<string, ReturnType<typeof createVersion>>();
  const site = (version: string) => {
    const extra = chance(0.5) ? { [`${version}.txt`]: version } : {};
    const made = createVersion(version, { 'photo.txt': chance(0.5) ? 'photo' : `photo ${version}`, ...extra });
    versions.set(version, made);
    return made;
  };

  // Before it begins, all is well.
  const first = createContext(createActor('first'));
  const before = ['a', 'b', 'c', 'd', 'e'].slice(Math.floor(random() * 5));
  void (async () => {
    for (const version of before) await publishSite(first, site(version));
  })();
  await runAll(() => {});
  checkPages();

  faults = chance(0.5) ? 0 : 0.04;
  jumps = chance(0.5) ? 0 : 0.004;
  sleeps = chance(0.5) ? 0 : 0.1;
  const work: ((context: PublishContext) => Promise<unknown>)[] = [
    (context) => publishSite(context, site('two')),
    (context) => publishSite(context, site('three')),
    (context) => rollBack(context),
    async (context) => {
      await rollBack(context);
      await publishSite(context, site('four'));
    },
  ];
  for (const [index, run] of work.entries()) {
    if (!chance(0.6)) continue;
    const actor = createActor(`publisher ${index}`);
    if (chance(0.3)) actor.turnsLeft = Math.floor(random() * 60);
    const late = chance(0.5) ? Math.floor(random() * 80) : 0;
    const begin = async () => {
      for (let turns = 0; turns < late; turns += 1) await turn(actor);
      await run(createContext(actor));
    };
    void begin().then(
      () => {
        actor.hasEnded = true;
      },
      () => {
        actor.hasEnded = true;
      },
    );
  }
  void visit(createActor('visitor'));
  await runAll(checkPages);
  await checkIndex();

  // Whatever has happened, the next one mends it.
  [faults, jumps, sleeps] = [0, 0, 0];
  for (const actor of actors) actor.hasEnded = true;
  let isPublished = false;
  void publishSite(createContext(createActor('last')), site('last')).then(({ kind }) => {
    isPublished = kind === 'published';
  });
  await runAll(checkPages);
  if (!isPublished) throw new Error('The site cannot be published any more.');
  await checkIndex();
  const last = versions.get('last')?.files.map(({ path }) => path) ?? [];
  const places = [...files.keys()].filter((key) => /^site\/(?!assets\/)/.test(key)).map((key) => key.slice(5));
  if (
    places.sort().join() !==
    last
      .filter((path) => !path.startsWith('assets/'))
      .sort()
      .join()
  ) {
    throw new Error(`In place are ${places.join()}.`);
  }
}

function readCss(page: File | undefined): string {
  return /href="(.*?)"/.exec(page?.body ?? '')?.[1] ?? '';
}

// Mulberry32: the same numbers on every machine.
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
