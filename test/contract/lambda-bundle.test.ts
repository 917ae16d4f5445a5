import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import test, { after, before } from 'node:test';
import { build } from 'esbuild';
import { bundleLambda } from '#build';
import type { GatewayEvent } from '#counter';
import { originSecretHash, readEvent } from '../fixtures/read-event.ts';
import { signRequest } from '../sign-request.ts';
import { runBundle } from './run-bundle.ts';
import { credentials, startTable, type Table } from './start-table.ts';
import { startTls } from './start-tls.ts';

let folder: string;
let bundle: string;
let table: Table;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  bundle = join(folder, 'index.mjs');
  await writeFile(bundle, await bundleLambda());
  table = await startTable({ count: 41 });
});

after(async () => {
  await table.stop();
  await rm(folder, { recursive: true });
});

function runFunction(events: readonly unknown[], settings: Readonly<Record<string, string | undefined>> = {}) {
  return runBundle(bundle, table, events, settings);
}

const event: GatewayEvent = readEvent('bare-post');

test('the bundle weighs 10 KB at most', async () => {
  const { size } = await stat(bundle);
  assert.ok(size <= 10_240, `${size} bytes`);
});

test('the bundle imports nothing but what Node brings', async () => {
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external' } as const;
  const { metafile } = await build({ ...options, entryPoints: [bundle], write: false, metafile: true });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  assert.deepEqual(imports, ['node:crypto']);
});

test('a fresh process counts one recorded event after the other', async () => {
  const message = readEvent('page-message');
  const { results, log } = await runFunction([event, message, message, readEvent('base64-post')]);
  assert.deepEqual(
    results.map(({ statusCode, body }) => [statusCode, body]),
    [
      [200, '{"count":42}'],
      [200, '{"count":43}'],
      [200, '{"count":43}'],
      [200, '{"count":44}'],
    ],
  );
  assert.equal(log, '');
  assert.equal(await table.readCount(), '44');
  // The one in Base64 is from before pages named themselves. Should midnight come meanwhile, it is in the next day.
  const { kept } = await table.listItems();
  const sum = (name: string) => kept.reduce((total, item) => total + Number(item[name]?.N ?? 0), 0);
  assert.deepEqual([sum('v'), sum('p#/de/')], [2, 1]);
});

for (const [what, settings, expires] of [
  ['KEEP_DAYS says how many days the item of a day is kept', { KEEP_DAYS: '400' }, true],
  ['without KEEP_DAYS it is kept for ever', {}, false],
  ['with 0 for KEEP_DAYS it is kept for ever', { KEEP_DAYS: '0' }, false],
] as const) {
  test(what, async (context) => {
    const empty = await startTable();
    context.after(empty.stop);
    const before = Math.floor(Date.now() / 1000);
    const { results } = await runBundle(bundle, empty, [readEvent('page-message')], settings);
    assert.equal(results[0]?.statusCode, 200);
    const { kept } = await empty.listItems();
    assert.equal(kept.length, 2);
    for (const { CounterName, expires: at } of kept) {
      const isKept = !expires || CounterName?.S === 'visitors';
      const seconds = Number(at?.N) - before - 400 * 86_400;
      if (isKept) assert.equal(at, undefined, CounterName?.S);
      else assert.ok(seconds >= 0 && seconds < 20, `${at?.N}`);
    }
  });
}

test('a cold start loads neither fetch nor TLS for a table without it', async () => {
  const { modules } = await runFunction([event]);
  assert.ok(modules.some((name) => name.includes('_http_client')));
  assert.deepEqual(
    modules.filter((name) => /undici|webstreams|_tls_wrap/.test(name)),
    [],
  );
});

test('AWS_ENDPOINT_URL_DYNAMODB goes before AWS_ENDPOINT_URL', async () => {
  const { results } = await runFunction([event], {
    AWS_ENDPOINT_URL_DYNAMODB: table.url,
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  });
  assert.equal(results[0]?.statusCode, 200);
});

test('a table behind HTTPS is reached, without loading fetch', async (context) => {
  const tls = await startTls(table.url);
  context.after(tls.stop);
  const { results, modules } = await runFunction([event], {
    AWS_ENDPOINT_URL: tls.url,
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_NO_WARNINGS: '1',
  });
  assert.equal(results[0]?.statusCode, 200);
  assert.deepEqual(
    modules.filter((name) => name.includes('undici')),
    [],
  );
});

test('a table whose certificate nobody trusts gets no visit', async (context) => {
  const tls = await startTls(table.url);
  context.after(tls.stop);
  const count = await table.readCount();
  const { results, log } = await runFunction([event], { AWS_ENDPOINT_URL: tls.url });
  assert.equal(results[0]?.statusCode, 500);
  assert.match(log, /certificate/);
  assert.equal(await table.readCount(), count);
});

test('a fault is one line of JSON in the log, which tells nothing of the visitor or the keys', async () => {
  const { results, log } = await runFunction([event], { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' });
  assert.equal(results[0]?.statusCode, 500);
  assert.equal(log.split('\n').length, 2);
  const { level, message, causes } = JSON.parse(log);
  assert.deepEqual([level, message, causes.length], ['error', 'A visit could not be counted.', 2]);
  assert.match(causes[0], /^Error: The table cloud-resume-test failed \(ECONNREFUSED\)\. Deploy dynamodb/);
  assert.doesNotMatch(log, /203\.0\.113\.7|198\.51\.100\.23|Firefox|AKIDEXAMPLE|secret|token/);
});

test('without one of its settings, or with an empty one, the function does not start and says which', async () => {
  const names = [
    'AWS_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'TABLE_NAME',
    'SEEN_TABLE_NAME',
    'ORIGIN_SECRET_HASHES',
  ];
  for (const value of [undefined, '']) {
    const starts = names.map((name) => runFunction([event], { [name]: value }));
    for (const [at, start] of (await Promise.allSettled(starts)).entries()) {
      const { stderr } = (start.status === 'rejected' ? start.reason : {}) as { readonly stderr?: string };
      assert.ok(
        stderr?.includes(`${names[at]} is missing. Deploy api_gateway-lambda again.`),
        `${names[at]}: ${stderr}`,
      );
    }
  }
});

test('either of two secrets is the edge, and no other is', async () => {
  const settings = { ORIGIN_SECRET_HASHES: `${'0'.repeat(64)},${originSecretHash}` };
  const { results } = await runFunction([event, { ...event, headers: {} }], settings);
  assert.deepEqual(
    results.map(({ headers }) => headers['x-visitor']),
    ['counted', 'direct'],
  );
});

for (const token of ['token', undefined]) {
  test(`what is sent is signed as AWS's own package signs it, ${token ? 'with a' : 'without a'} session token`, async (context) => {
    const received: { readonly headers: IncomingHttpHeaders; readonly method: string; readonly body: string }[] = [];
    const server = createServer(async (request, response) => {
      const { headers, method = '' } = request;
      received.push({ headers, method, body: await text(request) });
      response.end('{"Attributes":{"count":{"N":"7"}}}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    context.after(() => server.close());

    const { port } = server.address() as AddressInfo;
    const { results } = await runFunction([event, { ...event, body: '{"id":"again-01","again":true}' }], {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_SESSION_TOKEN: token,
    });
    assert.equal(results[0]?.body, '{"count":7}');
    const targets = received.map(({ headers }) => headers['x-amz-target']);
    assert.deepEqual(targets, ['DynamoDB_20120810.UpdateItem', 'DynamoDB_20120810.GetItem']);
    assert.equal(
      JSON.parse(received[1]?.body ?? '').ConsistentRead,
      true,
      'a read that may be old would tell an old total',
    );
    for (const { headers, method, body } of received) {
      const { authorization, 'x-amz-date': date = '', host = '' } = headers;
      const [, year, month, day, hour, minute, second] =
        /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(`${date}`) ?? [];
      const official = await signRequest(
        {
          method,
          host,
          path: '/',
          headers: {
            'content-type': headers['content-type'] ?? '',
            'x-amz-target': `${headers['x-amz-target']}`,
          },
          body,
        },
        {
          region: 'eu-central-1',
          service: 'dynamodb',
          credentials: { ...credentials, ...(token && { sessionToken: token }) },
          now: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
        },
      );
      assert.equal(authorization, official.authorization);
      assert.equal(headers['x-amz-security-token'], token);
      assert.equal(authorization?.includes('x-amz-security-token'), token !== undefined);
    }
  });
}
