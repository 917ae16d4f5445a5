import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { bundleLambda } from '#build';
import type { GatewayEvent } from '#counter';
import { readEvent } from '../fixtures/read-event.ts';
import { runBundle } from './run-bundle.ts';
import { startTable } from './start-table.ts';

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 Peculiar/7';
const address = '203.0.113.214';
const address6 = '2001:db8:85a3:8d3:1319:8a2e:370:7348';

/** Whatever somebody could have made of a text without a secret. */
function encode(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(text).digest());
  return [
    text,
    text.toLowerCase(),
    [...text].reverse().join(''),
    encodeURIComponent(text),
    ...[bytes, ...hashes].flatMap((each) => [
      each.toString('hex'),
      each.toString('base64').replace(/=+$/, ''),
      each.toString('base64url'),
    ]),
  ].filter((form) => form.length > 6);
}

const traces = [
  ...[address, `${address}:51422`, address6, agent, `${address}|${agent}`].flatMap(encode),
  // The address as a number, as hexadecimal and as bytes.
  '3405803990',
  'cb0071d6',
  'ywBx1g',
  '2001:db8:85a3:8d3',
  '20010db885a308d3',
  'Peculiar',
];

function visit(changes: Readonly<Record<string, string>>, body?: string): GatewayEvent {
  const event = readEvent('page-message');
  const headers = {
    ...event.headers,
    'user-agent': agent,
    'cloudfront-viewer-address': `${address}:51422`,
    ...changes,
  };
  return { ...event, headers: { ...headers, 'x-forwarded-for': address }, ...(body !== undefined && { body }) };
}

test('no table, no log and no answer holds an address or a user agent, in any form', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  const bundle = join(folder, 'index.mjs');
  await writeFile(bundle, await bundleLambda());
  const table = await startTable();
  context.after(async () => {
    await table.stop();
    await rm(folder, { recursive: true });
  });

  let id = 0;
  const say = (message: object = {}) => {
    id += 1;
    return JSON.stringify({ id: `visit-${String(id).padStart(2, '0')}`, ...message });
  };
  const visits: readonly (readonly [event: GatewayEvent, decision: string])[] = [
    [visit({}, ''), 'counted'],
    [visit({}, say()), 'counted'],
    [visit({ 'cloudfront-viewer-address': `${address6}:443` }, say()), 'counted'],
    [visit({}, say({ r: address })), 'counted'],
    [visit({}, say({ r: `[${address6}]` })), 'counted'],
    [visit({}, say({ again: true })), 'again'],
    [visit({ 'sec-gpc': '1' }, say()), 'private'],
    [visit({ dnt: '1' }, say()), 'private'],
    [visit({ 'user-agent': `${agent} HeadlessChrome` }, say()), 'bot-agent'],
    [visit({ 'sec-purpose': 'prefetch' }, say()), 'bot-prefetch'],
    [visit({}, JSON.stringify({ id: 'visit-99', ip: address, agent })), 'unreadable'],
    [visit({}, address.repeat(100)), 'too-large'],
    [visit({ 'sec-fetch-site': 'cross-site' }), 'cross-site'],
    [visit({ 'x-origin-secret': address }), 'direct'],
  ];
  const events = visits.map(([event]) => event);
  const { results, log } = await runBundle(bundle, table, events);
  assert.deepEqual(
    results.map(({ headers }) => headers['x-visitor']),
    visits.map(([, decision]) => decision),
  );
  // Each of the faults that a log tells of.
  const away = await runBundle(bundle, table, [visit({}, say()), null, { body: address, headers: agent }], {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  });
  assert.deepEqual(
    away.results.map(({ statusCode }) => statusCode),
    [500, 500, 403],
  );
  assert.equal(away.log.trim().split('\n').length, 2);

  const { kept, seen } = await table.listItems();
  assert.equal(seen.filter(({ CounterName }) => CounterName?.S?.startsWith('seen#')).length, 2);
  const written = JSON.stringify([kept, seen, results, log, away.results, away.log]);
  for (const trace of traces) {
    assert.ok(!written.toLowerCase().includes(trace.toLowerCase()), `${trace} is in ${written}`);
  }
});

test('the search finds what it looks for', () => {
  const event = JSON.stringify(visit({}, ''));
  assert.ok(traces.some((trace) => event.includes(trace)));
  assert.ok(encode(address).includes('MjAzLjAuMTEzLjIxNA'));
});
