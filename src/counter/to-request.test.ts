import assert from 'node:assert/strict';
import test from 'node:test';
import { originSecretHash, readEvent } from '../../test/fixtures/read-event.ts';
import { toRequest } from './to-request.ts';

const hashes = ['0'.repeat(64), originSecretHash];

test('a bare POST becomes a request without a body', () => {
  const event = readEvent('bare-post');
  assert.deepEqual(toRequest(event, hashes), {
    route: 'POST /visitor',
    isFromEdge: true,
    headers: event.headers,
    body: '',
  });
});

for (const body of [null, undefined, '']) {
  for (const isBase64Encoded of [false, true]) {
    test(`a body that is ${JSON.stringify(body)} and ${isBase64Encoded ? 'Base64' : 'text'} is empty`, () => {
      const { body: _, ...event } = readEvent('bare-post', { isBase64Encoded });
      assert.equal(toRequest(body === undefined ? event : { ...event, body }, hashes).body, '');
    });
  }
}

test('a message is the same as text and in Base64', () => {
  assert.equal(toRequest(readEvent('page-message'), hashes).body, readEvent('page-message').body);
  assert.equal(toRequest(readEvent('base64-post'), hashes).body, '{"id":"Zz0-_aA9","r":"xing.com"}');
});

const secrets: readonly (readonly [title: string, secret: string | undefined, isFromEdge: boolean])[] = [
  ['the secret', 'kept-by-the-edge-of-the-tests', true],
  ['no secret', undefined, false],
  ['an empty secret', '', false],
  ['another secret', 'kept-by-the-edge-of-others', false],
  ['the hash of the secret', originSecretHash, false],
];
for (const [title, secret, isFromEdge] of secrets) {
  test(`an event with ${title} is ${isFromEdge ? '' : 'not '}from the edge`, () => {
    const { 'x-origin-secret': _, ...headers } = readEvent('bare-post').headers;
    const event = readEvent('bare-post', {
      headers: { ...headers, ...(secret !== undefined && { 'x-origin-secret': secret }) },
    });
    assert.equal(toRequest(event, hashes).isFromEdge, isFromEdge);
  });
}

const bare = readEvent('bare-post');
const malformed: readonly (readonly [title: string, event: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'event'],
  ['an empty event', {}],
  ['an event without headers', { ...bare, headers: null }],
  ['an event whose body is no Base64', { ...bare, body: '{', isBase64Encoded: true }],
];
for (const [title, event] of malformed) {
  test(`${title} is no request`, () => assert.throws(() => toRequest(event, hashes)));
}
