import assert from 'node:assert/strict';
import test from 'node:test';
import { createOutline } from './create-outline.ts';
import { keepLines } from './keep-lines.ts';

const kept: readonly [what: string, text: string, shown: string][] = [
  ['short lines', 'Go\nSQL\nDocker', 'Go  \nSQL  \nDocker'],
  ['sentences', `${'word '.repeat(12)}end.\nNext.`, `${'word '.repeat(12)}end.  \nNext.`],
  ['lines longer than any editor’s', `${'word '.repeat(30)}\nNext`, `${'word '.repeat(30).trim()}  \nNext`],
  [
    'lines that all begin small',
    'wrote the new shop in Go and PostgreSQL, with\nall its tests\nled the move of the old one to the cloud',
    'wrote the new shop in Go and PostgreSQL, with  \nall its tests  \nled the move of the old one to the cloud',
  ],
  ['each paragraph by itself', 'a\nb\n\n- c\n- d', 'a  \nb\n\n- c\n- d'],
  ['lines above a list', 'a\nb:\n- c\n  d', 'a  \nb:\n- c\n  d'],
  ['who says so', 'a\\\nb', 'a  \nb'],
  ['Windows', 'a\r\nb', 'a  \nb'],
];

for (const [what, text, shown] of kept)
  test(`line breaks of ${what} are kept`, () => assert.equal(keepLines(text), shown));

test('a line of a summary is a line of the page', () => {
  const { outline } = createOutline({ basics: { name: 'A', summary: 'Go\nSQL' } }, new Map());
  const [go, sql] = ['Go', 'SQL'].map((text) => ({ kind: 'text', text }));
  assert.deepEqual(outline.summary, [{ kind: 'paragraph', spans: [go, { kind: 'break' }, sql] }]);
});

const running: readonly [who: string, text: string][] = [
  [
    'an editor',
    'I build the quiet parts of the cloud: deploy\npipelines, data stores and the dashboards that\nlet everyone else sleep.',
  ],
  [
    'a hand',
    'I build the quiet parts of the cloud, deploy pipelines\nand data stores, and the dashboards of them all which\nlet the others sleep as long as they like, and longer if they can.',
  ],
  ['a list', '- a\n  b'],
];
for (const [who, text] of running)
  test(`a text that ${who} has wrapped runs on`, () => assert.equal(keepLines(text), text));

test('as many lines as there are', () => {
  assert.equal(keepLines('a\n'.repeat(250_000)).split('  \n').length, 250_001);
});
