import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createVisits } from '#visits';
import { createMemoryStore } from '../../test/contract/create-memory-store.ts';
import { originSecret, originSecretHash } from '../../test/fixtures/read-event.ts';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { createGatewayHandler } from './create-gateway-handler.ts';

const statuses = new Map([
  ['counted', 200],
  ['private', 200],
  ['again', 200],
  ['bot-empty', 200],
  ['bot-agent', 200],
  ['bot-prefetch', 200],
  ['bot-script', 200],
  ['bot-flood', 200],
  ['direct', 403],
  ['cross-site', 403],
  ['unknown-path', 404],
  ['wrong-method', 405],
  ['too-large', 413],
  ['unreadable', 400],
  ['fault', 500],
]);

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', '1', 'true', 'same-origin', 'cross-site', 'DE', browser, 'curl/8', '203.0.113.7:1', '::1:443'),
);
const headers = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'x-origin-secret',
      'origin',
      'sec-fetch-site',
      'sec-purpose',
      'sec-gpc',
      'dnt',
      'host',
      'user-agent',
    ),
    fc.constantFrom(
      'cloudfront-viewer-address',
      'cloudfront-viewer-country',
      'cloudfront-is-mobile-viewer',
      '__proto__',
    ),
    fc.string({ maxLength: 8 }),
  ),
  hostile,
);
const message = fc.record(
  {
    id: fc.oneof(fc.stringMatching(/^[\w-]{8}$/), hostile),
    r: fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), hostile),
    again: fc.oneof(fc.boolean(), hostile),
    more: hostile,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.constantFrom('', null, undefined),
  message.map((one) => JSON.stringify(one)),
  fc.json({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ minLength: 500, maxLength: 1100 }),
);
const event = fc.record(
  {
    routeKey: fc.oneof(fc.constantFrom('POST /visitor', 'POST /visitor', 'GET /visitor', '$default'), fc.string()),
    headers: fc.oneof({ arbitrary: headers, weight: 9 }, { arbitrary: fc.anything(), weight: 1 }),
    body,
    isBase64Encoded: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Counters that a day may have, by their forms; a `*` stands for what has no name that may be kept. */
const forms =
  /^(v|u|bot|b#(empty|agent|prefetch|script|flood)|h#[012]\d|d#[mtd]|c#([A-Z]{2}|\*)|r#(\*|[a-z\d.-]{3,40}))$/;

test('whatever event comes is answered as decided, and nothing of it is logged or kept', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(event, fc.anything()), fc.boolean(), async (given, isFromEdge) => {
      const store = createMemoryStore();
      const entries: unknown[] = [];
      const visits = createVisits({ store, now: () => new Date('2026-05-20T07:31:12.345Z') });
      const handler = createGatewayHandler(visits, [originSecretHash], (entry) => entries.push(entry));
      const own = Object(given).headers;
      const sent =
        isFromEdge && own && typeof own === 'object'
          ? { ...Object(given), headers: { ...own, 'x-origin-secret': originSecret } }
          : given;
      const { statusCode, headers: answered, body: text } = await handler(sent);

      const decision = answered['x-visitor'] ?? '';
      assert.equal(statusCode, statuses.get(decision), decision);
      assert.equal(answered['cache-control'], 'no-store');
      const content = JSON.parse(text);
      assert.deepEqual(Object.keys(content), [statusCode === 200 ? 'count' : 'error']);
      const { total } = await store.add('', false);
      assert.equal(total, decision === 'counted' || decision === 'private' ? 1 : 0);
      if (statusCode === 200) assert.equal(content.count, total);
      if (!isFromEdge) assert.notEqual(statusCode, 200);
      assert.equal(entries.length, statusCode === 500 ? 1 : 0);
      assert.doesNotMatch(JSON.stringify(entries), /kept-by-the-edge|203\.0\.113/);
      for (const item of store.days.values()) for (const name of Object.keys(item)) assert.match(name, forms);
    }),
    fuzzRuns(600),
  ));
