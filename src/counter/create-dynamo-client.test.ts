import assert from 'node:assert/strict';
import test from 'node:test';
import { createDynamoClient, readReply } from './create-dynamo-client.ts';

const item = { count: { N: '7' }, cur: { SS: ['a', 'b'] } };

for (const [title, body, expected] of [
  ['an update', { Attributes: item }, item],
  ['a read', { Item: item }, item],
  ['a read of an item that does not exist', {}, {}],
] as const) {
  test(`the item is read out of the reply to ${title}`, () => {
    assert.deepEqual(readReply([200, JSON.stringify(body)]), expected);
  });
}

for (const [title, status, body] of [
  ['an empty reply', 200, ''],
  ['half a reply', 200, '{"Attributes":{"count"'],
  ['a page', 200, '<!doctype html>'],
  ['a page with an error', 502, '<html>Bad Gateway</html>'],
] as const) {
  test(`${title} is no reply`, () => {
    assert.throws(() => readReply([status, body]), { name: 'SyntaxError' });
  });
}

test('an error of DynamoDB keeps its name and the first line of its message', () => {
  const body = JSON.stringify({
    __type: 'com.amazon.coral.service#InvalidSignatureException',
    message: 'The signature does not match.\n\nThe canonical string should have been\nx-amz-security-token:token',
  });
  assert.throws(() => readReply([400, body]), {
    name: 'InvalidSignatureException',
    message: 'Status 400: The signature does not match.',
  });
});

for (const status of [201, 400, 500, 503]) {
  test(`an item under the status ${status} is an error`, () => {
    assert.throws(() => readReply([status, JSON.stringify({ Attributes: item })]), /^\w*: ?Status|Status/);
  });
}

for (const [title, endpoint, asked] of [
  ["the region's own address", undefined, ['https://dynamodb.eu-central-1.amazonaws.com/', undefined]],
  ['the address that is named', 'http://127.0.0.1:8000', ['http://127.0.0.1:8000/', '127.0.0.1:8000']],
] as const) {
  test(`what is asked goes to ${title}, and is signed for it`, async () => {
    const [url, host = 'dynamodb.eu-central-1.amazonaws.com'] = asked;
    const sent: (readonly [url: string, host: string])[] = [];
    const http = {
      Agent: class {
        destroy() {}
      },
      request(to: URL, { headers }: { readonly headers: { readonly host: string } }) {
        sent.push([`${to}`, headers.host]);
        throw Object.assign(new Error('refused'), { code: 'AccessDenied' });
      },
    };
    const call = createDynamoClient({
      http: http as unknown as Parameters<typeof createDynamoClient>[0]['http'],
      region: 'eu-central-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      endpoint,
      timeoutMs: 1000,
      now: () => new Date(0),
    });
    await assert.rejects(call('visits', 'visitors', 0), /^Error: The table visits failed \(AccessDenied\)/);
    assert.deepEqual(sent, [[url, host]]);
  });
}
