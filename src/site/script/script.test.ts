import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';

// The browser's tests run what is built, in a real browser; these run the sources, for whatever a browser seldom does.

type Answer = { readonly status?: number; readonly json: unknown } | 'lost';

type World = {
  /** The answers to the requests, in order; what is asked beyond them is lost. */
  readonly answers?: readonly Answer[];
  readonly hidden?: boolean;
  readonly referrer?: string;
  /** Default: that of the main page. */
  readonly pathname?: string;
  /** How the page was reached, as the browser calls it. */
  readonly navigation?: string | undefined;
  readonly language?: string;
  /** What the device keeps; `full` when it keeps nothing. */
  readonly stored?: Record<string, string> | 'full';
  readonly hasLine?: boolean;
};

type Page = {
  readonly line: { hidden: boolean; readonly lastElementChild: { textContent: string } };
  readonly document: { hidden: boolean; onvisibilitychange: (() => Promise<void>) | null };
  readonly requests: readonly (readonly [url: string, init: RequestInit])[];
  /** Limits of time that were asked for. */
  readonly limits: readonly number[];
};

let runs = 0;

/** Runs a script as the page does, and waits until it has nothing more to do. */
async function run(context: TestContext, name: string, world: World = {}): Promise<Page> {
  const { answers = [], referrer = '', pathname = '/', language = 'en', stored = {}, hasLine = true } = world;
  const line = { hidden: true, lastElementChild: { textContent: '' } };
  const requests: (readonly [string, RequestInit])[] = [];
  const limits: number[] = [];
  const document = {
    hidden: world.hidden ?? false,
    referrer,
    onvisibilitychange: null,
    documentElement: { lang: language },
    getElementById: (id: string) => (hasLine && id === 'visits' ? line : null),
  };
  const refuse = () => {
    throw new Error('There is no room.');
  };
  setGlobals(context, {
    document,
    location: { host: 'jane.example', pathname },
    performance: {
      getEntriesByType: (type: string) =>
        type === 'navigation' && world.navigation !== undefined ? [{ type: world.navigation }] : [],
    },
    localStorage:
      stored === 'full'
        ? { getItem: refuse, setItem: refuse }
        : {
            getItem: (key: string) => stored[key] ?? null,
            setItem: (key: string, value: string) => (stored[key] = value),
          },
    AbortSignal: { timeout: (ms: number) => limits.push(ms) && `until ${ms}` },
    async fetch(url: string, init: RequestInit) {
      const answer = answers[requests.push([url, init]) - 1] ?? 'lost';
      if (answer === 'lost') throw new TypeError('Failed to fetch');
      const { status = 200, json } = answer;
      return {
        ok: status === 200,
        json: async () => (json === undefined ? JSON.parse('<html>') : json),
      };
    },
  });
  runs += 1;
  await import(new URL(`${name}.ts?${runs}`, import.meta.url).href);
  await new Promise(setImmediate);
  return { line, document, requests, limits };
}

/** Puts these in the place of the globals until the test has ended, however many scripts it runs. */
function setGlobals(context: TestContext, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    // The first that is put away is the real one, and the last to be put back.
    if (!putAway.has(name)) putAway.set(name, before);
    Object.defineProperty(globalThis, name, { configurable: true, value });
  }
  context.after(() => {
    for (const [name, before] of putAway) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
    putAway.clear();
  });
}

const putAway = new Map<string, PropertyDescriptor | undefined>();

const readMessage = ({ requests }: Page, place = 0) => JSON.parse(String(requests[place]?.[1].body));
const shown = ({ line }: Page) => (line.hidden ? undefined : line.lastElementChild.textContent);

test('a visit is one request to the own origin, which outlives the page and has its limit of time', async (context) => {
  const page = await run(context, 'api', { answers: [{ json: { count: 7 } }] });
  assert.equal(shown(page), '7');
  const [[url, { body, ...init }] = ['', {} as RequestInit]] = page.requests;
  assert.equal(page.requests.length, 1);
  assert.equal(url, '/visitor');
  assert.deepEqual(init, { method: 'POST', keepalive: true, signal: 'until 4000' });
  assert.match(readMessage(page).id, /^[\w-]{8}$/);
  assert.deepEqual(page.limits, [4000]);
});

test('ids are drawn anew, and have no sign but letters, digits and hyphens', async (context) => {
  const ids = new Set<string>();
  for (let count = 0; count < 40; count += 1) {
    const { id } = readMessage(await run(context, 'api', { answers: [{ json: { count: 7 } }] }));
    assert.match(id, /^[\w-]{8}$/);
    ids.add(id);
  }
  assert.equal(ids.size, 40);
});

const referrers = [
  ['', undefined],
  ['https://elsewhere.example/search?q=secret', 'elsewhere.example'],
  ['https://jane.example/?a', ''],
  ['http://elsewhere.example:8080/', 'elsewhere.example:8080'],
] as const;
for (const [referrer, r] of referrers) {
  test(`who comes from "${referrer}" is said to come from ${r === undefined ? 'nowhere' : `"${r}"`}`, async (context) => {
    assert.equal(readMessage(await run(context, 'api', { referrer })).r, r);
  });
}

for (const [pathname, p] of [
  ['/', undefined],
  ['/de/', '/de/'],
  ['/de/for/data/', '/de/for/data/'],
] as const) {
  test(`the page ${pathname} is ${p ? 'named' : 'not named, being the main one'}`, async (context) => {
    assert.equal(readMessage(await run(context, 'api', { pathname })).p, p);
  });
}

for (const [navigation, again] of [
  ['navigate', false],
  ['prerender', false],
  ['reload', true],
  ['back_forward', true],
  [undefined, false],
] as const) {
  test(`a page that was reached by ${navigation} is ${again ? 'no' : 'a'} new visit`, async (context) => {
    assert.equal(readMessage(await run(context, 'api', { navigation })).again, again);
    const stored = { visits: '4' };
    assert.equal(shown(await run(context, 'local', { navigation, stored })), again ? '4' : '5');
    assert.equal(stored.visits, again ? '4' : '5');
  });
}

const failures: readonly (readonly [what: string, answer: Answer])[] = [
  ['lost', 'lost'],
  ['a fault', { status: 502, json: { error: 'x' } }],
  ['a fault that looks like a total', { status: 503, json: { count: 3 } }],
  ['no JSON', { json: undefined }],
];
for (const [what, failure] of failures) {
  test(`a first answer that is ${what} is followed by the same message once more`, async (context) => {
    const page = await run(context, 'api', { answers: [failure, { json: { count: 1234 } }] });
    assert.equal(shown(page), '1,234');
    assert.equal(page.requests.length, 2);
    assert.deepEqual(readMessage(page, 0), readMessage(page, 1));
    assert.deepEqual(page.limits, [4000, 4000]);
  });

  test(`two answers that are ${what} are the end, and no line is shown`, async (context) => {
    const page = await run(context, 'api', { answers: [failure, failure, { json: { count: 9 } }] });
    assert.equal(shown(page), undefined);
    assert.equal(page.requests.length, 2);
  });
}

test('a page that nobody sees waits, and counts once when somebody does', async (context) => {
  const page = await run(context, 'api', { hidden: true, answers: [{ json: { count: 7 } }] });
  const { onvisibilitychange: look } = page.document;
  await look?.();
  assert.deepEqual([page.requests.length, page.document.onvisibilitychange], [0, look]);
  page.document.hidden = false;
  await look?.();
  assert.deepEqual([page.requests.length, shown(page), page.document.onvisibilitychange], [1, '7', null]);
});

test('totals are written in the language of the page', async (context) => {
  const answers = [{ json: { count: 12_345 } }];
  assert.equal(shown(await run(context, 'api', { answers, language: 'de' })), '12.345');
  assert.equal(shown(await run(context, 'local', { stored: { visits: '12344' }, language: 'de' })), '12.345');
});

test('the local counter begins with one, and shows nothing where nothing is kept or there is no line', async (context) => {
  const stored: Record<string, string> = {};
  assert.equal(shown(await run(context, 'local', { stored })), '1');
  assert.equal(shown(await run(context, 'local', { stored })), '2');
  assert.deepEqual(stored, { visits: '2' });
  assert.equal(shown(await run(context, 'local', { stored: 'full' })), undefined);
  assert.equal(shown(await run(context, 'local', { stored, hasLine: false })), undefined);
  assert.deepEqual(stored, { visits: '2' });
});
