import assert from 'node:assert/strict';
import test from 'node:test';
import { createVisits, type VisitLogEntry, type VisitRequest } from '#visits';
import { createMemoryStore } from '../../test/contract/create-memory-store.ts';
import { originSecretHash, readEvent } from '../../test/fixtures/read-event.ts';
import { createGatewayHandler, type GatewayEvent } from './create-gateway-handler.ts';

function openHandler() {
  const entries: VisitLogEntry[] = [];
  const visits = createVisits({ store: createMemoryStore() });
  const handler = createGatewayHandler(visits, [originSecretHash], (entry) => entries.push(entry));
  return { handler, entries };
}

test('recorded events are counted', async () => {
  const { handler } = openHandler();
  assert.deepEqual(await handler(readEvent('bare-post')), {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-visitor': 'counted' },
    body: '{"count":1}',
  });
  assert.equal((await handler(readEvent('page-message'))).body, '{"count":2}');
  assert.equal((await handler(readEvent('base64-post'))).body, '{"count":3}');
});

const changes: readonly (readonly [title: string, changes: Partial<GatewayEvent>, status: number, decision: string])[] =
  [
    ['no secret', { headers: {} }, 403, 'direct'],
    ['another route', { routeKey: '$default' }, 404, 'unknown-path'],
    ['a large text', { body: 'x'.repeat(1025) }, 413, 'too-large'],
    ['a large body in Base64', { body: btoa('x'.repeat(1025)), isBase64Encoded: true }, 413, 'too-large'],
    ['garbage', { body: 'garbage' }, 400, 'unreadable'],
    ['garbage in Base64', { body: btoa('\0\xff'), isBase64Encoded: true }, 400, 'unreadable'],
  ];
for (const [title, change, status, decision] of changes) {
  test(`an event with ${title} is answered ${status} ${decision}`, async () => {
    const { handler, entries } = openHandler();
    const result = await handler(readEvent('bare-post', change));
    assert.equal(result.statusCode, status);
    assert.equal(result.headers['x-visitor'], decision);
    assert.deepEqual(entries, []);
  });
}

test('what is not an event is a plain 500 and one entry in the log, without what was in it', async () => {
  const { handler, entries } = openHandler();
  const result = await handler({ body: '203.0.113.7' });
  assert.equal(result.statusCode, 500);
  assert.equal(result.headers['x-visitor'], 'fault');
  assert.equal(result.body, '{"error":"Try again later."}');
  assert.equal(entries.length, 1);
  assert.match(entries[0]?.causes[0] ?? '', /^TypeError: /);
  assert.doesNotMatch(JSON.stringify(entries), /203\.0/);
});

test('an error of the visits is a plain 500 and one entry in the log', async () => {
  const entries: VisitLogEntry[] = [];
  const fail = () => Promise.reject(new Error('The table failed.', { cause: new Error('ECONNREFUSED') }));
  const handler = createGatewayHandler(fail, [originSecretHash], (entry) => entries.push(entry));
  assert.equal((await handler(readEvent('bare-post'))).statusCode, 500);
  assert.deepEqual(entries[0]?.causes, ['Error: The table failed.', 'Error: ECONNREFUSED']);
});

const hashes = ['0'.repeat(64), originSecretHash];

/** What the visits get to see of an event; undefined when it is answered with a 500 before. */
async function toRequest(event: unknown): Promise<VisitRequest | undefined> {
  let seen: VisitRequest | undefined;
  const handler = createGatewayHandler(
    async (request) => {
      seen = request;
      return { statusCode: 200, headers: {}, body: '' };
    },
    hashes,
    () => {},
  );
  const { statusCode } = await handler(event);
  assert.equal(statusCode, seen ? 200 : 500);
  return seen;
}

test('a bare POST becomes a request without a body', async () => {
  const event = readEvent('bare-post');
  assert.deepEqual(await toRequest(event), {
    route: 'POST /visitor',
    isFromEdge: true,
    headers: event.headers,
    body: '',
  });
});

for (const body of [null, undefined, '']) {
  for (const isBase64Encoded of [false, true]) {
    test(`a body that is ${JSON.stringify(body)} and ${isBase64Encoded ? 'Base64' : 'text'} is empty`, async () => {
      const { body: _, ...event } = readEvent('bare-post', { isBase64Encoded });
      assert.equal((await toRequest(body === undefined ? event : { ...event, body }))?.body, '');
    });
  }
}

test('a message is the same as text and in Base64', async () => {
  assert.equal((await toRequest(readEvent('page-message')))?.body, readEvent('page-message').body);
  assert.equal((await toRequest(readEvent('base64-post')))?.body, '{"id":"Zz0-_aA9","r":"xing.com"}');
});

const secrets: readonly (readonly [title: string, secret: string | undefined, isFromEdge: boolean])[] = [
  ['the secret', 'kept-by-the-edge-of-the-tests', true],
  ['no secret', undefined, false],
  ['an empty secret', '', false],
  ['another secret', 'kept-by-the-edge-of-others', false],
  ['the hash of the secret', originSecretHash, false],
];
for (const [title, secret, isFromEdge] of secrets) {
  test(`an event with ${title} is ${isFromEdge ? '' : 'not '}from the edge`, async () => {
    const { 'x-origin-secret': _, ...headers } = readEvent('bare-post').headers;
    const event = readEvent('bare-post', {
      headers: { ...headers, ...(secret !== undefined && { 'x-origin-secret': secret }) },
    });
    assert.equal((await toRequest(event))?.isFromEdge, isFromEdge);
  });
}

const bare = readEvent('bare-post');
const malformed: readonly (readonly [title: string, event: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'event'],
  ['an empty event', {}],
  ['an event without headers', { ...bare, headers: null }],
  ['an event whose body is not Base64', { ...bare, body: '{', isBase64Encoded: true }],
];
for (const [title, event] of malformed) {
  test(`${title} is no request`, async () => assert.equal(await toRequest(event), undefined));
}
