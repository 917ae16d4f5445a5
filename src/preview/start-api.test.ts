import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { close, listen, type StartTimer } from '#edge';
import { send } from '../../test/local/send.ts';
import { startApi } from './start-api.ts';

const visit = { method: 'POST', target: '/visitor' };

async function startFunction(context: TestContext, code: string, startTimer: StartTimer = () => () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'api-'));
  const bundle = join(folder, 'index.mjs');
  await writeFile(bundle, code);
  const lines: string[] = [];
  const api = await startApi({ bundle, env: { GREETING: 'hello' }, log: (text) => lines.push(text), startTimer });
  context.after(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });
  return { api, bundle, lines };
}

const echo = `export const handler = async (event) => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json', 'x-own': 'yes' },
  body: JSON.stringify({ event, env: process.env }),
});`;

test('POST /visitor calls the function with the event, and answers what it answers', async (context) => {
  const { api } = await startFunction(context, echo);
  const { status, headers, body } = await send(api.url, { ...visit, target: '/visitor?a=1', body: 'hi' });
  const { event } = JSON.parse(body.toString());
  assert.equal(status, 201);
  assert.equal(headers['x-own'], 'yes');
  assert.equal(event.rawPath, '/visitor');
  assert.equal(event.rawQueryString, 'a=1');
  assert.equal(Buffer.from(event.body, 'base64').toString(), 'hi');
  assert.equal(event.requestContext.http.sourceIp, '127.0.0.1');
  assert.equal(event.requestContext.http.protocol, 'HTTP/1.1');
  assert.equal(event.requestContext.requestId, headers['apigw-requestid']);
  assert.ok(Math.abs(Date.now() - event.requestContext.timeEpoch) < 60_000);
});

test('the function sees its own environment and nothing of ours', async (context) => {
  const { api } = await startFunction(context, echo);
  const { env } = JSON.parse((await send(api.url, visit)).body.toString());
  assert.deepEqual(env, { GREETING: 'hello' });
});

test('a body in Base64 is sent as the bytes that it is', async (context) => {
  const { api } = await startFunction(
    context,
    `export const handler = async () => ({ statusCode: 200, headers: {}, body: 'AP8=', isBase64Encoded: true });`,
  );
  assert.deepEqual([...(await send(api.url, visit)).body], [0, 255]);
});

for (const [method, target] of [
  ['GET', '/visitor'],
  ['POST', '/'],
  ['POST', '/visitor/'],
  ['OPTIONS', '/visitor'],
  ['POST', '//visitor'],
] as const) {
  test(`${method} ${target} is not a route, so the gateway itself says 404`, async (context) => {
    const { api, lines } = await startFunction(context, 'throw new Error("loaded");');
    const { status, headers, body } = await send(api.url, { method, target });
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(`${status} ${body}`, '404 {"message":"Not Found"}');
    assert.deepEqual(lines, []);
  });
}

const failures: readonly (readonly [title: string, code: string, log: RegExp])[] = [
  [
    'throws',
    'export const handler = () => { throw new TypeError("oh no"); };',
    /The function failed: TypeError: oh no/,
  ],
  ['rejects', 'export const handler = async () => { throw "text"; };', /The function failed: text/],
  ['cannot be loaded', 'import "./nothing.mjs";', /The function crashed: .*nothing\.mjs/],
  ['has a mistake in its syntax', 'export const = 1;', /The function crashed/],
  ['exports no handler', 'export const other = 1;', /does not export a function named handler/],
  ['ends its process', 'export const handler = () => process.exit(1);', /^$/],
  [
    'crashes on its own',
    'export const handler = () => new Promise(() => setTimeout(() => { throw new Error("late"); }));',
    /The function crashed: Error: late/,
  ],
  ['answers nothing', 'export const handler = async () => {};', /^$/],
  ['answers a text', 'export const handler = async () => "hi";', /^$/],
  [
    'answers a header that HTTP does not allow',
    'export const handler = async () => ({ statusCode: 200, headers: { "no name": "x" }, body: "" });',
    /The answer of the function cannot be sent: .*no name/,
  ],
  [
    'answers a status that there is not',
    'export const handler = async () => ({ statusCode: 7, headers: {}, body: "" });',
    /The answer of the function cannot be sent: .*7/,
  ],
  [
    'answers what JSON cannot hold',
    'export const handler = async () => ({ statusCode: 1n });',
    /The function failed: TypeError/,
  ],
];

for (const [title, code, log] of failures) {
  test(`a function that ${title} is a 500 that shows nothing inside, and the next visit starts it afresh`, async (context) => {
    const { api, lines } = await startFunction(context, code);
    const { status, body } = await send(api.url, visit);
    assert.equal(`${status} ${body}`, '500 {"message":"Internal Server Error"}');
    assert.match(lines.join('\n'), log);
    await api.deploy(Buffer.from(echo));
    assert.equal((await send(api.url, visit)).status, 201);
  });
}

test('a function that takes too long is stopped, even when it never rests', async (context) => {
  let isLate = true;
  const startTimer: StartTimer = (callback, ms) => {
    // The first limit is that of loading.
    const timer = ms === 3000 && isLate ? setImmediate(callback) : undefined;
    return () => clearImmediate(timer);
  };
  const { api, bundle, lines } = await startFunction(
    context,
    'export const handler = () => { for (;;); };',
    startTimer,
  );
  const { status, body } = await send(api.url, visit);
  assert.equal(`${status} ${body}`, '500 {"message":"Internal Server Error"}');
  assert.deepEqual(lines, ['The function was stopped: it took longer than 3 s.']);
  isLate = false;
  await writeFile(bundle, echo);
  assert.equal((await send(api.url, visit)).status, 201);
});

test('so is one that never ends being loaded', async (context) => {
  const startTimer: StartTimer = (callback, ms) => {
    const timer = ms === 10_000 ? setImmediate(callback) : undefined;
    return () => clearImmediate(timer);
  };
  const { api, lines } = await startFunction(context, 'for (;;); export const handler = 1;', startTimer);
  assert.equal((await send(api.url, visit)).status, 500);
  assert.deepEqual(lines, ['The function was stopped: it took longer than 10 s.']);
});

test('a call that is under way is ended by the function that began it', async (context) => {
  const asked = new EventEmitter();
  const server = createServer((_, response) => asked.emit('asked', response));
  const url = await listen(server, { host: '127.0.0.1', port: 0, maxPorts: 1 });
  context.after(() => close(server));
  const { api } = await startFunction(
    context,
    `export const handler = async () => ({ statusCode: 200, headers: {}, body: await (await fetch('${url}')).text() });`,
  );
  const under = send(api.url, visit);
  const [response] = await once(asked, 'asked');
  await api.deploy(Buffer.from(echo));
  assert.equal((await send(api.url, visit)).status, 201);
  response.end('old');
  assert.equal((await under).body.toString(), 'old');
});

test('what the function prints goes to the log', async (context) => {
  const code = `console.log('out'); console.error('err'); ${echo}`;
  const { api, lines } = await startFunction(context, code);
  await send(api.url, visit);
  assert.deepEqual(lines.sort(), ['err', 'out']);
});

test('a function keeps its state from call to call until another one is deployed', async (context) => {
  const code = (name: string) =>
    `let calls = 0; export const handler = async () => ({ statusCode: 200, headers: {}, body: '${name}' + ++calls });`;
  const { api } = await startFunction(context, code('a'));
  const call = async () => (await send(api.url, visit)).body.toString();
  assert.deepEqual([await call(), await call()], ['a1', 'a2']);
  assert.equal(await api.deploy(Buffer.from(code('b'))), true);
  assert.deepEqual([await call(), await api.deploy(Buffer.from(code('b'))), await call()], ['b1', false, 'b2']);
});

test('a function that cannot be put where it belongs is a sentence, and the one before goes on', async (context) => {
  const { api, bundle } = await startFunction(context, echo);
  assert.equal((await send(api.url, visit)).status, 201);
  await rm(bundle);
  await mkdir(bundle);
  await assert.rejects(
    api.deploy(Buffer.from('other')),
    /index\.mjs cannot be written \(EISDIR.*\)\. Make room on the disk/,
  );
  assert.equal((await send(api.url, visit)).status, 201);
});

test('fifty visits at once are all answered', async (context) => {
  const { api } = await startFunction(context, echo);
  const replies = await Promise.all(Array.from({ length: 50 }, () => send(api.url, visit)));
  assert.equal(new Set(replies.map(({ headers }) => headers['apigw-requestid'])).size, 50);
  assert.ok(replies.every(({ status }) => status === 201));
});

const megabyte = 1024 * 1024;
for (const [what, content, bytes] of [
  ['a body of more than 10 MB', 'x', 10 * megabyte + 1],
  ['a text of 6 MB, with which the event has more,', 'x', 6 * megabyte],
  ['a body that is no text, and more than 6 MB in Base64,', 0xff, 5 * megabyte],
] as const) {
  test(`${what} is refused without the function`, async (context) => {
    const { api, lines } = await startFunction(context, 'throw new Error("loaded");');
    const headers = { 'content-type': 'text/plain' };
    const { status, body } = await send(api.url, { ...visit, headers, body: Buffer.alloc(bytes, content) });
    assert.equal(`${status} ${body}`, '413 {"message":"Request Entity Too Large"}');
    assert.deepEqual(lines, []);
  });
}

for (const [title, headers, status] of [
  ['by a name that is not this machine', { host: 'evil.example' }, 421],
  ['from a page of another site', { origin: 'http://evil.example' }, 403],
] as const) {
  test(`a visit ${title} does not reach the function`, async (context) => {
    const { api, lines } = await startFunction(context, 'throw new Error("loaded");');
    assert.equal((await send(api.url, { ...visit, headers })).status, status);
    assert.deepEqual(lines, []);
  });
}

test('a visit that the edge hands on is answered, by whichever name of this machine its page was opened', async (context) => {
  const api = await startApi({ bundle: '/nowhere', env: {}, siteName: 'desk.example' });
  context.after(() => api.stop());
  // Of another route, so that no function is asked.
  for (const origin of ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://desk.example:4000'])
    assert.equal((await send(api.url, { ...visit, target: '/', headers: { origin } })).status, 404, origin);
});
