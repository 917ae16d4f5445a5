import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemoryStore, createVisits, type VisitLogEntry } from '#visits';
import { originSecretHash, readEvent } from '../../test/fixtures/read-event.ts';
import { createGatewayHandler } from './create-gateway-handler.ts';
import type { GatewayEvent } from './gateway-event.ts';

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

test('an event that is none is a plain 500 and one entry in the log, without what was in it', async () => {
  const { handler, entries } = openHandler();
  const result = await handler({ body: '203.0.113.7' });
  assert.equal(result.statusCode, 500);
  assert.equal(result.headers['x-visitor'], 'fault');
  assert.equal(result.body, '{"error":"Try again later."}');
  assert.equal(entries.length, 1);
  assert.match(entries[0]?.causes[0] ?? '', /^TypeError: /);
  assert.doesNotMatch(JSON.stringify(entries), /203\.0/);
});

test('a fault of the visits is a plain 500 and one entry in the log', async () => {
  const entries: VisitLogEntry[] = [];
  const fail = () => Promise.reject(new Error('The table failed.', { cause: new Error('ECONNREFUSED') }));
  const handler = createGatewayHandler(fail, [originSecretHash], (entry) => entries.push(entry));
  assert.equal((await handler(readEvent('bare-post'))).statusCode, 500);
  assert.deepEqual(entries[0]?.causes, ['Error: The table failed.', 'Error: ECONNREFUSED']);
});
