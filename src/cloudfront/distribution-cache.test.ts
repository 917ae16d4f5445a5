import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { cacheOf, setUp } from '../../test/local/set-up-distribution.ts';

test('an immutable file is read once, a page is asked about after a second', async (context) => {
  const { get, cloud, wait } = await setUp(context);
  const seen = [];
  for (const target of ['/a.css', '/']) {
    for (const seconds of [0, 0.5, 1]) {
      wait(seconds);
      seen.push(cacheOf(await get(target)));
    }
  }
  assert.deepEqual(seen, [
    ['Miss from cloudfront', undefined],
    ['Hit from cloudfront', '0'],
    ['Hit from cloudfront', '1'],
    ['Miss from cloudfront', undefined],
    ['Hit from cloudfront', '0'],
    ['RefreshHit from cloudfront', '0'],
  ]);
  assert.deepEqual(cloud.reads, ['site/a.css', 'site/index.html', 'site/index.html if changed']);
});

test('a page that has changed is read anew after its time', async (context) => {
  const { get, cloud, wait } = await setUp(context);
  await get('/blog/');
  cloud.files.set('site/blog/index.html', { body: 'new', type: 'text/html', cache: '' });
  wait(1.1);
  const reply = await get('/blog/');
  assert.deepEqual([reply.body.toString(), ...cacheOf(reply)], ['new', 'Miss from cloudfront', undefined]);
});

test('an invalidation is carried out once, within a tenth of a second', async (context) => {
  const { get, cloud, wait, log } = await setUp(context, ({ invalidations }) => {
    invalidations.push({ id: 'OLD', paths: ['/*'] });
  });
  await get('/a.css');
  cloud.invalidations.push({ id: 'NEW', paths: ['/a*', '/nothing'] });
  wait(0.05);
  assert.deepEqual(cacheOf(await get('/a.css')), ['Hit from cloudfront', '0']);
  wait(0.1);
  assert.deepEqual(cacheOf(await get('/a.css')), ['Miss from cloudfront', undefined]);
  wait(2);
  assert.deepEqual(cacheOf(await get('/a.css')), ['Hit from cloudfront', '2']);
  assert.deepEqual(log, ['Invalidation NEW: /a* /nothing (1 forgotten)']);
});

test('a change of the distribution is seen within five seconds', async (context) => {
  const { get, cloud, wait } = await setUp(context);
  cloud.functionCode =
    'function handler() { return { statusCode: 410, headers: { "x-a": { value: "b" } }, body: "gone" }; }';
  wait(4);
  assert.equal((await get('/')).status, 200);
  wait(2);
  const { status, headers, body } = await get('/');
  assert.deepEqual([status, headers['x-a'], headers['x-own'], body.toString()], [410, 'b', 'yes', 'gone']);
});

test('an account that cannot be read any more leaves the edge with what it knew', async (context) => {
  const { get, cloud, wait, log } = await setUp(context);
  Object.assign(cloud.reader, {
    readDistribution: async () => {
      throw new Error('AWS cannot be reached.');
    },
  });
  wait(11);
  assert.equal((await get('/')).status, 200);
  assert.deepEqual(log, ['AWS cannot be reached. The edge goes on with what it knew before.']);
});

test('a bucket that cannot be read is a 502 that says why', async (context) => {
  const { get, cloud, log } = await setUp(context);
  Object.assign(cloud.reader, {
    readObject: async () => {
      throw new Error('Reading failed. Sign in again.');
    },
  });
  const { status, body } = await get('/');
  assert.deepEqual(
    [status, body.toString(), log],
    [502, 'Reading failed. Sign in again.\n', ['Reading failed. Sign in again.']],
  );
});

test('bodies are packed as the viewer accepts it, with a weak version', async (context) => {
  const { get, cloud } = await setUp(context);
  const plain = await get('/');
  const packed = await get('/', { headers: { 'accept-encoding': 'gzip;q=0.5, br' } });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(packed.body).toString(), plain.body.toString());
  assert.equal(packed.headers.etag, `W/${plain.headers.etag}`);
  assert.equal((await get('/', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'], 'gzip');
  assert.equal((await get('/a.css', { headers: { 'accept-encoding': 'br' } })).headers['content-encoding'], undefined);
  assert.equal(cloud.reads.filter((key) => key === 'site/index.html').length, 3);
});

test('whoever has the newest version gets 304 with the policy headers', async (context) => {
  const { get } = await setUp(context);
  const { headers } = await get('/', { headers: { 'accept-encoding': 'br' } });
  const again = await get('/', { headers: { 'accept-encoding': 'br', 'if-none-match': headers.etag ?? '' } });
  assert.deepEqual([again.status, again.body.length, again.headers['x-own']], [304, 0, 'yes']);
  assert.equal(again.headers['content-type'], undefined);
  assert.equal((await get('/', { headers: { 'if-none-match': '"other"' } })).status, 200);
});
