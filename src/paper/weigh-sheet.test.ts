import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from '#site';
import { createSheet } from './create-sheet.ts';
import { breakWords, isLongSheet, weighSheet } from './weigh-sheet.ts';

const lay = ({ basics, ...more }: Partial<Resume>) =>
  createSheet(createOutline({ basics: { name: 'Ada', ...basics }, ...more }, new Map()).outline, {
    accent: '#17524a',
  });
const keywords = (count: number) => ({ skills: [{ name: 'Go', keywords: Array<string>(count).fill('a') }] });

test('a text weighs its bytes, and a short one as much as a line', () => {
  const weigh = (summary: string) => weighSheet(lay({ basics: { name: 'Ada', summary } }));
  const [short, least] = [weigh('a'), weigh('a'.repeat(25))];
  assert.deepEqual([least - short, weigh('a'.repeat(125)) - short, weigh('語'.repeat(25)) - short], [0, 100, 50]);
  assert.equal(weighSheet(lay(keywords(101))) - weighSheet(lay(keywords(1))), 2500);
});

const cases: readonly (readonly [what: string, resume: Partial<Resume>, isLong: boolean])[] = [
  ['a paragraph of 3,000 letters', { basics: { name: 'Ada', summary: 'a '.repeat(1500) } }, false],
  ['one of 3,400', { basics: { name: 'Ada', summary: 'a '.repeat(1700) } }, true],
  ['one of 3,400 in pieces', { basics: { name: 'Ada', summary: '**a** a '.repeat(850) } }, true],
  ['a title of 3,400', { work: [{ name: 'a '.repeat(1700), position: 'Engineer' }] }, true],
  ['ten paragraphs of 700', { work: [{ name: 'Works', highlights: Array<string>(10).fill('a '.repeat(350)) }] }, false],
  ['thirty', { work: [{ name: 'Works', highlights: Array<string>(30).fill('a '.repeat(350)) }] }, true],
  ['100 hyphens in a paragraph', { basics: { name: 'Ada', summary: 'up-to '.repeat(100) } }, false],
  ['101 hyphens in a paragraph', { basics: { name: 'Ada', summary: 'up-to '.repeat(101) } }, true],
  ['1,500 keywords', keywords(1500), false],
  ['2,500 keywords', keywords(2500), true],
  [
    '300 words that are longer than a line',
    { basics: { name: 'Ada', summary: `**${'x'.repeat(60)}** `.repeat(300) } },
    true,
  ],
];

for (const [what, resume, isLong] of cases) {
  test(`${what} ${isLong ? 'is' : 'is not'} set line by line`, () => assert.equal(isLongSheet(lay(resume)), isLong));
}

test('a word may go on in the next line after fifty letters, an address is as it was', () => {
  const [url, word] = [`https://a.example/${'x'.repeat(60)}`, 'x'.repeat(60)];
  const sheet = breakWords(lay({ work: [{ name: word, url }] }));
  assert.deepEqual(sheet.sections[0]?.entries[0]?.title, {
    text: `${'x'.repeat(50)}\u200B${'x'.repeat(10)}`,
    url,
  });
});
