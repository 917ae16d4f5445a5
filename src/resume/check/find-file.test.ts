import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';
import { findPublicPath } from './find-file.ts';

test('A path leads into public/, however it begins and ends', () => {
  for (const [written, path] of [
    ['a.pdf', 'a.pdf'],
    ['/a.pdf', 'a.pdf'],
    ['./a.pdf', 'a.pdf'],
    ['./././/a.pdf', 'a.pdf'],
    ['public/a.pdf', 'a.pdf'],
    ['./public//a.pdf', 'a.pdf'],
    ['docs/public/a.pdf', 'docs/public/a.pdf'],
    ['docs/./a.pdf', 'docs/./a.pdf'],
    ['docs/', 'docs/index.html'],
    ['docs//a', 'docs//a'],
    ['', 'index.html'],
    ['/', 'index.html'],
    ['my%20cv.pdf', 'my cv.pdf'],
    ['100%.pdf', '100%.pdf'],
    ['Mu\u0308ller.pdf', 'M\u00fcller.pdf'],
    ['Mu%CC%88ller.pdf', 'M\u00fcller.pdf'],
  ] as const)
    assert.equal(findPublicPath(written), path, written);
});

const publicFiles = ['photo.jpg', 'docs/Vitae.pdf', 'ab.pdf', 'abcd.pdf', 'page/index.html', 'x.tar.gz'];
const missing = (path: string, what: string, near?: string) =>
  near === undefined
    ? `There is no file "${path}" in public/; put it there, and until then the page shows no ${what}.`
    : `There is no file "${path}" in public/; did you mean "${near}"? Write that name; until then the page shows no ${what}.`;

const cases: readonly (readonly [key: 'image' | 'url', value: string, message?: string])[] = [
  ['image', 'photo.jpg'],
  ['image', 'Photo.JPG', missing('Photo.JPG', 'photo', 'photo.jpg')],
  ['image', 'photo.png', missing('photo.png', 'photo', 'photo.jpg')],
  ['image', 'img/photo.jpg', missing('img/photo.jpg', 'photo', 'photo.jpg')],
  ['image', 'me.jpg', missing('me.jpg', 'photo')],
  ['url', 'docs/Vitae.pdf'],
  ['url', 'docs/Vitae.pdf#page=2'],
  ['url', 'docs/Vitae.pdf?x'],
  ['url', 'page/'],
  ['url', 'index.html'],
  ['url', 'resume.json'],
  ['url', 'https://a.example/me.pdf'],
  ['url', 'vitae.pdf', missing('vitae.pdf', 'link', 'docs/Vitae.pdf')],
  ['url', 'vitea.pdf', missing('vitea.pdf', 'link', 'docs/Vitae.pdf')],
  ['url', 'viteaxx.pdf', missing('viteaxx.pdf', 'link')],
  ['url', 'ax.pdf', missing('ax.pdf', 'link')],
  ['url', 'abxy.pdf', missing('abxy.pdf', 'link', 'abcd.pdf')],
  ['url', 'x.tar.zip', missing('x.tar.zip', 'link', 'x.tar.gz')],
];

for (const [key, value, message] of cases) {
  test(`${key}: ${value} is ${message === undefined ? 'there' : 'missing'}`, () => {
    const { problems } = parseResume(`basics: {name: J, ${key}: "${value}"}`, 'yaml', { publicFiles });
    assert.deepEqual(
      problems.map((problem) => problem.message),
      message === undefined ? [] : [message],
    );
  });
}
