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
];

for (const [title, text] of strangers)
  test(`${title} is not an index`, () => assert.equal(parseIndex(text), undefined));
