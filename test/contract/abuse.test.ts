import assert from 'node:assert/strict';
import http from 'node:http';
import test, { after, before } from 'node:test';
import { createDayReader } from '#counter';
import { type House, startHouse } from '../browser/start-house.ts';
import { credentials } from './start-table.ts';

const person = {
  'sec-fetch-site': 'same-origin',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

let house: House;
before(async () => {
  house = await startHouse();
});
after(() => house.stop());

let lastId = 0;
function say(message: object = {}): string {
  lastId += 1;
  return JSON.stringify({ id: `id-${String(lastId).padStart(5, '0')}`, ...message });
}

/** Sends what a browser would never send, header by header. */
async function send(body: string, headers: Readonly<Record<string, string>>, url = house.url) {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.request(`${url}/visitor`, { method: 'POST', headers }).on('response', resolve).on('error', reject).end(body);
  });
  response.resume();
  return { status: response.statusCode, decision: response.headers['x-visitor'] };
}

async function read() {
  const reader = createDayReader({ http, region: 'us-east-1', credentials, endpoint: house.tableUrl, table: 'visits' });
  // Should midnight come meanwhile, the visits are in two days.
  const days = await reader.readDays(
    [-1, 0].map((shift) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10)),
  );
  const sum = (key: 'visits' | 'persons' | 'bots') => days.reduce((total, day) => total + day[key], 0);
  return { total: await reader.readTotal(), visits: sum('visits'), persons: sum('persons'), bots: sum('bots'), days };
}

const refused: readonly (readonly [
  title: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  status: number,
  decision: string,
])[] = [
  ['a page of another site', say(), { ...person, 'sec-fetch-site': 'cross-site' }, 403, 'cross-site'],
  ['garbage', 'garbage', person, 400, 'unreadable'],
  ['a message with more in it', say({ count: 1e9 }), person, 400, 'unreadable'],
  ['a body of two kilobytes', 'x'.repeat(2048), person, 413, 'too-large'],
  ['a body of a megabyte', 'x'.repeat(1 << 20), person, 413, 'too-large'],
];
for (const [title, body, headers, status, decision] of refused) {
  test(`${title} is answered ${status} ${decision} and writes nothing`, async () => {
    const before = await read();
    assert.deepEqual(await send(body, headers), { status, decision });
    assert.deepEqual(await read(), before);
  });
}

for (const [title, headers] of [
  ['without a secret', {}],
  ['with a secret of its own', { 'x-origin-secret': 'guessed' }],
  ['with headers as from CloudFront', { 'cloudfront-viewer-address': '203.0.113.7:1', via: '2.0 x (CloudFront)' }],
] as const) {
  test(`a call past the edge ${title} is answered 403 direct and writes nothing`, async () => {
    const before = await read();
    for (const body of ['', say()]) {
      assert.deepEqual(await send(body, { ...person, ...headers }, house.apiUrl), { status: 403, decision: 'direct' });
    }
    assert.deepEqual(await read(), before);
  });
}

test('forged addresses make no new persons, and forged headers of CloudFront no countries', async () => {
  await send(say(), person);
  const before = await read();
  for (let visit = 1; visit <= 10; visit += 1) {
    const forged = {
      'x-forwarded-for': `198.51.100.${visit}`,
      forwarded: `for=198.51.100.${visit}`,
      'cloudfront-viewer-address': `198.51.100.${visit}:443`,
      'cloudfront-viewer-country': 'QQ',
      'x-origin-secret': 'guessed',
    };
    assert.deepEqual(await send(say(), { ...person, ...forged }), { status: 200, decision: 'counted' });
  }
  const { visits, persons, days } = await read();
  assert.deepEqual([visits, persons], [before.visits + 10, before.persons]);
  assert.ok(days.every(({ countries }) => countries.every(([country]) => country === 'ZZ')));
});

test('bots are counted apart, with their reasons', async () => {
  const before = await read();
  for (const [headers, decision] of [
    [{ ...person, 'user-agent': 'curl/8.14.1' }, 'bot-agent'],
    [{ ...person, 'user-agent': '' }, 'bot-empty'],
    [{ ...person, 'sec-purpose': 'prefetch;prerender' }, 'bot-prefetch'],
    [{ 'user-agent': person['user-agent'] }, 'bot-script'],
  ] as const) {
    assert.deepEqual(await send(say(), headers), { status: 200, decision });
  }
  const { total, visits, bots, days } = await read();
  assert.deepEqual([total, visits, bots], [before.total, before.visits, before.bots + 4]);
  assert.deepEqual(
    new Set(days.flatMap(({ botReasons }) => botReasons.map(([reason]) => reason))),
    new Set(['agent', 'empty', 'prefetch', 'script']),
  );
});
