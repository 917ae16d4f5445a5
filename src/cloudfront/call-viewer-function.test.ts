import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { callOnRequest, callOnResponse } from './call-viewer-function.ts';
import { createFunctionRunner } from './create-function-runner.ts';
import type { ViewerRequest } from './viewer-request.ts';

const said: string[] = [];
const log = (text: string) => void said.push(text);
const { run, stop } = createFunctionRunner({ log });
after(stop);

const request: ViewerRequest = {
  method: 'GET',
  path: '/a%20b',
  query: 'x=1&y&x=2&z=a=b',
  headers: { host: 'site', cookie: 'c=1; d=2', accept: '*/*' },
  body: new Uint8Array(),
  address: '203.0.113.9',
  port: 4000,
  httpVersion: '1.1',
  isSecure: true,
};
const answer = { status: 200, headers: { 'x-a': '1', 'set-cookie': ['s=1', 't=2'] }, body: Buffer.from('body') };

function prepare(body: string) {
  const code = `function handler(event) { ${body} }`;
  return { code, distribution: { id: 'E1', domainName: 'd1.cloudfront.net' }, requestId: 'R1', run, log };
}

test('a request that the function gives back as it came stays as it is', async () => {
  const { request: back } = await callOnRequest(request, prepare('return event.request;'));
  assert.deepEqual(back && { ...back, query: '' }, { ...request, query: '' });
  // What comes more than once stands together.
  assert.equal(back?.query, 'x=1&x=2&y&z=a=b');
});

test('the event is that of CloudFront', async () => {
  const answered = await callOnRequest(request, prepare('return { statusCode: 200, body: JSON.stringify(event) };'));
  assert.deepEqual(JSON.parse(String(answered.answer?.body)), {
    version: '1.0',
    context: {
      distributionDomainName: 'd1.cloudfront.net',
      distributionId: 'E1',
      eventType: 'viewer-request',
      requestId: 'R1',
    },
    viewer: { ip: '203.0.113.9' },
    request: {
      method: 'GET',
      uri: '/a%20b',
      querystring: {
        x: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] },
        y: { value: '' },
        z: { value: 'a=b' },
      },
      headers: { host: { value: 'site' }, accept: { value: '*/*' } },
      cookies: { c: { value: '1' }, d: { value: '2' } },
    },
  });
});

test('the function changes path, query, headers and cookies', async () => {
  const { request: changed } = await callOnRequest(
    request,
    prepare(`const request = event.request;
      request.uri = '/new';
      request.querystring = { q: { value: '1' } };
      request.headers['X-New'] = { value: 'yes' };
      delete request.cookies.c;
      return request;`),
  );
  assert.deepEqual(changed, {
    ...request,
    path: '/new',
    query: 'q=1',
    headers: { host: 'site', accept: '*/*', 'x-new': 'yes', cookie: 'd=2' },
  });
});

for (const [title, body, text] of [
  ['plain', `'hello'`, 'hello'],
  ['with its encoding', `{ encoding: 'base64', data: 'aGVsbG8=' }`, 'hello'],
] as const) {
  test(`the function answers at once, ${title}`, async () => {
    const { answer: ready } = await callOnRequest(
      request,
      prepare(`return { statusCode: 302, headers: { Location: { value: '/b' } }, body: ${body} };`),
    );
    assert.deepEqual(
      { ...ready, body: String(ready?.body) },
      {
        status: 302,
        headers: { location: '/b', 'x-cache': 'FunctionGeneratedResponse from cloudfront' },
        body: text,
      },
    );
  });
}

test('the function that sees an answer changes status and headers, and keeps body and cookies', async () => {
  const changed = await callOnResponse(
    request,
    answer,
    prepare(
      `event.response.statusCode = 418; event.response.headers.who = { value: event.request.uri }; return event.response;`,
    ),
  );
  assert.deepEqual(changed, {
    status: 418,
    headers: { 'x-a': '1', who: '/a%20b', 'set-cookie': ['s=1', 't=2'] },
    body: answer.body,
  });
});

for (const [title, body] of [
  ['nothing', 'return;'],
  ['something else', 'return { a: 1 };'],
  ['a text', "return 'text';"],
] as const) {
  test(`a function that gives ${title} back is a 503, on either side`, async () => {
    said.length = 0;
    const { answer: refused } = await callOnRequest(request, prepare(body));
    assert.deepEqual([refused?.status, (await callOnResponse(request, answer, prepare(body))).status], [503, 503]);
    assert.equal(said.length, 2);
  });
}

test('a function that sees an answer must give an answer back', async () => {
  assert.equal((await callOnResponse(request, answer, prepare('return event.request;'))).status, 503);
});
