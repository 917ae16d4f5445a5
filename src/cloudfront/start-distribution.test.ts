import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { close, listen } from '#edge';
import { type Cloud, createCloud } from '../../test/local/create-cloud.ts';
import { type Reply, type Sent, send } from '../../test/local/send.ts';
import { startDistribution } from './start-distribution.ts';

type Stage = {
  readonly cloud: Cloud;
  readonly api: Server;
  readonly log: string[];
  readonly httpUrl: string;
  readonly url: string;
  /** What reached the API. */
  readonly calls: { readonly request: IncomingMessage; readonly body: string }[];
  /** Lets so many seconds pass. */
  wait(seconds: number): void;
  get(target: string, sent?: Sent): Promise<Reply>;
};

async function setUp(context: TestContext, change: (cloud: Cloud) => void = () => {}): Promise<Stage> {
  const calls: Stage['calls'] = [];
  const api = createServer(async (request, response) => {
    calls.push({ request, body: (await buffer(request)).toString() });
    if (request.headers['user-agent'] === 'silent') return;
    if (request.method !== 'POST') return response.writeHead(404, { server: 'api' }).end('{"message":"Not Found"}');
    response.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': ['a=1', 'b=2'],
    });
    response.end(`{"count":${calls.length}}`);
  });
  const cloud = createCloud(await listen(api, { host: '127.0.0.1', port: 0, tries: 1 }));
  change(cloud);
  const log: string[] = [];
  let time = Date.now();
  const edge = await startDistribution({
    id: 'E1',
    reader: cloud.reader,
    log: (text) => log.push(text),
    now: () => new Date(time),
  });
  context.after(async () => {
    await edge.stop();
    if (api.listening) await close(api);
  });
  return {
    cloud,
    api,
    log,
    calls,
    httpUrl: edge.httpUrl,
    url: edge.url,
    wait: (seconds) => {
      time += seconds * 1000;
    },
    get: (target, sent = {}) => send(edge.url, { target, ca: edge.ca, ...sent }),
  };
}

const cacheOf = ({ headers }: Reply) => [headers['x-cache'], headers.age];

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

test('an API that is away is a 502, one that is silent a 504', async (context) => {
  const { get, api, log } = await setUp(context, ({ config }) => {
    const [, server] = config.Origins?.Items ?? [];
    Object.assign(server?.CustomOriginConfig ?? {}, { OriginReadTimeout: 0.05 });
  });
  const silent = await get('/visitor', { method: 'POST', headers: { 'user-agent': 'silent' } });
  assert.equal(silent.status, 504);
  await close(api);
  const away = await get('/visitor', { method: 'POST' });
  assert.deepEqual([away.status, away.headers['x-own']], [502, 'yes']);
  assert.match(log.join('\n'), /did not answer in full within 0\.05 s\.\n.*ECONNREFUSED/);
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
