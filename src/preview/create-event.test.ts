import assert from 'node:assert/strict';
import test from 'node:test';
import { createGatewayHandler } from '#counter';
import { type Call, createEvent } from './create-event.ts';

const call: Call = {
  method: 'POST',
  target: '/visitor?a=1&b=2&a=3&__proto__=4',
  headers: {
    host: ['api.example'],
    'user-agent': ['Browser'],
    accept: ['text/html', 'text/plain'],
    cookie: ['one=1; two=2'],
    'content-type': ['application/json'],
  },
  body: Buffer.from('{"é":1}'),
  sourceIp: '192.0.2.1',
  protocol: 'HTTP/1.1',
  requestId: 'the-id',
  now: new Date('2020-03-10T05:16:23.380Z'),
};

test("a call becomes the event of the gateway's payload format 2.0", () => {
  assert.deepEqual(createEvent(call), {
    version: '2.0',
    routeKey: 'POST /visitor',
    rawPath: '/visitor',
    rawQueryString: 'a=1&b=2&a=3&__proto__=4',
    cookies: ['one=1', 'two=2'],
    headers: {
      host: 'api.example',
      'user-agent': 'Browser',
      accept: 'text/html,text/plain',
      'content-type': 'application/json',
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    queryStringParameters: Object.fromEntries([
      ['a', '1,3'],
      ['b', '2'],
      ['__proto__', '4'],
    ]),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method: 'POST', path: '/visitor', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Browser' },
      requestId: 'the-id',
      routeKey: 'POST /visitor',
      stage: '$default',
      time: '10/Mar/2020:05:16:23 +0000',
      timeEpoch: 1583817383380,
    },
    body: '{"é":1}',
    isBase64Encoded: false,
  });
});

test('a bare call has no query, no cookies and no body', () => {
  const event: object = createEvent({ ...call, target: '/visitor', headers: {}, body: new Uint8Array() });
  assert.ok('rawQueryString' in event && event.rawQueryString === '');
  for (const name of ['body', 'cookies', 'queryStringParameters']) assert.ok(!(name in event), name);
  assert.ok('isBase64Encoded' in event && event.isBase64Encoded === false);
});

test('the address of the caller is added to those on the way', () => {
  const { headers } = createEvent({ ...call, headers: { 'x-forwarded-for': ['203.0.113.9'] } });
  assert.equal(headers['x-forwarded-for'], '203.0.113.9, 192.0.2.1');
});

const bodies: readonly (readonly [title: string, type: string | undefined, body: Buffer, isBase64: boolean])[] = [
  ['text', 'text/plain; charset=utf-8', Buffer.from('hi'), false],
  ['JSON', 'application/json', Buffer.from('{}'), false],
  ['a form', 'application/x-www-form-urlencoded', Buffer.from('a=1'), true],
  ['a picture', 'image/png', Buffer.from([0x89, 0x50]), true],
  ['something without a type', undefined, Buffer.from('hi'), true],
  ['text that is not UTF-8', 'text/plain', Buffer.from([0xff, 0xfe]), true],
];

for (const [title, type, body, isBase64] of bodies) {
  test(`${title} comes ${isBase64 ? 'in Base64' : 'as text'} and arrives whole`, async () => {
    const event = createEvent({ ...call, headers: type ? { 'content-type': [type] } : {}, body });
    assert.equal(event.isBase64Encoded, isBase64);
    assert.deepEqual(Buffer.from(event.body ?? '', isBase64 ? 'base64' : 'utf8'), body);
  });
}

test('our own adapter reads it', async () => {
  const seen: unknown[] = [];
  const handler = createGatewayHandler(
    async ({ route, body }) => {
      seen.push([route, body]);
      return { statusCode: 200, headers: {}, body: '' };
    },
    [],
    () => {},
  );
  await handler(createEvent(call));
  assert.deepEqual(seen, [['POST /visitor', '{"é":1}']]);
});
