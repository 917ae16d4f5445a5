import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { siteAssets } from '../../test/fixtures/resumes.ts';
import { listUnsaid, listUnused } from './list-omitted.ts';

const none = new Uint8Array();
const list = (
  meta: NonNullable<Resume['meta']>,
  names: readonly string[] = [],
  shown = '',
  leftovers?: readonly string[],
) => [
  ...listUnsaid({ basics: { name: 'A' }, meta }),
  ...listUnused(
    { ...siteAssets, publicFiles: new Map(names.map((name) => [name, none])), leftovers },
    ['index.html'],
    shown,
  ),
];

const files: readonly [what: string, name: string, isListed: boolean][] = [
  ['an AVIF', 'a.avif', true],
  ['a GIF', 'a.gif', true],
  ['a JPEG', 'deep/a.jpeg', true],
  ['a JPG from a camera', 'DSC1.JPG', true],
  ['a PNG', 'my face.png', true],
  ['a WebP', 'a.webp', true],
  ['a document, which others may link to', 'cv.pdf', false],
  ['a document about a PNG', 'a.png.txt', false],
  ['a name that only ends like one', 'apng', false],
  ['the icon of a browser’s tab', 'favicon.png', false],
  ['the icon of a phone', 'apple-touch-icon-precomposed.png', false],
  ['a picture of a favicon', 'my-favicon.png', true],
  ['a hidden file', '.well-known/a.png', false],
  ['a file with dots', 'a.b.png', true],
];

for (const [what, name, isListed] of files) {
  test(`${what} that nothing on the page uses is ${isListed ? 'listed' : 'nobody’s business'}`, () => {
    assert.deepEqual(
      list({}, [name]).map(({ path, value }) => [path, value]),
      isListed ? [[`public/${name}`, '']] : [],
    );
    assert.deepEqual(list({}, [name], `<img src="/${encodeURI(name)}">`), []);
  });
}

test('a picture that everybody can read says so, with its address', () => {
  assert.equal(
    list({}, ['secret.png'])[0]?.why,
    'nothing on the page uses it, and everybody can read it at /secret.png; remove it if it is not meant for that',
  );
});

test('what an editor left and a page of the person’s own are listed, with their reasons', () => {
  assert.deepEqual(list({}, ['index.html'], '', ['.a.swp']), [
    { path: 'public/index.html', value: '', why: 'the page itself has this name' },
    { path: 'public/.a.swp', value: '', why: 'an editor left it there' },
  ]);
});

test('of meta the sentences are listed, and neither settings nor facts about the file', () => {
  const meta = { gdpr: 'Agreed.\n\nA.', version: 'v1.0.0', padded: ' one ', theme: { x: 'a b' }, level: 3 };
  assert.deepEqual(list(meta as NonNullable<Resume['meta']>), [
    {
      path: 'meta.gdpr',
      value: 'Agreed.\n\nA.',
      why: 'what stands under meta is not shown; /resume.json has it',
    },
  ]);
});

test('a language without headings is listed, unless the person wrote some', () => {
  assert.deepEqual(list({ language: 'xx' }), [
    {
      path: 'meta.language',
      value: 'xx',
      why: 'there are no headings in this language, so the page uses English ones; write yours in meta.site.labels',
    },
  ]);
  assert.deepEqual(list({ language: 'xx', site: { labels: { work: 'Zzz' } } }), []);
  assert.deepEqual(list({ language: 'de' }), []);
});
