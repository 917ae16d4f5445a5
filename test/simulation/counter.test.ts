import assert from 'node:assert/strict';
import test from 'node:test';
import { createDynamoStore, type DynamoStoreOptions } from '#counter';
import { testStore } from '../contract/test-store.ts';
import { fuzzRuns } from '../fuzz-runs.ts';
import { connectDirectly, createNetwork, type Fate } from './create-network.ts';
import { createTable, type TableRequest } from './create-table.ts';
import { runWorld } from './run-world.ts';
import { type Spoil, simulateCounter } from './simulate-counter.ts';

const place = {
  region: 'eu-central-1',
  table: 'visits',
  seenTable: 'seen',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
};

// What is simulated passes the same tests as what is emulated, so that its answers can be believed.
testStore('the store over the simulated table', async ({ count }) => {
  const table = createTable();
  const http = connectDirectly(table.answer);
  if (count !== undefined) {
    table.answer({
      TableName: 'visits',
      Key: { CounterName: { S: 'visitors' } },
      UpdateExpression: 'SET #0=:n',
      ExpressionAttributeNames: { '#0': 'count' },
      ExpressionAttributeValues: { ':n': { N: String(count) } },
    });
  }
  return {
    store: createDynamoStore({ ...place, http }),
    async readDay(day) {
      const { b, ...item } = table.read('visits', `day#${day}`);
      return Object.fromEntries(
        Object.entries(item).flatMap(([name, { N }]) => (N === undefined ? [] : [[name, Number(N)]])),
      );
    },
    close: async () => {},
  };
});

test('of a network that sends its visits again all day long, no more than 80 are believed', async () => {
  const table = createTable();
  let time = Date.parse('2026-05-20T08:00:00Z');
  const store = createDynamoStore({ ...place, http: connectDirectly(table.answer), now: () => new Date(time) });
  const add = (visit: number) => {
    const visitor = { network: 'a', person: `${visit}` };
    return store.add(`id-${visit}`, true, { day: '2026-05-20', counters: ['v'], visitor });
  };
  for (let visit = 0; visit < 60; visit += 1) await add(visit);
  for (let again = 0; again < 60; again += 1) {
    time += 30_000;
    // What comes between makes the ids be forgotten.
    await add(100 + again);
    await store.add(`bare-${again}`, true);
    await add(again);
  }
  const { v, u, ...day } = table.read('visits', 'day#2026-05-20');
  const counts = [v, u, day['b#flood'], table.read('visits', 'visitors').count].map((value) => value?.N);
  // The first that is sent again is still remembered.
  assert.deepEqual(counts, ['79', '79', '100', '139']);
});

/** Lets one bare visit come over a network, and gives the moments of its requests, what became of it, and when. */
async function visitOnce(chooseFate: (request: number) => Fate, options: Partial<DynamoStoreOptions> = {}) {
  const table = createTable();
  const moments: number[] = [];
  const end = { ms: 0, total: 0, error: '' };
  await runWorld(7, async (world) => {
    const http = createNetwork({
      world,
      answer: table.answer,
      chooseFate() {
        moments.push(Math.round(world.elapsed()));
        return chooseFate(moments.length - 1);
      },
    });
    const store = createDynamoStore({ ...place, http, now: () => new Date(1.8e12 + world.elapsed()), ...options });
    await store.add('id-00001', true).then(
      ({ total }) => Object.assign(end, { total }),
      (error: unknown) => Object.assign(end, { error: String(error) }),
    );
    end.ms = world.elapsed();
  });
  return { ...end, moments, total: end.total, count: table.read('visits', 'visitors').count?.N };
}

const stalled: Fate = { arrivesMs: undefined, repliesMs: undefined };
const failing: Fate = {
  arrivesMs: 1,
  repliesMs: 1,
  refusal: { status: 500, body: '{"__type":"InternalServerError"}' },
};

test('a table that never replies is an error after two and a half seconds, which the last attempt has the rest of', async () => {
  const { ms, error, moments, count } = await visitOnce(() => stalled);
  assert.match(error, /The table visits failed \(ABORT_ERR\)/);
  assert.ok(ms > 2499 && ms <= 2501, `${ms}`);
  assert.equal(moments.length, 3);
  assert.ok((moments[2] ?? 0) >= 2000 && (moments[2] ?? 0) <= 2400, `${moments}`);
  assert.equal(count, undefined);
});

test('a visit whose first two replies are lost is answered in what time is left', async () => {
  const { ms, total, error } = await visitOnce((request) =>
    request < 2 ? { arrivesMs: 1, repliesMs: undefined } : { arrivesMs: 60, repliesMs: 60 },
  );
  assert.deepEqual([total, error], [1, '']);
  assert.ok(ms > 2200 && ms < 2500, `${ms}`);
});

test('a table that fails for good is asked with growing pauses until a tenth of a second is left', async () => {
  const { ms, error, moments } = await visitOnce(() => failing);
  assert.match(error, /\(InternalServerError\)/);
  assert.ok(ms > 1000 && ms <= 2400, `${ms}`);
  assert.ok(moments.length >= 5 && moments.length <= 15, `${moments}`);
  for (const [at, moment] of moments.slice(1).entries()) {
    const pause = moment - (moments[at] ?? 0) - 2;
    assert.ok(pause <= 25 * 1.5 ** at + 1, `${pause} ms after ${at + 1} requests`);
  }
});

test('a refusal that no further attempt can change is an error after one request', async () => {
  for (const type of ['ResourceNotFoundException', 'AccessDeniedException', 'ValidationException']) {
    const refusal = { status: 400, body: `{"__type":"com.amazonaws#${type}"}` };
    const { error, moments } = await visitOnce(() => ({ arrivesMs: 1, repliesMs: 1, refusal }));
    assert.match(error, new RegExp(`\\(${type}\\)`));
    assert.equal(moments.length, 1);
  }
});

test('a seed is always the same run', async () => {
  const trace = async () => {
    const requests: TableRequest[] = [];
    await simulateCounter(42, (request) => {
      requests.push(request);
      return request;
    });
    return JSON.stringify(requests);
  };
  const once = await trace();
  assert.ok(once.length > 1000);
  assert.equal(await trace(), once);
});

const { numRuns, seed: first } = fuzzRuns(100);
test(`in ${numRuns} runs no answered visit is missing and none counts twice`, async () => {
  for (let seed = first; seed < first + numRuns; seed += 1) {
    assert.equal(await simulateCounter(seed), undefined, `FUZZ_RUNS=1 npm run fuzz ${seed} simulation/counter`);
  }
});

const isUpdate = ({ UpdateExpression }: TableRequest) => UpdateExpression !== undefined;
const withoutCondition = ({ ConditionExpression: _, ...request }: TableRequest): TableRequest => request;
const on =
  (isMeant: (request: TableRequest) => boolean, spoil: Spoil): Spoil =>
  (request) =>
    isMeant(request) ? spoil(request) : request;
const rewrite =
  (name: 'UpdateExpression' | 'ConditionExpression', from: string, to: string): Spoil =>
  (request) => ({
    ...request,
    ...(request[name] !== undefined && { [name]: request[name].replace(from, to) }),
  });
const ofTable = (table: string) => (request: TableRequest) => isUpdate(request) && request.TableName === table;
const isSalt = (request: TableRequest) => isUpdate(request) && request.Key.CounterName.S === 'salt';
const isDayRead = (request: TableRequest) => request.Key.CounterName.S.startsWith('day#') && !isUpdate(request);
const isSeen = (request: TableRequest) => request.Key.CounterName.S.startsWith('seen#') && isUpdate(request);

let drawn = 0;
const mistakes: readonly (readonly [what: string, spoil: Spoil])[] = [
  ['a forgotten condition', on(ofTable('visits'), withoutCondition)],
  [
    'an id for each attempt',
    on(ofTable('visits'), (request) => {
      drawn += 1;
      const values = { ...request.ExpressionAttributeValues, ':id': { S: `${drawn}` }, ':ids': { SS: [`${drawn}`] } };
      return { ...request, ExpressionAttributeValues: values };
    }),
  ],
  [
    'ids that are forgotten with the first set',
    rewrite('UpdateExpression', 'prev=if_not_exists(cur,:ids)', 'prev=:ids'),
  ],
  ['a condition that looks at one set alone', rewrite('ConditionExpression', 'NOT b>=:end AND ', '')],
  ['a salt that each draws for itself', on(isSalt, withoutCondition)],
  [
    'a salt whose place another takes that was drawn later',
    on(isSalt, rewrite('ConditionExpression', ' OR kept>:a', '')),
  ],
  [
    'ids that are remembered for a second',
    on(ofTable('visits'), (request) => {
      const { ':b': end, ...values } = request.ExpressionAttributeValues ?? {};
      if (!end) return request;
      return { ...request, ExpressionAttributeValues: { ...values, ':b': { N: `${Number(end.N) - 9}` } } };
    }),
  ],
  ['a forgotten bound of networks', on(isSeen, withoutCondition)],
  ['a full network that forgets who is in it', on(isSeen, rewrite('ConditionExpression', '#v>=:0 AND n<:r OR ', ''))],
  [
    'a retry that is not the first any more',
    on(isSeen, rewrite('UpdateExpression', 'if_not_exists(#v,if_not_exists(n,:0))', 'if_not_exists(n,:0)')),
  ],
  [
    'persons who are not told apart',
    on(isSeen, (request) => ({
      ...request,
      ExpressionAttributeNames: { ...request.ExpressionAttributeNames, '#v': 'aaaaavisit-00' },
    })),
  ],
  ['reads that may be old', ({ ConsistentRead: _, ...request }) => request],
  ['a look at the other day that may be old', on(isDayRead, ({ ConsistentRead: _, ...request }) => request)],
];
for (const [what, spoil] of mistakes) {
  test(`${what} is found within 1,000 runs`, async (context) => {
    for (let seed = 1; seed <= 1000; seed += 1) {
      const fault = await simulateCounter(seed, spoil);
      if (fault !== undefined) return context.diagnostic(`seed ${seed}: ${fault}`);
    }
    assert.fail('It is not found.');
  });
}
