import { createDynamoStore } from '#counter';
import { createVisits, type VisitResponse } from '#visits';
import { createNetwork, type Fate } from './create-network.ts';
import { createTable, type TableRequest } from './create-table.ts';
import { type Deed, findFault, maxNetworkVisits, type Visit } from './find-fault.ts';
import { runWorld, type World } from './run-world.ts';

/** Changes a request on its way to the table: how a mistake in the function would look there. */
export type Spoil = (request: TableRequest) => TableRequest;

const midnight = Date.parse('2026-05-21T00:00:00Z');
/** The page's limit for each of its two attempts, and AWS's for the function. */
const [pageMs, lambdaMs] = [4000, 3000];
const agents = {
  person: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  bot: 'Googlebot/2.1',
};

/**
 * Lets visitors come to some sandboxes of the function, by the seed: some seconds before midnight or after it, over a network that
 * loses requests and replies and delivers some late, with clocks that are apart and sandboxes that are stopped at any step.
 *
 * Resolves to what went wrong, or to undefined: that an answered visit is missing, that a visit counts twice or for another page,
 * that a person or a network does, that somebody was told less than somebody before.
 */
export async function simulateCounter(seed: number, spoil: Spoil = (request) => request): Promise<string | undefined> {
  const table = createTable();
  const visits: Visit[] = [];
  const deeds: Deed[] = [];
  const losses = { count: 0 };
  await runWorld(seed, async (world) => {
    const start = midnight - Math.floor(world.random() * 30_000) + (world.random() < 0.3 ? 60_000 : 0);
    const answer: Answer = (request) => {
      const count = table.updates.length;
      const reply = table.answer(spoil(request));
      for (const update of table.updates.slice(count)) deeds.push(readDeed(update, world.elapsed()));
      return reply;
    };
    const onLoss = () => {
      losses.count += 1;
    };
    const sandboxes = createSandboxes(world, start, answer, onLoss);
    const count = 4 + Math.floor(world.random() * 12);
    const highest = { total: 0 };
    // Many at once, or so far apart that the ids that are remembered change between two attempts.
    const spreadMs = world.pick([300, 300, 6000]);
    const lives = Array.from({ length: count }, async (_, at) => {
      const visit: Visit = {
        id: `visit-${String(at).padStart(2, '0')}`,
        kind: world.pick(['person', 'person', 'person', 'person', 'person', 'bare', 'private', 'bot']),
        network: Math.floor(world.random() * 2),
        person: Math.floor(world.random() * 3),
        page: at % 3 === 0 ? '/de/' : '/',
        lastSentMs: 0,
      };
      visits.push(visit);
      await world.wait(Math.floor(world.random() * 5) * 7000 + world.random() * spreadMs);
      await comeAndLook(world, visit, sandboxes, highest, onLoss);
    });
    await Promise.all(lives);
  });
  const total = Number(table.read('visits', 'visitors').count?.N ?? 0);
  return findFault(visits, deeds, total, losses.count > 0);
}

type Answer = Parameters<typeof createNetwork>[0]['answer'];

type Sandboxes = (visit: Visit, onAnswer: (response: VisitResponse | undefined) => void) => void;

/** Each sandbox does one visit at a time; when none is free, another begins. */
function createSandboxes(world: World, start: number, answer: Answer, onLoss: () => void): Sandboxes {
  type Sandbox = { visit: ReturnType<typeof createVisits>; isBusy: boolean; isStopped: boolean };
  const sandboxes: Sandbox[] = [];
  const lossRate = world.pick([0, 0.05, 0.2]);

  function begin(): Sandbox {
    const skewMs = Math.floor((world.random() - 0.5) * 4000);
    const now = () => new Date(start + world.elapsed() + skewMs);
    const sandbox: Sandbox = { visit: undefined as never, isBusy: false, isStopped: false };
    const http = createNetwork({
      world,
      answer,
      isStopped: () => sandbox.isStopped,
      chooseFate() {
        const fate = chooseFate(world, lossRate);
        if (fate.repliesMs === undefined || fate.repliesMs > 100 || fate.refusal) onLoss();
        return fate;
      },
    });
    const store = createDynamoStore({
      http,
      region: 'eu-central-1',
      table: 'visits',
      seenTable: 'seen',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
      maxIds: world.pick([6, 200]),
      maxNetworkVisits,
      now,
    });
    sandbox.visit = createVisits({ store, now, random: world.random });
    sandboxes.push(sandbox);
    return sandbox;
  }

  return function send(visit, onAnswer) {
    const sandbox = sandboxes.find(({ isBusy, isStopped }) => !isBusy && !isStopped) ?? begin();
    sandbox.isBusy = true;
    const stop = () => {
      if (!sandbox.isBusy) return;
      sandbox.isStopped = true;
      onLoss();
      onAnswer(undefined);
    };
    world.after(lambdaMs, () => stop());
    if (world.random() < lossRate / 2) world.after(world.random() * 100, stop);
    sandbox
      .visit({
        route: 'POST /visitor',
        isFromEdge: true,
        headers: {
          origin: 'https://jane.example',
          'user-agent': visit.kind === 'bot' ? agents.bot : `${agents.person}.${visit.person}`,
          'cloudfront-viewer-address': `203.0.${visit.network}.7:443`,
          ...(visit.kind === 'private' && { dnt: '1' }),
        },
        body: visit.kind === 'bare' ? '' : JSON.stringify({ id: visit.id, p: visit.page }),
      })
      .then(onAnswer, () => onAnswer(undefined))
      .finally(() => {
        sandbox.isBusy = false;
      });
  };
}

function chooseFate(world: World, lossRate: number): Fate {
  const arrivesMs = 1 + world.random() * 20;
  const repliesMs = 1 + world.random() * 20;
  if (world.random() >= lossRate) return { arrivesMs, repliesMs };
  const refusal = { status: 500, body: '{"__type":"InternalServerError"}' };
  return world.pick<Fate>([
    { arrivesMs: undefined, repliesMs: undefined, isNoticed: true },
    { arrivesMs, repliesMs: undefined, isNoticed: true },
    { arrivesMs, repliesMs: undefined },
    { arrivesMs, repliesMs, refusal },
    // After the next attempt has begun, but not after the visit.
    { arrivesMs: 300 + world.random() * 600, repliesMs: 300 },
    { arrivesMs, repliesMs: 300 + world.random() * 600 },
  ]);
}

/** What the page does: it sends a visit, and once more when there is no answer. A bare POST is sent once. */
async function comeAndLook(
  world: World,
  visit: Visit,
  send: Sandboxes,
  highest: { total: number },
  onLoss: () => void,
): Promise<void> {
  const floor = highest.total;
  for (const _ of visit.kind === 'bare' ? [1] : [1, 2]) {
    const response = await new Promise<VisitResponse | undefined>((resolve) => {
      world.after(pageMs, () => resolve(undefined));
      visit.lastSentMs = world.elapsed();
      send(visit, resolve);
    });
    // And the answer can be lost on its way to the page.
    if (response && world.random() < 0.1) {
      onLoss();
      continue;
    }
    if (!response) continue;
    const total: number = JSON.parse(response.body).count;
    visit.answer = { response, decision: response.headers['x-visitor'] ?? '', total, floor };
    highest.total = Math.max(highest.total, total);
    return;
  }
}

function readDeed({ Key, ...update }: TableRequest, doneMs: number): Deed {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = update;
  return {
    item: Key.CounterName.S,
    // In the item of a network, the name of a visit ends with its id.
    id: values[':id']?.S?.replace('~', '') ?? names['#v']?.slice(5) ?? '',
    counters: Object.values(names),
    doneMs,
  };
}
