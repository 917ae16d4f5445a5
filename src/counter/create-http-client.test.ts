import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import { createHttpClient } from './create-http-client.ts';

/** A server that tells what it was asked, and over which of its connections; `/never` is not answered. */
async function start(context: TestContext, path = '/') {
  const connections: unknown[] = [];
  const server = http.createServer(async (request, response) => {
    const body = await text(request);
    if (request.url === '/never') return;
    if (request.url === '/half') return void response.write('half');
    if (request.url === '/split') {
      // In the middle of a letter.
      response.write(Buffer.from('zü').subarray(0, 2), () => response.end(Buffer.from('zü!').subarray(2)));
      return;
    }
    if (!connections.includes(request.socket)) connections.push(request.socket);
    response.statusCode = 202;
    const { method, headers } = request;
    const connection = connections.indexOf(request.socket);
    response.end(JSON.stringify({ method, body, sent: headers['x-sent'], connection, text: 'é😀' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const clock = { ms: 1_800_000_000_000 };
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return { send: createHttpClient(http, url, () => new Date(clock.ms)), clock };
}

test('a request is a POST with its headers and body, and its reply has the status and the whole text', async (context) => {
  const { send } = await start(context);
  const [status, body] = await send({ 'x-sent': 'yes' }, 'über', 5000);
  assert.equal(status, 202);
  assert.deepEqual(JSON.parse(body), { method: 'POST', body: 'über', sent: 'yes', connection: 0, text: 'é😀' });
});

test('requests that are three seconds apart share a connection, and one later has its own', async (context) => {
  const { send, clock } = await start(context);
  const connections: number[] = [];
  for (const pause of [0, 0, 3000, 3001, 1, 60_000]) {
    clock.ms += pause;
    const [, body] = await send({}, '', 5000);
    connections.push(JSON.parse(body).connection);
  }
  assert.deepEqual(connections, [0, 0, 0, 1, 1, 2]);
});

test('a reply in pieces is put together, letters too', async (context) => {
  const { send } = await start(context, '/split');
  assert.deepEqual(await send({}, '', 5000), [200, 'zü!']);
});

for (const path of ['/never', '/half']) {
  test(`a reply that does not end is given up (${path})`, async (context) => {
    const { send } = await start(context, path);
    await assert.rejects(send({}, '', 50), (error: NodeJS.ErrnoException) =>
      /abort/i.test(`${error.code} ${error.message}`),
    );
  });
}

test('nobody at the address is an error with its code', async () => {
  const url = new URL('http://127.0.0.1:1');
  const send = createHttpClient(http, url, () => new Date());
  await assert.rejects(send({}, '', 5000), { code: 'ECONNREFUSED' });
});
