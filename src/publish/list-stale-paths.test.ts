import assert from 'node:assert/strict';
import test from 'node:test';
import { listStalePaths } from './list-stale-paths.ts';

const many = Array.from({ length: 16 }, (_, index) => `${index}.txt`);

const cases: readonly (readonly [title: string, files: readonly string[], paths: readonly string[]])[] = [
  ['no file has no path', [], []],
  ['a file has one path', ['photo.jpg'], ['/photo.jpg']],
  ["the site's page has two", ['index.html'], ['/', '/index.html']],
  ["a folder's page has two", ['cv/index.html'], ['/cv/', '/cv/index.html']],
  ['a name that only ends like a page has one', ['my-index.html'], ['/my-index.html']],
  ['spaces, umlauts and asterisks are encoded', ['my cv/ü*.pdf'], ['/my%20cv/%C3%BC%2A.pdf']],
  [
    'fifteen paths are named',
    many.slice(1),
    many
      .slice(1)
      .map((name) => `/${name}`)
      .sort(),
  ],
  ['more are one wildcard', many, ['/*']],
];

for (const [title, files, paths] of cases) {
  test(title, () => assert.deepEqual(listStalePaths(files), paths));
}
