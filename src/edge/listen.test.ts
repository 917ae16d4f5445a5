import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { close, listen } from './listen.ts';

const host = '127.0.0.1';

test('port 0 is any free port, and the URL says which', async () => {
  const server = createServer();
  const url = await listen(server, { host, port: 0, maxPorts: 1 });
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  await close(server);
});

test('a taken port is passed over while others may be tried', async () => {
  const first = createServer();
  const second = createServer();
  const port = Number(new URL(await listen(first, { host, port: 0, maxPorts: 1 })).port);
  const next = Number(new URL(await listen(second, { host, port, maxPorts: 20 })).port);
  assert.ok(next > port && next < port + 20, `${next} after ${port}`);
  await close(second);
  await close(first);
});

test('the last port is 65535', async () => {
  const first = createServer();
  // Whoever has it, it is taken then.
  await listen(first, { host, port: 65_535, maxPorts: 1 }).catch(() => {});
  await assert.rejects(listen(createServer(), { host, port: 65_535, maxPorts: 20 }), /Port 65535 is taken/);
  if (first.listening) await close(first);
});

test('every address of the machine is shown as one that can be opened', async () => {
  const server = createServer();
  assert.match(await listen(server, { host: '0.0.0.0', port: 0, maxPorts: 1 }), /^http:\/\/127\.0\.0\.1:\d+$/);
  await close(server);
});

test('an address that is not of this machine is named', async () => {
  await assert.rejects(listen(createServer(), { host: '203.0.113.1', port: 0, maxPorts: 1 }), {
    message: 'This machine has no address "203.0.113.1". Choose one of its own, such as 127.0.0.1.',
  });
});
