import assert from 'node:assert/strict';
import test from 'node:test';
import { isEmptyChange, planChange, type SiteChange } from './plan-change.ts';
import type { Release, ReleaseFile } from './release.ts';
import { bodyKey, emptyIndex, type ReleaseIndex, siteKey } from './release-index.ts';

const page = 'text/html; charset=utf-8';

function file(path: string, content: string, cache = 'max-age=0'): ReleaseFile {
  const type = path.endsWith('.html') ? page : 'text/plain';
  return { path, bytes: content.length, sha256: Buffer.from(content).toString('hex').padEnd(64, '0'), type, cache };
}
const asset = (path: string) => file(path, path, 'max-age=31536000, immutable');

function release(id: string, ...files: readonly ReleaseFile[]): Release {
  return { id, at: '', policy: '', files };
}

function createIndex(
  current: string | null,
  releases: readonly Release[],
  rest: Partial<ReleaseIndex> = {},
): ReleaseIndex {
  return { ...emptyIndex, current, releases, ...rest };
}

/** The etags of a bucket that has these bodies, and these files in their places. */
function etags(bodies: readonly Release[], placed: readonly ReleaseFile[]): ReadonlyMap<string, string> {
  const files = bodies.flatMap((one) => one.files);
  return new Map([
    ...files.map((one) => [bodyKey(one), one.sha256] as const),
    ...placed.map((one) => [siteKey(one.path), one.sha256] as const),
    ['theirs.txt', 'theirs'],
    ['site/theirs.txt', 'theirs'],
  ]);
}

const one = release(
  'one',
  file('404.html', 'gone'),
  asset('a.css'),
  file('index.html', 'one'),
  file('photo.jpg', 'photo'),
);
const two = release(
  'two',
  file('404.html', 'gone'),
  asset('b.css'),
  file('index.html', 'two'),
  file('photo.jpg', 'photo'),
);
const paths = (groups: readonly (readonly ReleaseFile[])[]) => groups.map((group) => group.map(({ path }) => path));

const placed = ({ assets, files, pages }: SiteChange) => paths([assets, files, pages]);

test('an empty bucket gets everything: assets, then other files, then pages', () => {
  const change = planChange(emptyIndex, new Map(), one, [one]);
  assert.deepEqual(paths([change.store]), [['404.html', 'a.css', 'index.html', 'photo.jpg']]);
  assert.deepEqual(placed(change), [['a.css'], ['photo.jpg'], ['404.html', 'index.html']]);
  assert.deepEqual([change.remove, change.forget], [[], []]);
  assert.deepEqual(change.invalidate, ['/', '/404.html', '/index.html', '/photo.jpg']);
});

test('what is in place with its content and headers stays as it is', () => {
  const change = planChange(createIndex('one', [one]), etags([one], one.files), one, [one]);
  assert.ok(isEmptyChange(change));
  assert.deepEqual([change.store, change.invalidate, change.forget], [[], [], []]);
});

test('only what changed is brought, and the old stylesheet stays for pages that are still open', () => {
  const change = planChange(createIndex('one', [one]), etags([one], one.files), two, [two, one]);
  assert.deepEqual(paths([change.store]), [['b.css', 'index.html']]);
  assert.deepEqual(placed(change), [['b.css'], [], ['index.html']]);
  assert.deepEqual(change.invalidate, ['/', '/index.html']);
  assert.deepEqual([change.remove, change.forget], [[], []]);
});

test('going back brings a file anew that a later release gave other headers', () => {
  const [old, next] = ['text/css', 'text/css; charset=utf-8'].map((type) => ({ ...asset('a.css'), type }));
  assert.ok(old && next);
  const [first, second] = [release('first', old), release('second', next)];
  const bucket = etags([first], [next]);
  const back = planChange(createIndex('second', [second, first]), bucket, first, [second, first]);
  assert.deepEqual(
    back.assets.map(({ type }) => type),
    ['text/css'],
  );
  // A release without the file came since: it still has the headers of the last one that has it.
  const third = release('third', file('index.html', 'three'));
  const all = [third, second, first];
  const later = (target: Release) => placed(planChange(createIndex('third', all), bucket, target, all))[0];
  assert.deepEqual([later(second), later(first)], [[], ['a.css']]);
});

test('going back brings nothing that is still there', () => {
  const change = planChange(createIndex('two', [two, one]), etags([one, two], [...one.files, ...two.files]), one, [
    two,
    one,
  ]);
  assert.deepEqual(change.store, []);
  assert.deepEqual(placed(change), [[], [], ['index.html']]);
  assert.deepEqual([change.remove, change.forget], [[], []]);
});

test('what no kept release needs is forgotten, and nothing else', () => {
  const change = planChange(createIndex('two', [two, one]), etags([one, two], [...two.files, asset('a.css')]), two, [
    two,
  ]);
  assert.deepEqual(change.forget, ['site/a.css', bodyKey(asset('a.css')), bodyKey(file('', 'one'))]);
  assert.deepEqual(change.remove, []);
});

test('a file that is gone from the site goes at once, but its content stays to go back to', () => {
  const next = release('next', file('index.html', 'one'), asset('a.css'));
  const change = planChange(createIndex('one', [one]), etags([one], one.files), next, [next, one]);
  assert.deepEqual(change.remove, ['404.html', 'photo.jpg']);
  assert.deepEqual(change.invalidate, ['/404.html', '/photo.jpg']);
  assert.deepEqual(change.forget, []);
});

test('a file of the same name that publishing did not bring is never removed', () => {
  const change = planChange(createIndex('one', [one]), etags([one], one.files), release('none'), []);
  assert.ok(!JSON.stringify(change).includes('theirs'));
});

test('other headers are put in place without uploading the content again', () => {
  const next = release(
    'next',
    ...one.files.map((each) => (each.path === 'photo.jpg' ? { ...each, type: 'image/jpeg' } : each)),
  );
  const change = planChange(createIndex('one', [one]), etags([one], one.files), next, [next, one]);
  assert.deepEqual([change.store.length, placed(change)], [0, [[], ['photo.jpg'], []]]);
});

const repairs: readonly (readonly [
  title: string,
  bodies: readonly Release[],
  placed: readonly ReleaseFile[],
  brought: readonly string[],
])[] = [
  ['deleted by hand', [one], one.files.slice(1), ['404.html']],
  ['overwritten by hand', [one], [...one.files.slice(1), file('404.html', 'other')], ['404.html']],
  ['without its kept content', [release('rest', ...one.files.slice(1))], one.files, ['404.html']],
];
for (const [title, bodies, there, brought] of repairs) {
  test(`a file ${title} is put in place again`, () => {
    const change = planChange(createIndex('one', [one]), etags(bodies, there), one, [one]);
    assert.deepEqual(placed(change).flat(), brought);
  });
}

test('after an interruption everything is put in place, and what it left is removed', () => {
  const broken = release('broken', file('index.html', 'broken'), file('new.txt', 'new'), asset('c.css'));
  const state = etags([one, broken], [...one.files, file('new.txt', 'new'), asset('c.css')]);
  const change = planChange(createIndex('one', [one], { unfinished: [broken] }), state, one, [one]);
  assert.deepEqual(placed(change), [['a.css'], ['photo.jpg'], ['404.html', 'index.html']]);
  assert.deepEqual(change.remove, ['new.txt']);
  assert.deepEqual(change.forget, ['site/c.css', ...broken.files.map(bodyKey)]);
});

test('what the last change could not forget is looked after by the next', () => {
  const change = planChange(createIndex('two', [two], { dropped: [one] }), etags([one, two], two.files), two, [two]);
  assert.deepEqual(change.forget, [bodyKey(asset('a.css')), bodyKey(file('', 'one'))]);
});

test('the same content under two names is stored once', () => {
  const change = planChange(emptyIndex, new Map(), release('twins', file('a.txt', 'x'), file('b.txt', 'x')), []);
  assert.deepEqual([change.store.length, placed(change)[1]], [1, ['a.txt', 'b.txt']]);
});

const many = Array.from({ length: 16 }, (_, index) => `${index}.txt`);
const addresses: readonly (readonly [title: string, files: readonly string[], addresses: readonly string[]])[] = [
  ['no file has no address', [], []],
  ['a file has one address', ['photo.jpg'], ['/photo.jpg']],
  ["the site's page has two", ['index.html'], ['/', '/index.html']],
  ["a folder's page has two", ['cv/index.html'], ['/cv/', '/cv/index.html']],
  ['a name that only ends like a page has one', ['my-index.html'], ['/my-index.html']],
  ['addresses are in order', ['b.txt', 'a_1.txt'], ['/a_1.txt', '/b.txt']],
  [
    'fifteen addresses are named',
    many.slice(1),
    many
      .slice(1)
      .map((name) => `/${name}`)
      .sort(),
  ],
  ['more are one wildcard', many, ['/*']],
  ...[...' ~+@,;=&$:!()\'*%ü日"<'].map(
    (sign) => [`a name with ${sign} makes it a wildcard`, ['plain.txt', `a${sign}b.txt`], ['/*']] as const,
  ),
];
for (const [title, files, expected] of addresses) {
  test(title, () => {
    const next = release('next', ...files.map((path) => file(path, path)));
    assert.deepEqual(planChange(emptyIndex, new Map(), next, [next]).invalidate, expected);
  });
}

test('what lies in a place is known when it is replaced', () => {
  const change = planChange(createIndex('one', [one]), etags([one], one.files), two, [two, one]);
  assert.deepEqual(
    [...change.assets, ...change.pages].map(({ path, replaces }) => [path, replaces]),
    [
      ['b.css', undefined],
      ['index.html', file('', 'one').sha256],
    ],
  );
});

test('what is neither in its place nor kept is brought anew, though the index calls it live', () => {
  const change = planChange(createIndex('one', [one]), new Map(), one, [one]);
  assert.deepEqual(paths([change.store]), [['404.html', 'a.css', 'index.html', 'photo.jpg']]);
  assert.deepEqual(placed(change), [['a.css'], ['photo.jpg'], ['404.html', 'index.html']]);
});

test('a change is empty when nothing is put in place and nothing is taken away', () => {
  const nothing = planChange(createIndex('one', [one]), etags([one], one.files), one, [one]);
  const placement = { ...file('x', 'x'), replaces: undefined };
  assert.equal(isEmptyChange(nothing), true);
  assert.equal(isEmptyChange({ ...nothing, forget: ['bodies/x'], store: [placement] }), true);
  assert.equal(isEmptyChange({ ...nothing, remove: ['x'] }), false);
  for (const group of ['assets', 'files', 'pages'])
    assert.equal(isEmptyChange({ ...nothing, [group]: [placement] }), false);
});
