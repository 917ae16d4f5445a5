import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemoryStore } from '../../test/contract/create-memory-store.ts';
import { createVisits, type VisitRequest, type VisitStore } from './index.ts';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const headers = {
  origin: 'https://jane.example',
  'sec-fetch-site': 'same-origin',
  host: 'api.example',
  'user-agent': agent,
  'cloudfront-viewer-address': '203.0.113.7:51422',
  'cloudfront-viewer-country': 'DE',
};
const bare: VisitRequest = { route: 'POST /visitor', isFromEdge: true, headers, body: '' };

let lastId = 0;
function say(message: Readonly<Record<string, unknown>> = {}): string {
  lastId += 1;
  return JSON.stringify({ id: `id-${String(lastId).padStart(5, '0')}`, ...message });
}

function openVisits() {
  const store = createMemoryStore({ count: 41 });
  const now = () => new Date('2026-05-20T07:31:12.345Z');
  return { visits: createVisits({ store, now }), store, readDay: () => ({ ...store.days.get('2026-05-20') }) };
}

test('a bare POST adds one visit to the total alone, whoever sends it', async () => {
  const { visits, readDay } = openVisits();
  assert.deepEqual(await visits({ ...bare, headers: {} }), {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-visitor': 'counted' },
    body: '{"count":42}',
  });
  const { body } = await visits({ ...bare, headers: { 'user-agent': 'curl/8.14.1' } });
  assert.equal(body, '{"count":43}');
  assert.deepEqual(readDay(), {});
});

test("the page's message adds one visit and is noted", async () => {
  const { visits, readDay } = openVisits();
  const { statusCode, headers: answered, body } = await visits({ ...bare, body: say({ r: 'www.linkedin.com' }) });
  assert.deepEqual([statusCode, answered['x-visitor'], body], [200, 'counted', '{"count":42}']);
  assert.deepEqual(readDay(), { v: 1, u: 1, 'h#07': 1, 'd#d': 1, 'c#DE': 1, 'r#linkedin.com': 1 });
});

test('a visit of another page is noted with it, and is in the one total', async () => {
  const { visits, readDay } = openVisits();
  await visits({ ...bare, body: say({ p: '/de/' }) });
  await visits({ ...bare, body: say({ p: '/' }) });
  const { body } = await visits({ ...bare, body: say({ p: '/de/', r: 'jane.example' }) });
  assert.equal(body, '{"count":44}');
  assert.deepEqual(readDay(), { v: 3, u: 1, 'h#07': 3, 'd#d': 3, 'c#DE': 3, 'p#/de/': 2, 'r#jane.example': 1 });
});

test('a message that is sent twice gets the same answer and adds nothing', async () => {
  const { visits, readDay } = openVisits();
  const request = { ...bare, body: say() };
  const answer = await visits(request);
  assert.deepEqual(await visits(request), answer);
  assert.equal(readDay().v, 1);
});

test('a page that was only loaded again gets the total and adds nothing', async () => {
  const { visits, store, readDay } = openVisits();
  const { statusCode, headers: answered, body } = await visits({ ...bare, body: say({ again: true }) });
  assert.deepEqual([statusCode, answered['x-visitor'], body], [200, 'again', '{"count":41}']);
  assert.equal((await store.add('', false)).total, 41);
  assert.deepEqual(readDay(), {});
});

test('a bot gets the total and is noted with its reason alone', async () => {
  const { visits, store, readDay } = openVisits();
  for (const [userAgent, reason] of [
    ['Googlebot/2.1', 'agent'],
    ['', 'empty'],
  ]) {
    const request = { ...bare, headers: { ...headers, 'user-agent': userAgent }, body: say({ r: 'a.example' }) };
    const { statusCode, headers: answered, body } = await visits(request);
    assert.deepEqual([statusCode, answered['x-visitor'], body], [200, `bot-${reason}`, '{"count":41}']);
  }
  assert.equal((await store.add('', false)).total, 41);
  assert.deepEqual(readDay(), { bot: 2, 'b#agent': 1, 'b#empty': 1 });
});

for (const wish of ['sec-gpc', 'dnt']) {
  test(`who asks for privacy by ${wish} is counted in the total alone`, async () => {
    const { visits, readDay } = openVisits();
    const request = { ...bare, headers: { ...headers, [wish]: '1' }, body: say({ r: 'a.example' }) };
    const { headers: answered, body } = await visits(request);
    assert.deepEqual([answered['x-visitor'], body], ['private', '{"count":42}']);
    assert.deepEqual(readDay(), {});
    const other = await visits({ ...bare, headers: { ...headers, [wish]: '0' }, body: say() });
    assert.equal(other.headers['x-visitor'], 'counted');
    assert.equal(readDay().v, 1);
  });
}

test('a person is told from others by address, agent and host, and only by the address that the edge gives', async () => {
  const { visits, readDay } = openVisits();
  const visit = (changes: Readonly<Record<string, string | undefined>>) =>
    visits({ ...bare, headers: { ...headers, ...changes }, body: say() });
  const countPersons = () => readDay().u;

  await visit({});
  await visit({ 'cloudfront-viewer-address': '203.0.113.7:1', 'x-forwarded-for': '198.51.100.1' });
  assert.equal(countPersons(), 1);
  await visit({ 'cloudfront-viewer-address': '203.0.113.8:51422' });
  assert.equal(countPersons(), 2);
  await visit({ 'user-agent': `${agent}.1` });
  assert.equal(countPersons(), 3);
  await visit({ host: 'other.example' });
  assert.equal(countPersons(), 4);
  await visit({ 'cloudfront-viewer-address': undefined, 'x-forwarded-for': '198.51.100.2' });
  assert.equal(countPersons(), 4);
  assert.equal(readDay().v, 6);
});

test('what the store calls a flood is a bot that gets the total', async () => {
  const { visits, store, readDay } = openVisits();
  for (let visit = 1; visit <= 60; visit += 1) await visits({ ...bare, body: say() });
  const agents = [agent, `${agent}.1`, `${agent}.2`];
  for (const [at, userAgent] of agents.entries()) {
    const request = {
      ...bare,
      headers: { ...headers, 'cloudfront-viewer-address': `203.0.113.${at}:1`, 'user-agent': userAgent },
      body: say(),
    };
    const { statusCode, headers: answered, body } = await visits(request);
    assert.deepEqual([statusCode, answered['x-visitor'], body], [200, 'bot-flood', '{"count":101}']);
  }
  assert.equal((await visits(bare)).body, '{"count":102}', 'a bare POST is no matter of networks');
  assert.equal((await store.add('', false)).total, 102);
  const { v, u, bot, 'b#flood': flood } = readDay();
  assert.deepEqual({ v, u, bot, flood }, { v: 60, u: 1, bot: 3, flood: 3 });
});

const refused: readonly (readonly [title: string, changes: Partial<VisitRequest>, status: number, decision: string])[] =
  [
    ['a request past the edge', { isFromEdge: false }, 403, 'direct'],
    ['a request past the edge that is wrong in every other way', { isFromEdge: false, route: 'GET /' }, 403, 'direct'],
    ['a page of another site', { headers: { ...headers, 'sec-fetch-site': 'cross-site' } }, 403, 'cross-site'],
    ['a page of a sibling site', { headers: { ...headers, 'sec-fetch-site': 'same-site' } }, 403, 'cross-site'],
    ['a GET', { route: 'GET /visitor' }, 405, 'wrong-method'],
    ['another path', { route: 'POST /' }, 404, 'unknown-path'],
    ['a longer path', { route: 'POST /visitor/' }, 404, 'unknown-path'],
    ['a body of 1,025 characters', { body: 'x'.repeat(1025) }, 413, 'too-large'],
    ['a body of 1,024 characters', { body: 'x'.repeat(1024) }, 400, 'unreadable'],
    ['a body that is no message', { body: 'garbage' }, 400, 'unreadable'],
    ['a message with more in it', { body: say({ ip: '203.0.113.7' }) }, 400, 'unreadable'],
  ];
for (const [title, changes, status, decision] of refused) {
  test(`${title} is refused as ${decision}, adds nothing and is told what to do`, async () => {
    const { visits, store, readDay } = openVisits();
    const answer = await visits({ ...bare, body: say(), ...changes });
    assert.equal(answer.statusCode, status);
    assert.equal(answer.headers['x-visitor'], decision);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.headers.allow, status === 405 ? 'POST' : undefined);
    assert.match(JSON.parse(answer.body).error, /^Send .+\.$/);
    assert.equal((await store.add('', false)).total, 41);
    assert.deepEqual(readDay(), {});
  });
}

for (const site of ['same-origin', 'none', '', undefined]) {
  test(`a request whose Sec-Fetch-Site is ${site ?? 'absent'} is the site's own`, async () => {
    const { visits } = openVisits();
    const answer = await visits({ ...bare, headers: { ...headers, 'sec-fetch-site': site }, body: say() });
    assert.equal(answer.headers['x-visitor'], 'counted');
  });
}

test('every bare POST has an id of its own', async () => {
  const ids = new Set<string>();
  const store: VisitStore = { add: async (id) => ({ total: ids.add(id).size, isFlood: false }) };
  const visits = createVisits({ store });
  for (let visit = 0; visit < 1000; visit += 1) await visits(bare);
  assert.equal(ids.size, 1000);
  for (const id of ids) assert.match(id, /^[0-9a-z]{1,8}$/);
});

test('an error of the store is passed on', async () => {
  const visits = createVisits({ store: { add: () => Promise.reject(new Error('add')) } });
  await assert.rejects(visits(bare), /add/);
  await assert.rejects(visits({ ...bare, body: say({ again: true }) }), /add/);
});
