import assert from 'node:assert/strict';
import test from 'node:test';
import { findPhoto } from './photo.ts';

const body = new Uint8Array([1, 2, 3]);
const files = new Map([
  ['face.jpg', body],
  ['pictures/Me.PNG', body],
  ['me.2020.jpg', body],
]);

function find(image: string | undefined) {
  const reasons: string[] = [];
  const photo = findPhoto(image, files, ({ path, value, why }) => {
    assert.deepEqual([path, value], ['basics.image', image]);
    reasons.push(why);
  });
  return { photo, reasons };
}

const written: readonly [type: string, path: string][] = [
  ['png', 'photo.png'],
  ['jpeg', 'photo.jpg'],
  ['JPG', 'photo.jpg'],
  ['gif', 'photo.gif'],
  ['webp', 'photo.webp'],
  ['avif', 'photo.avif'],
];

for (const [type, path] of written) {
  test(`a picture written out as data:image/${type} is ${path}`, () => {
    assert.deepEqual(find(`data:image/${type};base64,AQ\nID`), {
      photo: { path, body: new Uint8Array([1, 2, 3]) },
      reasons: [],
    });
  });
}

for (const image of ['face.jpg', './face.jpg', '/face.jpg', 'public/face.jpg']) {
  test(`${image} is the file of public/`, () => {
    assert.deepEqual(find(image), { photo: { path: 'face.jpg', body }, reasons: [] });
  });
}

test('no picture is nothing that is left out', () => {
  assert.deepEqual(find(undefined), { photo: undefined, reasons: [] });
  assert.deepEqual(find(''), { photo: undefined, reasons: [] });
});

const kinds = 'only a PNG, JPEG, WebP, AVIF or GIF in public/ can be shown';
const elsewhere = 'the page asks no other host for anything; put the picture into public/ and write its name';
const missing: readonly [image: string, why: string][] = [
  ['https://a.example/face.jpg', elsewhere],
  ['HTTP://a.example/face.jpg', elsewhere],
  ['data:image/svg+xml;base64,AAAA', kinds],
  ['data:image/png,AAAA', kinds],
  ['xdata:image/png;base64,AAAA', kinds],
  ['data:image/png;base64,AAAA"', kinds],
  ['FILE:///face.jpg', kinds],
  ['none.jpg', 'there is no file none.jpg in public/'],
  ['./my https: face.jpg', 'there is no file my https: face.jpg in public/'],
  ['FACE.jpeg', 'there is no file FACE.jpeg in public/; did you mean face.jpg?'],
  ['face', 'there is no file face in public/; did you mean face.jpg?'],
  ['Me.PNG', 'there is no file Me.PNG in public/; did you mean pictures/Me.PNG?'],
  ['pictures/me.webp', 'there is no file pictures/me.webp in public/; did you mean pictures/Me.PNG?'],
  ['me.2021.jpg', 'there is no file me.2021.jpg in public/'],
  ['e.PNG', 'there is no file e.PNG in public/'],
];

for (const [image, why] of missing) {
  test(`the picture ${image} is not shown, with the reason`, () => {
    assert.deepEqual(find(image), { photo: undefined, reasons: [why] });
  });
}
