import assert from 'node:assert/strict';
import test from 'node:test';
import { signRequest } from '../../test/sign-request.ts';
import { connectDirectly, type Headers } from '../../test/simulation/create-network.ts';
import { createTable, type TableRequest } from '../../test/simulation/create-table.ts';
import { createDynamoStore, type DynamoStoreOptions } from './create-dynamo-store.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const [day, after] = ['2026-05-20', '2026-05-21'];
const midnight = Date.parse(`${after}T00:00:00Z`);

/** A table, the requests that it got, and sandboxes whose clocks are so far from midnight, in seconds. */
function open(options: Partial<DynamoStoreOptions> = {}) {
  const table = createTable();
  const requests: (TableRequest & { readonly headers: Headers })[] = [];
  const http = connectDirectly((request, headers) => {
    requests.push({ ...request, headers });
    return table.answer(request);
  });
  const start = (seconds: number) =>
    createDynamoStore({
      http,
      region: 'eu-central-1',
      table: 'visits',
      seenTable: 'seen',
      credentials,
      now: () => new Date(midnight + seconds * 1000),
      ...options,
    });
  const readDay = (on: string) => {
    const { v, u, bot } = table.read('visits', `day#${on}`);
    return [v?.N, u?.N, bot?.N].map((count) => Number(count ?? 0));
  };
  const take = () =>
    requests
      .splice(0)
      .map(({ UpdateExpression, Key }) => `${UpdateExpression ? 'write' : 'read'} ${Key.CounterName.S}`);
  return { table, start, requests, take, readDay };
}

const note = (on: string, person = 'one') => ({ day: on, counters: ['v'], visitor: { network: 'net', person } });

test('a visit is three writes, and the first of a day and of a sandbox more', async () => {
  const { start, take } = open();
  const store = start(-3600);
  await store.add('id-00001', true, note(day));
  const seen = (requests: readonly string[]) => requests.map((request) => request.replace(/#[\w-]{22}$/, ''));
  assert.deepEqual(seen(take()), [
    'read salt',
    'write salt',
    'read salt',
    `write seen#${day}`,
    `read day#${day}`,
    `write day#${day}`,
    'write visitors',
  ]);
  await store.add('id-00002', true, note(day));
  assert.deepEqual(seen(take()), [`write seen#${day}`, `write day#${day}`, 'write visitors']);
  await start(-3600).add('id-00003', true);
  // Refused, because the sandbox knows nothing of the total yet.
  assert.deepEqual(take(), ['write visitors', 'read visitors', 'write visitors']);
  await store.add('id-00004', false, { day, counters: ['bot'] });
  assert.deepEqual(take(), [`write day#${day}`, 'read visitors']);
  assert.equal((await store.add('', false)).total, 3);
  assert.deepEqual(take(), ['read visitors']);
});

test('what is known of a network is named by hashes, and ends two days later', async () => {
  const { start, table, requests } = open();
  await start(-3600.5).add('id-00001', true, note(day));
  const seen = requests.find(({ Key }) => Key.CounterName.S.startsWith('seen#'))?.Key.CounterName.S ?? '';
  assert.match(seen, /^seen#2026-05-20#[\w-]{22}$/);
  const ttl = { N: String(midnight / 1000 - 3601 + 2 * 86_400) };
  const { CounterName: _, ...item } = table.read('seen', seen);
  const visit = Object.keys(item).find((name) => name.endsWith('id-00001')) ?? '';
  assert.match(visit, /^[\w-]{5}id-00001$/);
  assert.deepEqual(item, { ttl, n: { N: '1' }, [visit]: { N: '0' } });
  const { kept, ...salt } = table.read('seen', 'salt');
  assert.deepEqual(salt, { CounterName: { S: 'salt' }, ttl });
  assert.match(kept?.S ?? '', /^2026-05-20#[0-9a-f]{8}-/);
});

const again: readonly (readonly [title: string, first: number, second: number, days: readonly [string, string]])[] = [
  ['after midnight', -5, 5, [day, after]],
  ['by a clock that is behind, so that it is yesterday still', 5, -5, [after, day]],
  ['by a clock that is behind and has found the salt of tomorrow', -5, -1, [day, day]],
];
for (const [title, first, second, [firstDay, secondDay]] of again) {
  for (const visitor of [true, false]) {
    test(`a ${visitor ? 'visit' : 'bot'} that is sent again ${title} is noted once`, async () => {
      const { start, readDay } = open();
      const make = (on: string) => (visitor ? note(on) : { day: on, counters: ['bot'] });
      const early = start(first);
      await early.add('id-00000', true, note(firstDay, 'somebody'));
      const late = start(second);
      const { total } = await early.add('id-00001', visitor, make(firstDay));
      // Somebody whose clock is ahead draws the salt of the next day.
      if (first < 0) await start(5).add('id-00002', true, note(after, 'other'));
      await late.add('id-00001', visitor, make(secondDay));
      assert.equal(total, visitor ? 2 : 1);
      const sums = [readDay(day), readDay(after)].reduce(
        (all, one) => all.map((sum, at) => sum + (one[at] ?? 0)),
        [0, 0, 0],
      );
      assert.deepEqual([sums[0], sums[2]], [(visitor ? 2 : 1) + (first < 0 ? 1 : 0), visitor ? 0 : 1]);
    });
  }
}

test('a visit of a flood that is sent again after midnight stays one, and a visit that was none too', async () => {
  const { start, readDay } = open({ maxNetworkVisits: 1 });
  const [early, late] = [start(-5), start(5)];
  assert.deepEqual(await early.add('id-00001', true, note(day)), { total: 1, isFlood: false });
  assert.deepEqual(await early.add('id-00002', true, note(day)), { total: 1, isFlood: true });
  assert.deepEqual(await late.add('id-00001', true, note(after)), { total: 1, isFlood: false });
  assert.deepEqual(await late.add('id-00002', true, note(after)), { total: 1, isFlood: true });
  assert.deepEqual(
    [readDay(day), readDay(after)],
    [
      [1, 1, 1],
      [0, 0, 0],
    ],
  );
});

test('half a minute from midnight the days beside are not asked for', async () => {
  const { start, take } = open();
  await start(-21).add('id-00001', false, { day, counters: ['bot'] });
  assert.deepEqual(take(), [`read day#${day}`, `write day#${day}`, 'read visitors']);
  await start(21).add('id-00002', false, { day: after, counters: ['bot'] });
  assert.deepEqual(take(), [`read day#${after}`, `write day#${after}`, 'read visitors']);
  await start(-19).add('id-00003', false, { day, counters: ['bot'] });
  assert.deepEqual(take().slice(0, 2), [`read day#${after}`, `read day#${day}`]);
  await start(19).add('id-00004', false, { day: after, counters: ['bot'] });
  assert.deepEqual(take().slice(0, 2), [`read day#${day}`, `read day#${after}`]);
});

for (const sessionToken of ['token', '', undefined]) {
  test(`what is sent with the session token ${sessionToken} is signed as AWS's own package does`, async () => {
    const token = sessionToken === undefined ? {} : { sessionToken };
    const { start, requests } = open({ credentials: { ...credentials, ...token } });
    const store = start(-60);
    await store.add('id-00001', true);
    await store.add('', false);
    assert.equal(requests.length, 2);
    for (const { headers, ...body } of requests) {
      const { authorization, 'x-amz-date': date, 'x-amz-security-token': sent, ...others } = headers;
      assert.equal(sent, sessionToken || undefined);
      assert.equal(date, '20260520T235900Z');
      assert.equal(others.host, 'dynamodb.eu-central-1.amazonaws.com');
      const official = await signRequest(
        { method: 'POST', path: '/', host: others.host, headers: others, body: JSON.stringify(body) },
        {
          region: 'eu-central-1',
          service: 'dynamodb',
          credentials: sessionToken ? { ...credentials, sessionToken } : credentials,
          now: new Date(midnight - 60_000),
        },
      );
      assert.equal(authorization, official.authorization);
    }
  });
}

test('an error has the cause that the table gave', async () => {
  const reply = { status: 400, body: '{"__type":"com.amazonaws#AccessDeniedException","message":"Not allowed."}' };
  const http = connectDirectly(() => reply);
  await assert.rejects(open({ http }).start(0).add('id-00001', true), (error: Error) => {
    assert.match(error.message, /^The table visits failed \(AccessDeniedException\)\. Deploy /);
    assert.equal(`${error.cause}`, 'AccessDeniedException: Status 400: Not allowed.');
    return true;
  });
});

test('an endpoint that is not a URL is refused at once', () => {
  assert.throws(() => open({ endpoint: 'localhost' }).start(0), /Invalid URL/);
});
