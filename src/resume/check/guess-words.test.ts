import assert from 'node:assert/strict';
import test from 'node:test';
import { guessLanguage, listProse } from './guess-language.ts';

for (const [text, page, guessed] of [
  // Three words are enough, two of them longer than a letter.
  ['the and of the and of', 'de', 'en'],
  ['the and the and the and', 'de', undefined],
  ['y el los y el los', 'de', 'es'],
  ['y el y el a y el y el', 'de', undefined],
  ['the and of the and', 'de', undefined],
  // As many of Danish as of Norwegian.
  ['og det som for med av på er en et', 'de', undefined],
  ['og å det som innen ble og å innen ble', 'de', 'nb'],
  ...['nb', 'no', 'nn'].map((page) => ['og å det som innen ble og å innen ble', page, undefined] as const),
  ['og det som for med blev inden fra der samt', 'no', undefined],
  ['負責支付平臺的設計與營運', 'yue', undefined],
  ['負責支付平臺的設計與營運', 'zh', undefined],
  ['負責支付平臺的設計與營運', 'ja', 'zh-Hant'],
] as const) {
  test(`“${text}” on a page in ${page} seems to be ${guessed ?? 'as good as any'}`, () => {
    assert.equal(guessLanguage(text, page), guessed);
  });
}

test('The prose of a résumé has its texts in lines of their own, up to a length', () => {
  assert.equal(
    listProse({ basics: { name: 'J', summary: 'a' }, work: [{ name: 'A', highlights: ['b', 'c'] }, { name: 'B' }] })
      .split('\n')
      .filter((line) => line !== '')
      .join(),
    'a,b,c',
  );
  assert.equal(listProse({ basics: { name: 'J', summary: 'a'.repeat(30_000) } }).length, 20_000);
});
