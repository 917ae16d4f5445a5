import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { type Bucket, createBucket } from '#aws';
import { UserError } from '#cli';
import { readClientSettings } from './client-settings.ts';

type Reply = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

/** A bucket behind a server that answers each request with the next reply, and remembers the requests. */
async function openBucket(t: TestContext, ...replies: readonly Reply[]) {
  const requests: { readonly line: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
  const server = createServer((request, response) => {
    const { status, headers, body = '' } = replies[requests.length] ?? { status: 500 };
    requests.push({ line: `${request.method} ${request.url?.split('?')[0]}`, headers: request.headers });
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    AWS_ENDPOINT_URL_S3: url,
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'key',
  };
  return { bucket: await createBucket({ name: 'files', region: 'eu-central-1' }, env), requests };
}

const headers = { type: 'text/html', cache: 'no-cache' };

const error = (status: number, code: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});
const found = (etag: string): Reply => ({ status: 200, headers: { etag } });

const file = (key: string) => `<Contents><Key>${key}</Key><ETag>"1"</ETag></Contents>`;
const listing = (...parts: readonly string[]): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<ListBucketResult>${parts.join('')}</ListBucketResult>`,
});
const own = '<Name>files</Name>';
const count = (keys: number) => `<KeyCount>${keys}</KeyCount>`;
const more = (token: string) =>
  `<IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken>`;
const proxy = (body: string): Reply => ({ status: 200, headers: { 'content-type': 'text/html' }, body });

const noListings: readonly (readonly [title: string, ...replies: readonly Reply[]])[] = [
  ['a page of a proxy', proxy('<html><body>Sign in</body></html>')],
  ['nothing', proxy('')],
  ['that of another bucket', listing('<Name>other</Name>', count(1), file('a'))],
  ['that of no bucket', listing(count(0))],
  ['a name alone', listing(own)],
  ['fewer files than it says', listing(own, count(2), file('a'))],
  ['files without a key', listing(own, count(0), '<Contents><ETag>"1"</ETag></Contents>')],
  ['files without an ETag', listing(own, count(0), '<Contents><Key>a</Key></Contents>')],
  ['cut off', listing(own, count(1), '<IsTruncated>true</IsTruncated>', file('a'))],
  ['going on after its end', listing(own, count(0), more('t').replace('true', 'false')), listing(own, count(0))],
  ['the same page again', ...Array(2).fill(listing(own, count(1), more('t'), file('a')))],
  ['one that names a file twice', listing(own, count(2), file('a'), file('a'))],
  ['one page after the other without a file', ...Array(100).fill(listing(own, count(0), more('t')))],
];
for (const [title, ...replies] of noListings) {
  test(`a listing that is ${title} is an error, not another bucket`, async (t) => {
    const { bucket, requests } = await openBucket(t, ...replies);
    await assert.rejects(bucket.list(), /^Error: Listing the files of the bucket files failed\. /);
    // None is asked for again, as a fault of AWS would be.
    assert.ok(requests.length <= replies.length);
  });
}

test('a listing has several pages', async (t) => {
  const [first, last] = [listing(own, count(1), more('t'), file('a')), listing(own, count(1), file('b'))];
  const { bucket } = await openBucket(t, first, listing(own, count(0), more('u')), last);
  assert.deepEqual([...(await bucket.list()).keys()], ['a', 'b']);
});

test('an empty bucket is one that says so', async (t) => {
  const body = '<ListBucketResult><Name>files</Name><KeyCount>0</KeyCount></ListBucketResult>';
  const { bucket } = await openBucket(t, { status: 200, headers: { 'content-type': 'application/xml' }, body });
  assert.deepEqual([...(await bucket.list())], []);
});

test('an index is written only over what was read', async (t) => {
  const { bucket, requests } = await openBucket(t, found('"2"'), found('"1"'), error(412, 'PreconditionFailed'));
  assert.deepEqual(await bucket.replace('releases.json', '{}', '"1"'), { etag: '"2"' });
  assert.deepEqual(await bucket.replace('releases.json', '{}', undefined), { etag: '"1"' });
  assert.equal(await bucket.replace('releases.json', '{}', undefined), undefined);
  assert.deepEqual(
    requests.map(({ headers }) => [headers['if-match'], headers['if-none-match']]),
    [
      ['"1"', undefined],
      [undefined, '*'],
      [undefined, '*'],
    ],
  );
});

const guarded: readonly (readonly [what: string, send: (bucket: Bucket, guard: () => void) => Promise<unknown>])[] = [
  ['copy', (bucket, guard) => bucket.copy('bodies/1', 'site/a', { ...headers, replaces: undefined }, guard)],
  ['removal', (bucket, guard) => bucket.remove('site/a', guard)],
];
for (const [what, send] of guarded) {
  test(`each attempt of a ${what} is sent only while it still may be`, async (t) => {
    const { bucket, requests } = await openBucket(t, { status: 500 }, { status: 500 }, { status: 500 });
    let looks = 0;
    const guard = () => {
      looks += 1;
      if (looks === 2) throw new UserError('It is too late.');
    };
    await assert.rejects(send(bucket, guard), /^UserError: It is too late\.$/);
    assert.deepEqual([looks, requests.length], [2, 1]);
  });
}

for (const code of ['ConditionalRequestConflict', 'NoSuchKey']) {
  test(`${code} says that someone else was quicker`, async (t) => {
    const { bucket } = await openBucket(t, error(code === 'NoSuchKey' ? 404 : 409, code));
    assert.equal(await bucket.replace('releases.json', '{}', '"1"'), undefined);
  });
}

test('a copy replaces only what was seen, and gives its headers', async (t) => {
  const reply = { status: 200, body: '<CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>' };
  const { bucket, requests } = await openBucket(t, reply, reply);
  assert.equal(await bucket.copy('bodies/1', 'site/a', { ...headers, replaces: '"0"' }, () => {}), true);
  assert.equal(await bucket.copy('bodies/1', 'site/a', { ...headers, replaces: undefined }, () => {}), true);
  const names = ['if-match', 'if-none-match', 'content-type', 'cache-control', 'x-amz-metadata-directive'];
  assert.deepEqual(
    requests.map((request) => names.map((name) => request.headers[name])),
    [
      ['"0"', undefined, 'text/html', 'no-cache', 'REPLACE'],
      [undefined, '*', 'text/html', 'no-cache', 'REPLACE'],
    ],
  );
});

const races: readonly (readonly [title: string, source: Reply, place: Reply, isPlaced: boolean])[] = [
  ['the same content', found('"1"'), found('"1"'), true],
  ['another content', found('"1"'), found('"2"'), false],
  ['nothing any more', found('"1"'), { status: 404 }, false],
  ['nothing, and the content is gone too', { status: 404 }, { status: 404 }, false],
];
for (const [title, source, place, isPlaced] of races) {
  test(`a copy that finds ${title} in its place ${isPlaced ? 'is done' : 'was too late'}`, async (t) => {
    const { bucket, requests } = await openBucket(t, error(412, 'PreconditionFailed'), source, place);
    assert.equal(await bucket.copy('bodies/1', 'site/a', { ...headers, replaces: '"0"' }, () => {}), isPlaced);
    // What has no source needs no second look.
    const looks = ['HEAD /files/bodies/1', 'HEAD /files/site/a'].slice(0, source.status === 404 ? 1 : 2);
    assert.deepEqual(
      requests.slice(1).map(({ line }) => line),
      looks,
    );
  });
}

test('a request that is not answered is given up, and not only remarked on', () => {
  assert.deepEqual(readClientSettings({}, 'S3'), {
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  });
});

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' };
const settings: readonly (readonly [title: string, env: Readonly<Record<string, string>>, expected: object])[] = [
  ['an endpoint for all', { AWS_ENDPOINT_URL: 'http://a' }, { endpoint: 'http://a' }],
  ['one of its own', { AWS_ENDPOINT_URL: 'http://a', AWS_ENDPOINT_URL_S3: 'http://b' }, { endpoint: 'http://b' }],
  ['one of another service', { AWS_ENDPOINT_URL_STS: 'http://b' }, {}],
  ['a profile', { AWS_PROFILE: 'me' }, { profile: 'me' }],
  ['keys', keys, { credentials: { accessKeyId: 'id', secretAccessKey: 'key' } }],
  ['half a key', { AWS_ACCESS_KEY_ID: 'id' }, {}],
  [
    'keys of a session',
    { ...keys, AWS_SESSION_TOKEN: 'token' },
    { credentials: { accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' } },
  ],
];
for (const [title, env, expected] of settings) {
  test(`a client takes ${title} from the environment that it is given`, () => {
    const { requestHandler: _, ...rest } = readClientSettings(env, 'S3');
    assert.deepEqual(rest, expected);
  });
}
