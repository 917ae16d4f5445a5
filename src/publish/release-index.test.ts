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

const strangers: readonly (readonly [title: string, text: string])[] = [
  ['an empty text', ''],
  ['half a text', formatIndex(index).slice(0, 100)],
  ['another text', 'null'],
  ['another version', JSON.stringify({ ...index, version: 2 })],
  ['an index without releases', JSON.stringify({ ...index, releases: undefined })],
  ['a release without files', JSON.stringify({ ...index, dropped: [{ ...release, files: undefined }] })],
  [
    'a file without a hash',
    JSON.stringify({ ...index, unfinished: [{ ...release, files: [{ ...file, sha256: '../x' }] }] }),
  ],
  ['a live release that is no name', JSON.stringify({ ...index, current: 1 })],
  ['one that never says what is live', JSON.stringify({ ...index, current: undefined })],
  ['a release without a name', JSON.stringify({ ...index, releases: [{ ...release, id: 1 }] })],
  [
    'one good file and one without a size',
    JSON.stringify({ ...index, releases: [{ ...release, files: [file, { ...file, bytes: '3' }] }] }),
  ],
  [
    'a file without a path',
    JSON.stringify({ ...index, releases: [{ ...release, files: [{ ...file, path: undefined }] }] }),
  ],
  [
    'a hash with more before it',
    JSON.stringify({ ...index, releases: [{ ...release, files: [{ ...file, sha256: `x${file.sha256}` }] }] }),
  ],
  [
    'a hash with more after it',
    JSON.stringify({ ...index, releases: [{ ...release, files: [{ ...file, sha256: `${file.sha256}/..` }] }] }),
  ],
  ['a lock of no one', JSON.stringify({ ...index, lock: { since: '', until: '' } })],
  ['a lock that is nothing', JSON.stringify({ ...index, lock: null })],
  ['a lock without an end', JSON.stringify({ ...index, lock: { owner: 'me', since: '' } })],
];

for (const [title, text] of strangers)
  test(`${title} is not an index`, () => assert.equal(parseIndex(text), undefined));

test('a lock is read again', () => {
  const locked = { ...index, lock: { owner: 'me', since: 'a', until: 'b' } };
  assert.deepEqual(parseIndex(formatIndex(locked)), locked);
});
