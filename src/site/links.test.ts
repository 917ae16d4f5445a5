import assert from 'node:assert/strict';
import test from 'node:test';
import { createLinkResolver, displayUrl } from './links.ts';

const files = new Set([
  'cv.pdf',
  'pub/2023/x.pdf',
  'my cv.pdf',
  'slides/index.html',
  'deep/slides/index.html',
  'public/x.pdf',
  'mypublic/x.pdf',
  'x./a',
  '100%.pdf',
  'what?.pdf',
  'Müller.pdf',
]);
const resolveLink = createLinkResolver((path) => files.has(path));

const cases: readonly [url: string, safe: string | undefined][] = [
  ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
  ['http://a.example', 'http://a.example'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['tel:+491234', 'tel:+491234'],
  [' https://a.example ', 'https://a.example'],
  ['/cv.pdf', '/cv.pdf'],
  ['cv.pdf', '/cv.pdf'],
  ['./cv.pdf', '/cv.pdf'],
  ['public/cv.pdf', '/cv.pdf'],
  ['pub/2023/x.pdf#page=2', '/pub/2023/x.pdf#page=2'],
  ['my%20cv.pdf', '/my%20cv.pdf'],
  ['my cv.pdf', '/my%20cv.pdf'],
  ['Mu\u0308ller.pdf', '/M%C3%BCller.pdf'],
  ['Mu%CC%88ller.pdf', '/M%C3%BCller.pdf'],
  ['slides/', '/slides/'],
  ['slides', '/slides'],
  ['deep/slides/', '/deep/slides/'],
  ['slides//', undefined],
  ['/slides/#2', '/slides/#2'],
  ['./public/cv.pdf', '/cv.pdf'],
  ['public/public/x.pdf', '/public/x.pdf'],
  ['mypublic/x.pdf', '/mypublic/x.pdf'],
  ['mypublic/cv.pdf', undefined],
  ['x./a', '/x./a'],
  ['..cv.pdf', undefined],
  ['cv.pdf?a=ü#x y', '/cv.pdf?a=%C3%BC#x%20y'],
  ['cv.pdf#a\nb', '/cv.pdf#a%0Ab'],
  ['100%.pdf', '/100%25.pdf'],
  ['what?.pdf', undefined],
  ['%E0%A4%A', undefined],
  ['MAILTO:a@b.example', 'MAILTO:a@b.example'],
  ['ftp://a.example', undefined],
  ['../cv.pdf', undefined],
  ['/none.pdf', undefined],
  ['#', undefined],
  ['@hbo', undefined],
  ['//cv.pdf', undefined],
  ['\\\\cv.pdf', undefined],
  ['//a.example', undefined],
  ['/\\a.example', undefined],
  ['a/b', undefined],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['data:text/html,a', undefined],
  ['file:///etc/passwd', undefined],
  ['', undefined],
];

for (const [url, safe] of cases) {
  test(`${JSON.stringify(url)} is ${safe ? 'safe to follow' : 'not followed'}`, () => {
    assert.equal(resolveLink(url), safe);
  });
}

const shown: readonly [url: string, text: string][] = [
  ['HTTPS://WWW.A.example', 'A.example'],
  ['mailto:a@b.example', 'a@b.example'],
  ['tel:+49761', '+49761'],
  ['https://a.example/www.b/', 'a.example/www.b'],
  ['https://a.example/b//', 'a.example/b/'],
  ['https://a.example/#/x/', 'a.example'],
  ['https://a.example?q=1\n2', 'a.example'],
  ['see https://www.a.example', 'see https://www.a.example'],
  ['https://a.example/x%20y?z', 'a.example/x%20y?z'],
  ['/', '/'],
];

for (const [url, text] of shown) {
  test(`${JSON.stringify(url)} is shown as ${JSON.stringify(text)}`, () => {
    assert.equal(displayUrl(url), text);
  });
}

test('an address is shown as a person would say it', () => {
  assert.equal(displayUrl('https://www.ada.example/'), 'ada.example');
  assert.equal(displayUrl('http://ada.example/cv'), 'ada.example/cv');
  assert.equal(displayUrl('https://scholar.google.com/citations?user=x&hl=en'), 'scholar.google.com/citations');
  assert.equal(displayUrl('https://zh.example/%E4%BD%A0%E5%A5%BD'), 'zh.example/你好');
  assert.equal(displayUrl('https://a.example/%E2%80%AEx'), 'a.example/%E2%80%AEx');
  assert.equal(displayUrl('https://a.example/100%'), 'a.example/100%');
});
