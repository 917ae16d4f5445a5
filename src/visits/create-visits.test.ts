import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemoryStore, createVisits, type VisitLogEntry, type VisitRequest, type VisitStore } from './index.ts';

const address = 'https://jane.example/visitor';

function openVisits({ store = createMemoryStore({ count: 41 }) }: { readonly store?: VisitStore } = {}) {
  const entries: VisitLogEntry[] = [];
  return { visits: createVisits({ store, log: (entry) => entries.push(entry) }), entries };
}

function post(body: RequestInit['body'], headers: Record<string, string> = {}): Request {
  return new Request(address, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

test('a bare POST to /visitor adds one visit and gets the new total', async () => {
  const { visits, entries } = openVisits();
  const answer = await visits(new Request(address, { method: 'POST' }));
  assert.deepEqual(answer, {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-visitor': 'counted' },
    body: '{"count":42}',
  });
  assert.deepEqual(entries, []);
});

test('an answer makes a web-standard Response', async () => {
  const { visits } = openVisits();
  const answer = await visits(new Request(address, { method: 'POST' }));
  const response = new Response(answer.body, answer);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('x-visitor'), 'counted');
  assert.deepEqual(await response.json(), { count: 42 });
});

const counted: readonly (readonly [title: string, request: VisitRequest])[] = [
  ['a query', new Request(`${address}?from=linkedin`, { method: 'POST' })],
  ['a body of 1,024 bytes', post('x'.repeat(1024))],
  ['a body of 1,024 bytes in two-byte characters', post('é'.repeat(512))],
  ['a streamed body of 1,024 bytes', post(streamBytes(512, 512))],
  ['a content-length that is no number', post('x', { 'content-length': 'many' })],
  ['a request given in parts', { method: 'POST', url: address, headers: new Map(), body: null }],
];
for (const [title, request] of counted) {
  test(`a POST with ${title} is counted`, async () => {
    const answer = await openVisits().visits(request);
    assert.equal(answer.headers['x-visitor'], 'counted');
    assert.equal(answer.body, '{"count":42}');
  });
}

const refused: readonly (readonly [title: string, request: VisitRequest, status: number, decision: string])[] = [
  ...['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'post-office'].map(
    (method) => [`a ${method}`, new Request(address, { method }), 405, 'wrong-method'] as const,
  ),
  ...['', '/', '/visitor/', '/visitors', '/Visitor', '//visitor', '/visitor%2F', '/a/visitor'].map(
    (path) =>
      [
        `a POST to "${path}"`,
        new Request(`https://jane.example${path}`, { method: 'POST' }),
        404,
        'unknown-path',
      ] as const,
  ),
  ['a GET of another path', new Request('https://jane.example/other'), 404, 'unknown-path'],
  ['a body of 1,025 bytes', post('x'.repeat(1025)), 413, 'too-large'],
  ['a body of 1,026 bytes in two-byte characters', post('é'.repeat(513)), 413, 'too-large'],
  ['a streamed body of 1,025 bytes', post(streamBytes(1000, 25)), 413, 'too-large'],
  ['a body larger than its content-length', post('x'.repeat(1025), { 'content-length': '5' }), 413, 'too-large'],
  ['a content-length larger than its body', post('x', { 'content-length': '1025' }), 413, 'too-large'],
];
for (const [title, request, status, decision] of refused) {
  test(`${title} is refused as ${decision}, counts nothing and is told what to do`, async () => {
    const { visits, entries } = openVisits();
    const answer = await visits(request);
    assert.equal(answer.status, status);
    assert.equal(answer.headers['x-visitor'], decision);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal(answer.headers['content-type'], 'application/json');
    assert.equal(answer.headers.allow, status === 405 ? 'POST' : undefined);
    assert.match(JSON.parse(answer.body).error, /Send a .+\.$/);
    assert.deepEqual(entries, []);
    assert.equal((await visits(post(null))).body, '{"count":42}');
  });
}

test('a body much too long is read no further than needed', async () => {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 1;
      controller.enqueue(new Uint8Array(100));
      if (taken === 1000) controller.close();
    },
  });
  const answer = await openVisits().visits(post(body));
  assert.equal(answer.status, 413);
  assert.ok(taken < 20, `${taken} pieces of 100 bytes were taken`);
});

test('a fault of the store is a plain 500 and one entry in the log with its causes', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { name: 'SystemError' });
  const store: VisitStore = { add: () => Promise.reject(new Error('Adding a visit failed.', { cause })) };
  const { visits, entries } = openVisits({ store });
  const answer = await visits(post('secret-body', { 'user-agent': 'secret-agent', 'x-forwarded-for': '203.0.113.7' }));

  assert.equal(answer.status, 500);
  assert.equal(answer.headers['x-visitor'], 'fault');
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.body, '{"error":"The visit could not be counted. Please try again later."}');
  assert.deepEqual(entries, [
    {
      level: 'error',
      message: 'A visit could not be counted.',
      causes: [
        { name: 'Error', message: 'Adding a visit failed.' },
        { name: 'SystemError', message: 'connect ECONNREFUSED' },
      ],
    },
  ]);
  assert.doesNotMatch(JSON.stringify(entries), /secret|203\.0/);
});

test('a body that breaks off is a fault and counts nothing', async () => {
  const { visits, entries } = openVisits();
  const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('broken off')) });
  const answer = await visits(post(body));
  assert.equal(answer.headers['x-visitor'], 'fault');
  assert.equal(entries.length, 1);
  assert.equal((await visits(post(null))).body, '{"count":42}');
});

function streamBytes(...sizes: readonly number[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const size of sizes) controller.enqueue(new Uint8Array(size));
      controller.close();
    },
  });
}
