import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { close, listen } from '#edge';
import { createSite } from '../../test/local/create-site.ts';
import { send } from '../../test/local/send.ts';
import { startApi } from './start-api.ts';
import { startEdge } from './start-edge.ts';

const site = createSite();

async function startApiStandIn(context: TestContext, answer: RequestListener, timeoutMs = 30_000) {
  const server = createServer(answer);
  const apiUrl = await listen(server, { host: '127.0.0.1', port: 0, maxPorts: 1 });
  const edge = await startEdge({ apiUrl, originSecret: 'secret of the edge', site, timeoutMs });
  context.after(async () => {
    await edge.stop();
    await close(server);
  });
  return { server, edge };
}

test('a visit reaches the API with what CloudFront lets through and adds, and nothing else', async (context) => {
  let came: IncomingMessage | undefined;
  let body = '';
  const { edge } = await startApiStandIn(context, async (request, response) => {
    came = request;
    body = (await buffer(request)).toString();
    response.writeHead(200, { 'content-type': 'application/json', 'x-visitor': 'counted' }).end('{"count":7}');
  });
  const reply = await send(edge.url, {
    method: 'POST',
    target: '/visitor?evil=1',
    headers: {
      'content-type': 'text/plain',
      cookie: 'a=b',
      authorization: 'secret',
      origin: edge.url,
      dnt: '1',
      'sec-fetch-site': 'same-origin',
      'sec-gpc': '1',
      'sec-purpose': 'prefetch',
      'user-agent': 'Mozilla/5.0 (iPhone) Mobile',
      'x-forwarded-for': '203.0.113.9',
      'x-origin-secret': 'guessed',
      'cloudfront-viewer-country': 'DE',
    },
    body: 'hello',
  });

  assert.equal(reply.status, 200);
  assert.equal(reply.body.toString(), '{"count":7}');
  assert.equal(reply.headers['x-visitor'], 'counted');
  assert.equal(came?.method, 'POST');
  assert.equal(came?.url, '/visitor');
  assert.equal(body, 'hello');
  const { host, connection, 'cloudfront-viewer-address': address, ...headers } = came?.headers ?? {};
  assert.match(address as string, /^127\.0\.0\.1:\d+$/);
  assert.notEqual(host, new URL(edge.url).host);
  assert.equal(connection, 'keep-alive');
  assert.deepEqual(headers, {
    'content-length': '5',
    dnt: '1',
    origin: edge.url,
    'sec-fetch-site': 'same-origin',
    'sec-gpc': '1',
    'sec-purpose': 'prefetch',
    'user-agent': 'Mozilla/5.0 (iPhone) Mobile',
    'x-forwarded-for': '203.0.113.9, 127.0.0.1',
    'x-origin-secret': 'secret of the edge',
    via: '1.1 local (CloudFront)',
    'cloudfront-viewer-country': 'ZZ',
    'cloudfront-is-mobile-viewer': 'true',
    'cloudfront-is-tablet-viewer': 'false',
  });
});

test("the API's answer carries the site's headers in place of its own", async (context) => {
  const { edge } = await startApiStandIn(context, (_, response) => {
    response.writeHead(500, { 'x-content-type-options': 'sniff', 'keep-alive': 'timeout=99' }).end('no');
  });
  const { status, headers, body } = await send(edge.url, { method: 'POST', target: '/visitor' });
  assert.equal(status, 500);
  assert.equal(body.toString(), 'no');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['content-security-policy'], site.headers['content-security-policy']);
  assert.notEqual(headers['keep-alive'], 'timeout=99');
});

test("the API's 404 becomes the site's 404 page, as the distribution's error page does it", async (context) => {
  const { edge } = await startApiStandIn(context, (_, response) =>
    response.writeHead(404).end('{"message":"Not Found"}'),
  );
  const { status, body } = await send(edge.url, { target: '/visitor' });
  assert.equal(status, 404);
  assert.match(body.toString(), /<title>Nothing/);
});

test('an API that cannot be reached is a 502 that says what to do', async (context) => {
  const { edge, server } = await startApiStandIn(context, () => {});
  await close(server);
  server.listen(0);
  const { status, headers, body } = await send(edge.url, { method: 'POST', target: '/visitor' });
  assert.equal(status, 502);
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(JSON.parse(body.toString()).error, /cannot be reached\. Start the preview again/);
});

test('an API that drops the connection is a 502, and gets the visit once', async (context) => {
  let visits = 0;
  const { edge } = await startApiStandIn(context, (request) => {
    visits += 1;
    request.socket.destroy();
  });
  assert.equal((await send(edge.url, { method: 'POST', target: '/visitor' })).status, 502);
  assert.equal(visits, 1);
});

test('an API that does not answer is a 504', async (context) => {
  const { edge } = await startApiStandIn(context, () => {}, 50);
  const { status, body } = await send(edge.url, { method: 'POST', target: '/visitor' });
  assert.equal(status, 504);
  assert.match(JSON.parse(body.toString()).error, /did not answer within 0\.05 s/);
});

test('a client that goes away in the middle of its visit harms nobody', async (context) => {
  const arrived = Promise.withResolvers<IncomingMessage>();
  const { edge } = await startApiStandIn(context, (request, response) => {
    if (request.headers['content-length'] === '100') arrived.resolve(request);
    else response.end('{"count":1}');
  });
  const { request } = await import('node:http');
  const half = request(`${edge.url}/visitor`, { method: 'POST', headers: { 'content-length': '100' } });
  half.on('error', () => {});
  half.write('half');
  const upstream = await arrived.promise;
  const gone = new Promise((resolve) => upstream.on('error', resolve));
  half.destroy();
  await gone;
  assert.equal((await send(edge.url, { method: 'POST', target: '/visitor' })).body.toString(), '{"count":1}');
});

test("an answer that breaks off in the middle breaks off the visitor's too", async (context) => {
  const { edge } = await startApiStandIn(context, (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  await assert.rejects(send(edge.url, { method: 'POST', target: '/visitor' }), /aborted/);
});

test('the API says what is too large for it, while more of it is still coming', async (context) => {
  const api = await startApi({ bundle: '/nowhere', env: {} });
  const edge = await startEdge({ apiUrl: api.url });
  context.after(async () => {
    await edge.stop();
    await api.stop();
  });
  const { status } = await send(edge.url, { method: 'POST', target: '/visitor', body: Buffer.alloc(20 << 20) });
  assert.equal(status, 413);
});
