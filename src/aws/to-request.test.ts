import assert from 'node:assert/strict';
import test from 'node:test';
import { readEvent } from '../../test/fixtures/read-event.ts';
import { toRequest } from './to-request.ts';

const address = 'https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com';

test('a bare POST becomes a request without a body', () => {
  const { method, url, headers, body } = toRequest(readEvent('bare-post'));
  assert.equal(method, 'POST');
  assert.equal(url, `${address}/visitor`);
  assert.equal(headers.get('cloudfront-viewer-country'), 'DE');
  assert.equal(headers.get('cookie') ?? null, null);
  assert.equal(body, null);
});

test('a request keeps its query, its cookies, its joined headers and its bytes', async () => {
  const { url, headers, body } = toRequest(readEvent('base64-post'));
  assert.equal(url, `${address}/visitor?from=linkedin.com&from=xing.com`);
  assert.equal(headers.get('cookie'), 'theme=dark; lang=de');
  assert.equal(headers.get('x-note'), 'first,second');
  const expected = Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from('ée Grüße 😀'), Buffer.from([255])]);
  assert.deepEqual(await readBytes(body), expected);
});

test('a body and cookies that are null are absent', () => {
  const { headers, body } = toRequest(readEvent('bare-post', { cookies: null, body: null }));
  assert.equal(headers.get('cookie') ?? null, null);
  assert.equal(body, null);
});

test('a body of text becomes its UTF-8 bytes', async () => {
  const { body } = toRequest(readEvent('bare-post', { body: '{"r":"Zürich"}' }));
  assert.equal((await readBytes(body)).toString(), '{"r":"Zürich"}');
});

test('header names are found by lower case, however they came', () => {
  const { headers } = toRequest(readEvent('bare-post', { headers: { 'Content-Length': '3' } }));
  assert.equal(headers.get('content-length'), '3');
  assert.equal(headers.get('constructor') ?? null, null);
});

for (const [rawPath, pathname] of [
  ['/visitor?x', '/visitor%3Fx'],
  ['/visitor#x', '/visitor%23x'],
  ['/Zürich weg', '/Z%C3%BCrich%20weg'],
  ['//other.example/visitor', '//other.example/visitor'],
] as const) {
  test(`the decoded path ${rawPath} stays a path`, () => {
    const url = new URL(toRequest(readEvent('bare-post', { rawPath, rawQueryString: 'a=b' })).url);
    assert.equal(url.origin, address);
    assert.equal(url.pathname, pathname);
    assert.equal(url.search, '?a=b');
  });
}

const bare = readEvent('bare-post');
const malformed: readonly (readonly [title: string, event: unknown, parts: string])[] = [
  [
    'nothing',
    undefined,
    'version "2.0", rawPath, rawQueryString, headers, requestContext.domainName, requestContext.http.method',
  ],
  ['null', null, 'version "2.0"'],
  ['a text', 'event', 'version "2.0"'],
  ['an event of payload format 1.0', { ...bare, version: '1.0' }, 'version "2.0".'],
  ['an event without a path', { ...bare, rawPath: undefined }, 'rawPath.'],
  ['an event without headers', { ...bare, headers: null }, 'headers.'],
  ['an event with a header that is no text', { ...bare, headers: { 'content-length': 5 } }, 'headers.'],
  ['an event with cookies that are no list', { ...bare, cookies: 'a=b' }, 'cookies.'],
  ['an event with a body that is no text', { ...bare, body: { count: 1 } }, 'body.'],
  [
    'an event without a context',
    { ...bare, requestContext: null },
    'requestContext.domainName, requestContext.http.method.',
  ],
  [
    'an event without a method',
    { ...bare, requestContext: { domainName: 'a.example' } },
    'requestContext.http.method.',
  ],
];
for (const [title, event, parts] of malformed) {
  test(`${title} is refused with what is wrong`, () => {
    assert.throws(
      () => toRequest(event),
      (error: Error) => error.message.includes(`it has no valid ${parts}`) && error.message.includes('POST /visitor'),
    );
  });
}

async function readBytes(body: ReturnType<typeof toRequest>['body']): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}
