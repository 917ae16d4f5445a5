import { type PublishContext, publishSite, type ReleaseIndex, rollBack } from '#publish';
import { createVersion } from './create-site.ts';
import { type Actor, createWorld, type File } from './create-world.ts';

/** A mistake to plant between publishing and what it works with. */
export type Plant = (context: PublishContext) => PublishContext;

/**
 * Lets publishers, a rollback and visitors meet over a bucket and the edge's caches, one turn after another, in an order that the
 * seed draws. Throws when a visitor could see a page without its stylesheet, or when the index does not say what is live.
 */
export async function simulatePublishing(seed: number, plant: Plant = (context) => context): Promise<void> {
  const { random, chance, odds, files, edges, now, createActor, turn, runAll, serve, ...aws } = createWorld(seed);
  const actors: Actor[] = [];
  function createContext(actor: Actor): PublishContext {
    actors.push(actor);
    return plant({
      bucket: aws.createBucket(actor),
      distribution: aws.createDistribution(actor),
      owner: actor.name,
      isOver: (owner) => actors.find(({ name }) => name === owner)?.hasEnded === true,
      now,
      pause: () => turn(actor),
      report() {},
    });
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

  let read: { readonly text: string; readonly index?: ReleaseIndex } = { text: '' };

  /** What the index names has to be kept, and to be what is seen, whenever it says that nothing is unfinished. */
  function checkIndex(): void {
    const text = files.get('releases.json')?.body ?? '';
    if (text !== read.text) read = { text, index: JSON.parse(text) };
    const { index } = read;
    if (!index || index.unfinished.length > 0) return;
    const live = index.releases.find(({ id }) => id === index.current);
    for (const { path, sha256 } of live?.files ?? []) {
      const body = files.get(`bodies/${sha256}`)?.body;
      const seen = [files.get(`site/${path}`), ...edges.map((edge) => serve(edge, path))].map((file) => file?.body);
      if (body === undefined) throw new Error(`${path} of the live release is not kept.`);
      if (seen.some((one) => one !== body))
        throw new Error(`The index names ${body} for ${path}; seen is ${seen.join()}.`);
    }
  }

  function check(): void {
    checkPages();
    checkIndex();
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
  const prepared = (async () => {
    for (const version of before) await publishSite(first, site(version));
  })();
  await Promise.all([prepared, runAll(() => {})]);
  check();

  odds.faults = chance(0.5) ? 0 : 0.04;
  odds.jumps = chance(0.5) ? 0 : 0.004;
  odds.sleeps = chance(0.5) ? 0 : 0.1;
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
  await runAll(check);

  // Whatever has happened, the next one mends it.
  Object.assign(odds, { faults: 0, jumps: 0, sleeps: 0 });
  for (const actor of actors) actor.hasEnded = true;
  let isPublished = false;
  void publishSite(createContext(createActor('last')), site('last')).then(({ kind }) => {
    isPublished = kind === 'published';
  });
  await runAll(check);
  if (!isPublished) throw new Error('The site cannot be published any more.');
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
