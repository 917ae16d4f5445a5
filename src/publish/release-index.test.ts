import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyIndex, formatIndex, parseIndex, type ReleaseIndex } from './release-index.ts';

const file = { path: 'index.html', bytes: 3, sha256: 'a'.repeat(64), type: 'text/html', cache: 'no-cache' };
const release = { id: 'one', at: '2026-11-24T08:12:04.000Z', policy: '', files: [file] };
const index: ReleaseIndex = {
  version: 1,
  current: 'one',
  releases: [release],
  unfinished: [release],
  dropped: [release],
};

for (const written of [emptyIndex, index]) {
  test(`what is written is read again, with ${written.releases.length} releases`, () => {
    assert.deepEqual(parseIndex(formatIndex(written)), written);
  });
}

const lock = { owner: 'jane', since: '2026-11-24T08:12:04.000Z', until: '2026-11-24T08:32:04.000Z' };

test('what is written is read again, with who publishes', () => {
  assert.deepEqual(parseIndex(formatIndex({ ...index, lock })), { ...index, lock });
});

const withFile = (change: object) => ({
  ...index,
  unfinished: [{ ...release, files: [file, { ...file, ...change }] }],
});
const withRelease = (change: object) => ({ ...index, releases: [release, { ...release, ...change }] });
const strangers: readonly (readonly [title: string, data: unknown])[] = [
  ['null', null],
  ['a list', []],
  ['another version', { ...index, version: 2 }],
  ['an index that is live by a number', { ...index, current: 1 }],
  ['an index without a word about what is live', { ...index, current: undefined }],
  ['an index without releases', { ...index, releases: undefined }],
  ['an index without what was begun', { ...index, unfinished: {} }],
  ['an index without what was left behind', { ...index, dropped: '' }],
  ['a release without files', { ...index, dropped: [{ ...release, files: undefined }] }],
  ['a release with a file for its files', withRelease({ files: file })],
  ['a release without a name', withRelease({ id: undefined })],
  ['a release without a time', withRelease({ at: 5 })],
  ['a release without a policy', withRelease({ policy: null })],
  ['a file without a hash', withFile({ sha256: undefined })],
  ['a file with a way out for a hash', withFile({ sha256: '../x' })],
  ['a file with more than a hash', withFile({ sha256: `${'a'.repeat(64)}/x` })],
  ['a file with something before its hash', withFile({ sha256: `x/${'a'.repeat(64)}` })],
  ['a file without a path', withFile({ path: 1 })],
  ['a file without a type', withFile({ type: undefined })],
  ['a file without a time to keep it', withFile({ cache: undefined })],
  ['a file whose size is a text', withFile({ bytes: '3' })],
  ['a lock that is nothing', { ...index, lock: null }],
  ['a lock of nobody', { ...index, lock: { ...lock, owner: undefined } }],
  ['a lock without a beginning', { ...index, lock: { ...lock, since: 5 } }],
  ['a lock without an end', { ...index, lock: { ...lock, until: undefined } }],
];
for (const [title, data] of strangers)
  test(`${title} is not an index`, () => assert.equal(parseIndex(JSON.stringify(data)), undefined));

for (const [title, text] of [
  ['an empty text', ''],
  ['half a text', formatIndex(index).slice(0, 100)],
] as const)
  test(`${title} is not an index`, () => assert.equal(parseIndex(text), undefined));
