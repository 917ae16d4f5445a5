import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyBook, formatBook, parseBook, type ReleaseBook } from './release-book.ts';

const file = { path: 'index.html', bytes: 3, sha256: 'a'.repeat(64), type: 'text/html', cache: 'no-cache' };
const release = { id: 'one', at: '2026-11-24T08:12:04.000Z', policy: '', files: [file] };
const book: ReleaseBook = {
  version: 1,
  current: 'one',
  releases: [release],
  unfinished: [release],
  dropped: [release],
};

for (const written of [emptyBook, book]) {
  test(`what is written is read again, with ${written.releases.length} releases`, () => {
    assert.deepEqual(parseBook(formatBook(written)), written);
  });
}

const strangers: readonly (readonly [title: string, text: string])[] = [
  ['an empty text', ''],
  ['half a text', formatBook(book).slice(0, 100)],
  ['another text', 'null'],
  ['another version', JSON.stringify({ ...book, version: 2 })],
  ['a book without releases', JSON.stringify({ ...book, releases: undefined })],
  ['a release without files', JSON.stringify({ ...book, dropped: [{ ...release, files: undefined }] })],
  [
    'a file without a hash',
    JSON.stringify({ ...book, unfinished: [{ ...release, files: [{ ...file, sha256: '../x' }] }] }),
  ],
];

for (const [title, text] of strangers) test(`${title} is no book`, () => assert.equal(parseBook(text), undefined));
