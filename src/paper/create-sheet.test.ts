import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from '#site';
import { createSheet } from './create-sheet.ts';

const lay = (resume: Partial<Resume>, origin?: string, files: readonly string[] = []) => {
  const all = { basics: { name: 'Ada' }, ...resume };
  return createSheet(createOutline(all, new Map(files.map((path) => [path, new Uint8Array()]))).outline, {
    accent: '#17524a',
    origin,
  });
};

const contacts: readonly (readonly [what: string, basics: Partial<Resume['basics']>, shown: string])[] = [
  ['an address without its scheme', { url: 'https://www.ada.example/home/' }, 'ada.example/home'],
  [
    'the address of a profile in place of a name that is part of it',
    { profiles: [{ network: 'GitHub', username: 'ada', url: 'https://github.com/ada' }] },
    'GitHub github.com/ada',
  ],
  [
    'a name that says the address in another way, alone',
    { profiles: [{ network: 'Mastodon', username: '@ada@social.example', url: 'https://social.example/@ada' }] },
    'Mastodon @ada@social.example',
  ],
  [
    'the address beside a name that is no part of it',
    { profiles: [{ network: 'Stack Overflow', username: 'ada', url: 'https://stackoverflow.com/users/1' }] },
    'Stack Overflow ada stackoverflow.com/users/1',
  ],
  [
    'the query of an address that leads nowhere without it',
    { profiles: [{ network: 'YouTube', url: 'https://www.youtube.com/watch?v=a-b_1#t' }] },
    'YouTube youtube.com/watch?v=a-b_1',
  ],
  ['no query that counts readers', { url: 'https://ada.example/?utm_source=resume' }, 'ada.example'],
  ['a name alone where there is no address', { profiles: [{ network: 'Unheard', username: 'ada' }] }, 'Unheard ada'],
];

for (const [what, basics, shown] of contacts) {
  test(`paper shows ${what}`, () => {
    const [contact] = lay({ basics: { name: 'Ada', ...basics } }).contact;
    assert.equal([contact?.network, contact?.text, contact?.address?.text].filter(Boolean).join(' '), shown);
  });
}

test('the addresses of a paragraph stand at its end, each once, but for those that it says', () => {
  const summary =
    '[One](https://a.example/), [two](https://a.example/), **[three](https://b.example)**, <https://c.example>.';
  const [paragraph] = lay({ basics: { name: 'Ada', summary } }).summary;
  assert.deepEqual(paragraph?.kind === 'paragraph' && paragraph.addresses.map(({ text }) => text), [
    'a.example',
    'b.example',
  ]);
});

test('a number that is dialed and a DOI say their address themselves', () => {
  const lines = (resume: Partial<Resume>) => lay(resume).sections[0]?.entries[0]?.at.map(({ text }) => text);
  assert.deepEqual(lines({ publications: [{ name: 'P', doi: '10.1/a' }] }), ['doi:10.1/a']);
  assert.deepEqual(lines({ references: [{ name: 'R', phone: '+44 20 7946 0000' }] }), ['+44 20 7946 0000']);
  const [paragraph] = lay({ basics: { name: 'Ada', summary: '[Call](tel:+442079460000)' } }).summary;
  assert.equal(paragraph?.kind === 'paragraph' && paragraph.addresses.length, 1);
});

test('a long list has its dates, and no years above them', () => {
  const publications = Array.from({ length: 12 }, (_, at) => ({ name: 'P', releaseDate: `${2000 + (at % 2)}` }));
  const [section] = lay({ publications }).sections;
  assert.equal(section?.form, 'list');
  assert.deepEqual(
    section?.entries.map(({ when }) => when.map(({ text }) => text).join('')),
    [...Array(6).fill('2001'), ...Array(6).fill('2000')],
  );
});

test('points of a word each stand in a row', () => {
  const points = (highlights: readonly string[]) => {
    const [entry] = lay({ work: [{ name: 'W', summary: 'S', highlights }] }).sections[0]?.entries ?? [];
    const texts = entry?.text.map(
      (block) => block.kind === 'paragraph' && block.spans.map((span) => 'text' in span && span.text).join(''),
    );
    return [texts, entry?.points.length];
  };
  assert.deepEqual(points(['a', 'b', 'c', 'd', 'e']), [['S', 'a · b · c · d · e'], 0]);
  assert.deepEqual(points(['a', 'b', 'c', 'd']), [['S'], 4]);
  assert.deepEqual(points(['a', 'b', 'c', 'd', 'e'.repeat(25)]), [['S'], 5]);
  assert.deepEqual(points(['a', 'b', 'c', 'd', '1. e']), [['S'], 5]);
});

test('a link to a file of the site leads there from paper, and nowhere while nobody knows where that is', () => {
  const work = [{ name: 'Works', url: 'talk.pdf' }];
  const link = (origin?: string) => lay({ work }, origin, ['talk.pdf']).sections[0]?.entries[0]?.title;
  assert.deepEqual(link('https://ada.example'), { text: 'Works', url: 'https://ada.example/talk.pdf' });
  assert.deepEqual(link(), { text: 'Works' });
});

test('an address that is too long for Typst is words alone', () => {
  const url = `https://ada.example/${'x'.repeat(8_000)}`;
  const summary = `[Notes](${url})`;
  const sheet = lay({ basics: { name: 'Ada', url, summary } });
  assert.deepEqual(sheet.contact, [{ text: url.slice('https://'.length), isLtr: true }]);
  assert.deepEqual(sheet.summary, [
    { kind: 'paragraph', spans: [{ kind: 'text', text: 'Notes' }], addresses: [], isLong: false },
  ]);
});

const forms: readonly (readonly [what: string, resume: Partial<Resume>, form: string])[] = [
  ['short names stand in a row', { skills: [{ name: 'Go' }, { name: 'SQL', level: 'Expert' }] }, 'row'],
  [
    'long names stand below each other',
    { interests: [{ name: 'Restoring wooden boats of the last century' }] },
    'terms',
  ],
  [
    'a long name among short ones stands in their row',
    { skills: ['Go', 'SQL', 'Amazon Web Services (EC2, S3, IAM, Lambda)', 'CSS'].map((name) => ({ name })) },
    'row',
  ],
  ['names with words have a line each', { skills: [{ name: 'Cloud', keywords: ['AWS'] }] }, 'terms'],
  ['references are quotes', { references: [{ name: 'Ida', reference: 'Good.' }] }, 'quotes'],
  ['jobs are entries', { work: [{ name: 'Works', startDate: '2020' }] }, 'entries'],
  ['a school without another word is an entry, too', { education: [{ institution: 'School' }] }, 'entries'],
];

for (const [what, resume, form] of forms) {
  test(what, () => assert.equal(lay(resume).sections[0]?.form, form));
}

test('an entry of more than 400 letters may go on on the next sheet', () => {
  const isLong = (letters: number) =>
    lay({ work: [{ name: 'W', summary: 'x'.repeat(letters / 2), highlights: ['y'.repeat(letters / 2)] }] }).sections[0]
      ?.entries[0]?.isLong;
  assert.deepEqual([isLong(390), isLong(410)], [false, true]);
});
