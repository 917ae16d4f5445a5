import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemoryStore, createVisits, type VisitLogEntry } from '#visits';
import { readEvent } from '../../test/fixtures/read-event.ts';
import { createGatewayHandler } from './create-gateway-handler.ts';
import type { GatewayEvent } from './gateway-event.ts';

function openHandler() {
  const entries: VisitLogEntry[] = [];
  const log = (entry: VisitLogEntry) => entries.push(entry);
  const handler = createGatewayHandler({ visits: createVisits({ store: createMemoryStore(), log }), log });
  return { handler, entries };
}

test('a recorded POST is counted', async () => {
  const { handler } = openHandler();
  assert.deepEqual(await handler(readEvent('bare-post')), {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-visitor': 'counted' },
    body: '{"count":1}',
    isBase64Encoded: false,
  });
  assert.equal((await handler(readEvent('base64-post'))).body, '{"count":2}');
});

const changes: readonly (readonly [title: string, changes: Partial<GatewayEvent>, status: number, decision: string])[] =
  [
    ['a GET', { requestContext: { domainName: 'a.example', http: { method: 'GET' } } }, 405, 'wrong-method'],
    ['another path', { rawPath: '/' }, 404, 'unknown-path'],
    ['a large text', { body: 'é'.repeat(513) }, 413, 'too-large'],
    [
      'a large body in base64',
      { body: Buffer.alloc(1025).toString('base64'), isBase64Encoded: true },
      413,
      'too-large',
    ],
    [
      'a body that is small once decoded',
      { body: Buffer.alloc(1024).toString('base64'), isBase64Encoded: true },
      200,
      'counted',
    ],
    ['a host that is none', { requestContext: { domainName: 'a b', http: { method: 'POST' } } }, 500, 'fault'],
  ];
for (const [title, change, status, decision] of changes) {
  test(`an event with ${title} is answered ${status} ${decision}`, async () => {
    const result = await openHandler().handler(readEvent('bare-post', change));
    assert.equal(result.statusCode, status);
    assert.equal(result.headers['x-visitor'], decision);
  });
}

test('an event that is none is a plain 500 and one entry in the log', async () => {
  const { handler, entries } = openHandler();
  const result = await handler({ headers: { 'x-forwarded-for': '203.0.113.7' } });
  assert.equal(result.statusCode, 500);
  assert.equal(result.headers['x-visitor'], 'fault');
  assert.equal(result.body, '{"error":"The visit could not be counted. Please try again later."}');
  assert.equal(entries.length, 1);
  assert.match(entries[0]?.causes[0]?.message ?? '', /^The event is no request of an API Gateway HTTP API/);
  assert.doesNotMatch(JSON.stringify(entries), /203\.0/);
});
