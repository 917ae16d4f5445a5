import assert from 'node:assert/strict';
import test from 'node:test';
import type { Cloud } from '../../test/local/create-cloud.ts';
import { send } from '../../test/local/send.ts';
import { setUp } from '../../test/local/set-up-distribution.ts';

test('a file comes from the bucket with its own headers and those of the policy', async (context) => {
  const { get, cloud } = await setUp(context);
  const { status, headers, body } = await get('/');
  assert.equal(status, 200);
  assert.equal(body.toString(), cloud.files.get('site/index.html')?.body);
  const { date, connection, 'keep-alive': _, 'x-amz-cf-id': id, etag, 'content-length': length, ...others } = headers;
  assert.ok(date && connection && id && etag && Number(length) > 1000);
  assert.deepEqual(others, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding',
    'x-cache': 'Miss from cloudfront',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=63072000',
    'x-own': 'yes',
    via: '1.1 d1.cloudfront.net (CloudFront)',
  });
});

test('HEAD gets the same headers and no body', async (context) => {
  const { get } = await setUp(context);
  const { status, headers, body } = await get('/', { method: 'HEAD' });
  assert.deepEqual([status, body.length, Number(headers['content-length']) > 1000], [200, 0, true]);
});

test('the function sees a request first: a folder stands for its index', async (context) => {
  const { get } = await setUp(context);
  assert.match((await get('/blog/')).body.toString(), /A folder/);
});

test('without a function the root object stands for the site alone', async (context) => {
  const { get } = await setUp(context, ({ config }) => delete config.DefaultCacheBehavior?.FunctionAssociations);
  assert.equal((await get('/')).status, 200);
  assert.equal((await get('/blog/')).status, 404);
});

test('a function that fails is a 503, and the log knows why', async (context) => {
  const { get, log } = await setUp(context, (cloud) => {
    cloud.functionCode = 'function handler() { return nothing; }';
  });
  const reply = await get('/');
  assert.deepEqual([reply.status, reply.headers['x-cache']], [503, 'FunctionExecutionError from cloudfront']);
  assert.match(log[0] ?? '', /^The viewer-request function failed: ReferenceError: nothing is not defined$/);
});

test('what is not there is the error page with its status, and is asked for again after its time', async (context) => {
  const { get, cloud, wait } = await setUp(context);
  const first = await get('/nothing?a=b');
  assert.deepEqual([first.status, first.body.toString()], [404, '<!doctype html>Nothing here.']);
  assert.equal(first.headers['x-cache'], 'Error from cloudfront');
  assert.equal(first.headers['x-own'], 'yes');
  cloud.files.set('site/nothing', { body: 'now', type: 'text/plain', cache: '' });
  wait(9);
  assert.equal((await get('/nothing')).status, 404);
  wait(2);
  assert.equal((await get('/nothing')).body.toString(), 'now');
});

test('a bucket that does not let the distribution list says 403 for what is not there', async (context) => {
  const { get, cloud } = await setUp(context, ({ policy }) =>
    Object.assign(policy.Statement[0] ?? {}, { Action: 's3:GetObject' }),
  );
  assert.equal((await get('/')).status, 200);
  const { status, body } = await get('/nothing');
  assert.deepEqual([status, /AccessDenied/.test(body.toString())], [403, true]);
  assert.ok(cloud.reads.includes('site/nothing'));
});

for (const [title, change] of [
  [
    'another distribution',
    ({ policy }) =>
      Object.assign(policy.Statement[0] ?? {}, { Condition: { StringEquals: { 'aws:SourceArn': 'other' } } }),
  ],
  ['nobody', (cloud) => Object.assign(cloud, { policy: { Statement: [] } })],
  [
    'whoever signs, and the origin has no access control',
    ({ config }) => delete config.Origins?.Items?.[0]?.OriginAccessControlId,
  ],
] as readonly (readonly [string, (cloud: Cloud) => void])[]) {
  test(`a bucket that lets in ${title} is not read`, async (context) => {
    const { get, cloud } = await setUp(context, change);
    assert.equal((await get('/')).status, 403);
    assert.deepEqual(cloud.reads, []);
  });
}

test('S3 reads a plus in an address as a space', async (context) => {
  const { get, cloud } = await setUp(context, ({ files }) => {
    for (const key of ['a+b', 'c d']) files.set(`site/${key}`, { body: key, type: 'text/plain', cache: '' });
  });
  const replies = [await get('/a+b'), await get('/a%2Bb'), await get('/c+d')];
  assert.deepEqual(
    replies.map(({ status }) => status),
    [404, 200, 200],
  );
  assert.deepEqual(cloud.reads, ['site/a b', 'site/404.html', 'site/a+b', 'site/c d']);
});

test('nothing outside of the origin path is reached', async (context) => {
  const { get, cloud } = await setUp(context);
  for (const target of [
    '/../other/secret.txt',
    '/%2e%2e/other/secret.txt',
    '/..%2fother/secret.txt',
    '//other/secret.txt',
  ]) {
    assert.notEqual((await get(target)).body.toString(), 'secret', target);
  }
  assert.ok(cloud.reads.every((key) => key.startsWith('site/')));
});

test('HTTP is redirected to HTTPS with path and query, and refused where a redirect would lose the body', async (context) => {
  const { url, httpUrl, calls, cloud } = await setUp(context);
  const moved = await send(httpUrl, { target: '/blog/?a=b' });
  assert.deepEqual([moved.status, moved.headers.location], [301, `${url}/blog/?a=b`]);
  assert.equal((await send(httpUrl, { target: '/visitor', method: 'POST' })).status, 403);
  assert.deepEqual([cloud.reads, calls], [[], []]);
});

test('a method that the behavior does not take is refused', async (context) => {
  const { get, cloud } = await setUp(context);
  assert.equal((await get('/', { method: 'POST' })).status, 403);
  assert.equal((await get('/visitor', { method: 'DELETE' })).status, 403);
  assert.deepEqual(cloud.reads, []);
});

test('a disabled distribution serves nothing', async (context) => {
  const { get, cloud } = await setUp(context, ({ config }) => {
    config.Enabled = false;
  });
  const { status, body } = await get('/');
  assert.deepEqual([status, body.toString(), cloud.reads], [403, 'Distribution E1 is disabled.\n', []]);
});

test('what comes by a foreign name or from a page of another site is not answered', async (context) => {
  const { get, cloud, calls } = await setUp(context);
  assert.equal((await get('/', { headers: { host: 'evil.example' } })).status, 421);
  assert.equal((await get('/', { headers: { origin: 'http://127.0.0.1:1' } })).status, 403);
  const visit = { method: 'POST', headers: { origin: 'https://evil.example' } };
  assert.equal((await get('/visitor', visit)).status, 403);
  assert.deepEqual([cloud.reads, calls], [[], []]);
});
