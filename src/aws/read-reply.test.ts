import assert from 'node:assert/strict';
import test from 'node:test';
import { readReply } from './read-reply.ts';

const count = (n: unknown) => JSON.stringify({ Attributes: { count: { N: n } } });

for (const [text, total] of [
  ['1', 1],
  ['0', 0],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
] as const) {
  test(`a count of ${text} is read`, () => {
    assert.equal(readReply({ status: 200, body: count(text) }), total);
  });
}

const unreadable: readonly (readonly [title: string, status: number, body: string])[] = [
  ['an empty body', 200, ''],
  ['a page', 200, '<!doctype html>'],
  ['null', 200, 'null'],
  ['a list', 200, '[]'],
  ['no attributes', 200, '{}'],
  ['no count', 200, '{"Attributes":{"other":{"N":"1"}}}'],
  ['a count that is text', 200, '{"Attributes":{"count":{"S":"1"}}}'],
  ['a count that is a bare number', 200, count(1)],
  ['an empty count', 200, count('')],
  ['a fraction', 200, count('1.5')],
  ['a negative count', 200, count('-1')],
  ['a count in another notation', 200, count('1e3')],
  ['a count too large for a number', 200, count('9007199254740992')],
  ['a page with an error', 502, '<html>Bad Gateway</html>'],
  ['an error without a type', 400, '{"message":"no"}'],
  ['a count under another status', 201, count('1')],
];
for (const [title, status, body] of unreadable) {
  test(`a reply of ${status} with ${title} is unreadable`, () => {
    assert.throws(() => readReply({ status, body }), {
      name: 'UnreadableReply',
      message: new RegExp(`^Status ${status}`),
    });
  });
}

test('an error of DynamoDB keeps its name and the first line of its message', () => {
  const body = JSON.stringify({
    __type: 'com.amazon.coral.service#InvalidSignatureException',
    message: 'The signature does not match.\n\nThe canonical string should have been\nx-amz-security-token:token',
  });
  assert.throws(() => readReply({ status: 400, body }), {
    name: 'InvalidSignatureException',
    message: 'Status 400: The signature does not match.',
  });
});

test('a capital Message is read as well, and a long one cut', () => {
  const body = JSON.stringify({ __type: 'AccessDeniedException', Message: 'x'.repeat(1000) });
  assert.throws(() => readReply({ status: 400, body }), {
    name: 'AccessDeniedException',
    message: `Status 400: ${'x'.repeat(300)}`,
  });
});
