import assert from 'node:assert/strict';
import test from 'node:test';
import { close } from '#edge';
import { cacheOf, setUp } from '../../test/local/set-up-distribution.ts';

test('a visit reaches the API with the secret, what the policy lets through, what CloudFront adds, and nothing else', async (context) => {
  const { get, calls, url } = await setUp(context);
  const reply = await get('/visitor?evil=1', {
    method: 'POST',
    headers: {
      origin: url,
      'user-agent': 'Mozilla/5.0',
      cookie: 'a=b',
      authorization: 'secret',
      'x-origin-secret': 'guess',
      'cloudfront-viewer-country': 'DE',
      'x-forwarded-for': '203.0.113.9',
    },
    body: 'hello',
  });
  assert.deepEqual([reply.status, reply.body.toString()], [200, '{"count":1}']);
  assert.deepEqual(cacheOf(reply), ['Miss from cloudfront', undefined]);
  assert.deepEqual(reply.headers['set-cookie'], ['a=1', 'b=2']);
  const [call] = calls;
  assert.deepEqual([call?.request.method, call?.request.url, call?.body], ['POST', '/visitor', 'hello']);
  const {
    host: _,
    connection: __,
    'x-amz-cf-id': id,
    'cloudfront-viewer-address': address,
    ...headers
  } = call?.request.headers ?? {};
  assert.equal(id, reply.headers['x-amz-cf-id']);
  assert.match(String(address), /^127\.0\.0\.1:\d+$/);
  assert.deepEqual(headers, {
    'cloudfront-viewer-country': 'ZZ',
    'content-length': '5',
    origin: url,
    'user-agent': 'Mozilla/5.0',
    via: '1.1 d1.cloudfront.net (CloudFront)',
    'x-forwarded-for': '203.0.113.9, 127.0.0.1',
    'x-origin-secret': 'secret',
  });
});

test('no visit is answered from the cache, and the error page stands for the 404 of the API too', async (context) => {
  const { get, calls } = await setUp(context);
  const counts = [];
  for (let visit = 1; visit <= 2; visit += 1) counts.push((await get('/visitor', { method: 'POST' })).body.toString());
  assert.deepEqual(counts, ['{"count":1}', '{"count":2}']);
  const { status, body, headers } = await get('/visitor');
  assert.deepEqual([status, body.toString(), headers.server], [404, '<!doctype html>Nothing here.', undefined]);
  assert.equal(calls.length, 3);
});

test('an API that is away is a 502', async (context) => {
  const { get, api, log } = await setUp(context);
  await close(api);
  const { status, headers } = await get('/visitor', { method: 'POST' });
  assert.deepEqual([status, headers['x-own']], [502, 'yes']);
  assert.match(log.join('\n'), /ECONNREFUSED/);
});

test('an API that is silent is a 504', async (context) => {
  const { get, log } = await setUp(context, ({ config }) => {
    const [, server] = config.Origins?.Items ?? [];
    Object.assign(server?.CustomOriginConfig ?? {}, { OriginReadTimeout: 0.05 });
  });
  const { status } = await get('/visitor', { method: 'POST', headers: { 'user-agent': 'silent' } });
  assert.equal(status, 504);
  assert.match(log.join('\n'), /did not answer in full within 0\.05 s\./);
});
