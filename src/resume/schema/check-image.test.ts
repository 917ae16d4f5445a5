import assert from 'node:assert/strict';
import test from 'node:test';
import { checkImage } from './check-image.ts';

test('An image is a file of public/', () => {
  for (const image of ['photo.jpg', 'img/me 2.webp', 'фото.png', '.hidden.png', 'data:image/png;base64,iVBORw0=']) {
    assert.equal(checkImage(image), undefined, image);
  }
  for (const [image, file] of [
    ['./photo.jpg', 'photo.jpg'],
    ['/photo.jpg', 'photo.jpg'],
    ['public/photo.jpg', 'photo.jpg'],
    ['./public/img/photo.jpg', 'img/photo.jpg'],
  ] as const) {
    const message = `"${image}" is not written from public/ on; write "${file}".`;
    assert.deepEqual(checkImage(image), { message, instead: file });
  }
  for (const image of [
    '../a.jpg',
    'a/../b.jpg',
    'a//b.jpg',
    'a\\b.jpg',
    '..\\a.jpg',
    '%2e%2e/a.jpg',
    'a.jpg?x',
    'a.jpg#x',
    '.',
    'a/. /b',
  ]) {
    assert.match(checkImage(image)?.message ?? '', /is not the path of a file in public\//, image);
  }
  for (const [image, why] of [
    ['http://example.com/a.jpg', /is on another host/],
    ['https://example.com/a.jpg?s=1', /is on another host/],
    ['//example.com/a.jpg', /is on another host/],
    ['data:text/html,x', /is not a picture/],
    ['javascript:x', /is not a file of the site/],
    ['C:/a.jpg', /is not a file of the site/],
  ] as const) {
    const invalid = checkImage(image);
    assert.match(invalid?.message ?? '', why, image);
    assert.equal(invalid?.isLeftOut, true);
  }
});
