import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { close, listen } from '#edge';
import { createSite } from '../../test/local/create-site.ts';
import { type Sent, send } from '../../test/local/send.ts';
import { startEdge } from './start-edge.ts';

const site = createSite();
const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site });
test.after(() => edge.stop());

function bodyOf(path: string): Buffer {
  return Buffer.from(site.files.find((file) => file.path === path)?.body ?? []);
}

const found: readonly (readonly [target: string, path: string])[] = [
  ['/', 'index.html'],
  ['/?utm_source=x', 'index.html'],
  ['/index.html', 'index.html'],
  ['/blog/', 'blog/index.html'],
  ['/assets/style.abc.css', 'assets/style.abc.css'],
  ['/assets%2Fstyle.abc.css', 'assets/style.abc.css'],
  ['/r%C3%A9sum%C3%A9%201.txt', 'résumé 1.txt'],
  ['/r%C3%A9sum%C3%A9+1.txt', 'résumé 1.txt'],
  ['/a%2Bb.txt', 'a+b.txt'],
  ['/photo.jpg', 'photo.jpg'],
];

for (const [target, path] of found) {
  test(`GET ${target} is ${path} with its type, its cache rule and the site's headers`, async () => {
    const { status, headers, body } = await send(edge.url, { target });
    const file = site.files.find((one) => one.path === path);
    assert.equal(status, 200);
    assert.deepEqual(body, bodyOf(path));
    assert.equal(headers['content-type'], file?.type);
    assert.equal(headers['cache-control'], file?.cache);
    assert.equal(headers['content-length'], String(file?.body.length));
    for (const [name, value] of Object.entries(site.headers)) assert.equal(headers[name], value);
  });
}

const lost = [
  '/nothing',
  // S3 reads a plus as a space.
  '/a+b.txt',
  '/blog',
  '/blog/index.html/',
  '//',
  '//index.html',
  '/./index.html',
  '/../index.html',
  '/blog/../index.html',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..\\..\\etc\\passwd',
  '/%',
  '/%zz',
  '/%ff',
  '/index.html%00',
  '/etc/passwd',
  '/constructor',
  '/__proto__',
  `/${'a'.repeat(8000)}`,
];

for (const target of lost) {
  test(`GET ${target.slice(0, 40)} is the 404 page`, async () => {
    const { status, headers, body } = await send(edge.url, { target });
    assert.equal(status, 404);
    assert.deepEqual(body, bodyOf('404.html'));
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
  test(`${method} / is refused with what is allowed`, async () => {
    const { status, headers, body } = await send(edge.url, { method });
    assert.equal(status, 405);
    assert.equal(headers.allow, 'GET, HEAD');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(body.toString(), /GET and HEAD/);
  });
}

test('HEAD has the headers of GET, and no body', async () => {
  const got = await send(edge.url, { headers: { 'accept-encoding': 'br' } });
  const asked = await send(edge.url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  assert.equal(asked.status, 200);
  assert.equal(asked.body.length, 0);
  assert.ok(got.body.length > 0);
  assert.deepEqual({ ...asked.headers, date: '' }, { ...got.headers, date: '' });
});

test('Brotli and gzip unpack to the very bytes, are smaller and say so', async () => {
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const { headers, body } = await send(edge.url, { headers: { 'accept-encoding': encoding } });
    assert.equal(headers['content-encoding'], encoding);
    assert.equal(headers.vary, 'accept-encoding');
    assert.ok(body.length < bodyOf('index.html').length);
    assert.deepEqual(unpack(body), bodyOf('index.html'));
  }
});

test('what can be packed varies by encoding even when it is sent as it is', async () => {
  const { headers } = await send(edge.url);
  assert.equal(headers['content-encoding'], undefined);
  assert.equal(headers.vary, 'accept-encoding');
});

test('pictures and small files are never packed', async () => {
  for (const target of ['/photo.jpg', '/blog/']) {
    const { headers } = await send(edge.url, { target, headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(headers['content-encoding'], undefined);
    assert.equal(headers.vary, undefined);
  }
});

test('every encoding has a strong ETag of its own', async () => {
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(
      async (accept) => (await send(edge.url, { headers: { 'accept-encoding': accept } })).headers.etag,
    ),
  );
  for (const tag of tags) assert.match(tag ?? '', /^"[\w-]+"$/);
  assert.equal(new Set(tags).size, 3);
});

test('a client that has the file gets 304 with the headers and without a body', async () => {
  const { headers } = await send(edge.url);
  const etag = headers.etag ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"a",W/${etag} ,"b"`, '*']) {
    const again = await send(edge.url, { headers: { 'if-none-match': known } });
    assert.equal(again.status, 304, known);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers.etag, etag);
    assert.equal(again.headers['cache-control'], 'public, max-age=0, must-revalidate');
    assert.equal(again.headers['content-security-policy'], site.headers['content-security-policy']);
    assert.equal(again.headers['content-type'], undefined);
  }
});

test('a client that has another version gets the file', async () => {
  const { headers } = await send(edge.url);
  const packed = `${headers.etag?.slice(0, -1)}-br"`;
  for (const known of ['"other"', '', packed, headers.etag?.slice(1, -1) ?? '']) {
    assert.equal((await send(edge.url, { headers: { 'if-none-match': known } })).status, 200, known);
  }
});

test('the 404 page is never answered with 304', async () => {
  assert.equal((await send(edge.url, { target: '/no', headers: { 'if-none-match': '*' } })).status, 404);
});

test('a page that a browser opens is exactly the file, unless reloading is wanted', async () => {
  const request: Sent = { headers: { 'sec-fetch-dest': 'document' } };
  assert.deepEqual((await send(edge.url, request)).body, bodyOf('index.html'));
  assert.equal((await send(edge.url, { target: '/.preview/events' })).status, 404);
});

test('what the preview says itself is only read, and only by who opened it', async (context) => {
  const edge = await startEdge({
    apiUrl: 'http://127.0.0.1:1',
    site,
    reload: true,
    renderStats: async () => 'numbers',
  });
  context.after(() => edge.stop());
  for (const target of ['/.preview/stats', '/.preview/events']) {
    for (const method of ['POST', 'OPTIONS', 'TRACE']) {
      assert.equal((await send(edge.url, { method, target })).status, 405, `${method} ${target}`);
    }
    const { status, body, headers } = await send(edge.url, { method: 'HEAD', target });
    assert.deepEqual([status, body.length], [200, 0]);
    const { connection, date, 'content-length': length, 'content-type': type, ...own } = headers;
    assert.deepEqual(own, {
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  }
});

test('an edge without a site says so with status 503', async () => {
  const empty = await startEdge({ apiUrl: 'http://127.0.0.1:1' });
  const { status, headers, body } = await send(empty.url, { target: '/any' });
  await empty.stop();
  assert.equal(status, 503);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  assert.match(body.toString(), /not built yet/);
});

test('a site without a 404 page has a plain sentence', async () => {
  edge.showSite({ ...site, files: [] });
  const { status, headers, body } = await send(edge.url);
  edge.showSite(site);
  assert.equal(status, 404);
  assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(body.toString(), 'There is no such page.\n');
});

for (const [title, headers, status] of [
  ['by a name that is not this machine', { host: 'evil.example' }, 421],
  ['from a page of another site', { origin: 'http://evil.example' }, 403],
] as const) {
  test(`nothing is answered to what comes ${title}`, async (context) => {
    let asked = 0;
    const renderStats = async () => `${++asked}`;
    const api = createServer((_, response) => response.end(`${++asked}`));
    const apiUrl = await listen(api, { host: '127.0.0.1', port: 0, maxPorts: 1 });
    const guarded = await startEdge({ apiUrl, site, reload: true, renderStats });
    context.after(async () => {
      await guarded.stop();
      await close(api);
    });
    for (const target of ['/', '/index.html', '/.preview/stats', '/.preview/events', '/visitor']) {
      const method = target === '/visitor' ? 'POST' : 'GET';
      const reply = await send(guarded.url, { method, target, headers });
      assert.equal(reply.status, status, target);
      assert.equal(reply.headers['x-content-type-options'], 'nosniff');
      assert.equal(reply.headers['access-control-allow-origin'], undefined);
      assert.ok(reply.body.length < 200);
    }
    assert.equal(asked, 0);
  });
}
