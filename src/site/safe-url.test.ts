import assert from 'node:assert/strict';
import test from 'node:test';
import { displayUrl, safeUrl } from './safe-url.ts';

const cases: readonly [url: string, safe: string | undefined][] = [
  ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
  ['http://a.example', 'http://a.example'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['tel:+491234', 'tel:+491234'],
  [' https://a.example ', 'https://a.example'],
  ['/cv.pdf', '/cv.pdf'],
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
    assert.equal(safeUrl(url), safe);
  });
}

test('an address is shown as a person would say it', () => {
  assert.equal(displayUrl('https://www.ada.example/'), 'ada.example');
  assert.equal(displayUrl('http://ada.example/cv'), 'ada.example/cv');
});
