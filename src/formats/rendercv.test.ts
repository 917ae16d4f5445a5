import assert from 'node:assert/strict';
import test from 'node:test';
import type { ResumeData } from '#resume';
import { readFixture } from '../../test/fixtures/formats/read-fixture.ts';
import { type ImportedResume, importResume } from './import-resume.ts';
import { formatLeftOver } from './write-resume.ts';

function toBytes(sections: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ cv: { name: 'Ida', sections } }));
}

function importSections(sections: object): { readonly [key: string]: ResumeData } {
  const { data } = importResume(toBytes(sections));
  const { basics, ...others } = data as { readonly [key: string]: ResumeData };
  assert.ok(basics);
  return others;
}

const letters: readonly (readonly [title: string, sections: object])[] = [
  ['a cover letter', { cover_letter: ['Sea Ltd., Bergen', 'I want to work for you.'], summary: ['I sail.'] }],
  ['one in German', { Anschreiben: [{ bullet: 'Ich segle.' }], ' ': ['I sail.'] }],
  ['one without a title', { '': ['Sea Ltd., Bergen', 'Dear Ms. Lund,', 'I want to work.'], summary: ['I sail.'] }],
  ['one under its salutation', { 'Sehr geehrte Frau Lund': ['Ich segle.'], Profile: ['I sail.'] }],
];

const cases: readonly (readonly [title: string, sections: object, expected: object])[] = [
  [
    'a link in a name is the address, and the name is plain',
    { projects: [{ name: '**[Buoy_cast](https://a.example/(1))**' }] },
    { projects: [{ name: 'Buoy_cast', url: 'https://a.example/(1)' }] },
  ],
  [
    'a link more goes into the text',
    { projects: [{ name: '[A](https://a.example) of [B](https://b.example)', summary: 'Both.' }] },
    { projects: [{ name: 'A of B', description: 'Both.\n\n[B](https://b.example)', url: 'https://a.example' }] },
  ],
  [
    'authors and words that are alike but are no Markdown stay',
    { publications: [{ title: 'On C* and snake_case \\*', authors: ['***K. Lund***', '_I. P._'] }] },
    { publications: [{ name: 'On C* and snake_case *', authors: ['K. Lund', 'I. P.'] }] },
  ],
  [
    'a dash within a highlight begins a point below it',
    { experience: [{ company: 'A', highlights: ['Led - a team - a lab', 'Well-known – 2 - 1'] }] },
    { work: [{ name: 'A', highlights: ['Led\n- a team\n- a lab', 'Well-known – 2\n- 1'] }] },
  ],
  [
    'a text that begins as a letter, under a title, is none',
    { publications: ['Dear Data'], talks: ['Dear all'] },
    { publications: [{ name: 'Dear Data' }], talks: [{ summary: 'Dear all' }] },
  ],
  [
    'icons of skills are keywords, and an opening is no letter without a salutation',
    { opening: ['I sail.'], skills: [{ icons: 'python,js', theme: 'dark', perline: 6 }] },
    { skills: [{ keywords: ['python', 'js'] }], opening: [{ summary: 'I sail.' }] },
  ],
  [
    'a section that is one group is one entry',
    { experience: { company: 'A', position: 'B', highlights: ['C', 'D'] }, talk: { name: 'T', date: '2020-02' } },
    {
      work: [{ name: 'A', position: 'B', highlights: ['C', 'D'] }],
      talk: [{ title: 'T', date: '2020-02' }],
    },
  ],
  [
    'a section that is a group by names is an entry per name',
    {
      skills: { Languages: 'C, Rust', Tools: ['git', 'make'], Nothing: null },
      projects: { Buoy: { start_date: '2021-01', highlights: ['Floats'] }, Sail: 'A small one', x: { name: 'Y' } },
      corner: { chess: 'daily' },
    },
    {
      skills: [
        { name: 'Languages', keywords: ['C', 'Rust'] },
        { name: 'Tools', keywords: ['git', 'make'] },
      ],
      projects: [
        { name: 'Buoy', startDate: '2021-01', highlights: ['Floats'] },
        { name: 'Sail', description: 'A small one' },
        { name: 'Y' },
      ],
      corner: [{ title: 'chess', summary: 'daily' }],
      meta: { site: { order: ['skills', 'projects', 'corner'] } },
    },
  ],
  [
    'a highlight with a colon is a line, as it was meant',
    { experience: [{ company: 'A', highlights: [{ Advisor: 'Prof. Lund' }, { text: 'B' }, 'C', { 'my team': 3 }] }] },
    { work: [{ name: 'A', highlights: ['Advisor: Prof. Lund', 'B', 'C', 'my team: 3'] }] },
  ],
  [
    'a grade is a score, by either name',
    {
      education: [
        { institution: 'A', grade: '1.0' },
        { institution: 'B', gpa: '3.9' },
      ],
    },
    {
      education: [
        { institution: 'A', score: '1.0' },
        { institution: 'B', score: '3.9' },
      ],
    },
  ],
  [
    'a date that is a link is an address',
    { projects: [{ name: 'A', date: '[a.example](https://a.example)' }] },
    { projects: [{ name: 'A', url: 'https://a.example' }] },
  ],
  [
    'a date that is a link with other words is a text',
    { projects: [{ name: 'A', date: '[See it](https://a.example)' }] },
    { projects: [{ name: 'A', description: '[See it](https://a.example)' }] },
  ],
  [
    "lines and texts of the person's own section",
    { facts: ['A *text*.', { bullet: 'one' }, { number: '**two**' }, 'End.'] },
    { facts: [{ summary: 'A *text*.' }, { highlights: ['one', '**two**'] }, { summary: 'End.' }] },
  ],
  [
    'sections in another language are known by their entries, and keep their titles',
    {
      Berufserfahrung: [{ company: 'A', position: 'B' }],
      Ausbildung: [{ institution: 'C', area: 'D' }],
      Ehrenamt: [{ company: 'E', position: 'F' }],
    },
    {
      work: [{ name: 'A', position: 'B' }],
      education: [{ institution: 'C', area: 'D' }],
      ehrenamt: [{ title: 'E', subtitle: 'F' }],
      meta: {
        site: { labels: { work: 'Berufserfahrung', education: 'Ausbildung' } },
      },
    },
  ],
  [
    "a title of the person's own comes along where nothing else has its section",
    { Technologies: [{ label: 'A', details: 'x, y' }] },
    { skills: [{ name: 'A', keywords: ['x', 'y'] }], meta: { site: { labels: { skills: 'Technologies' } } } },
  ],
];
test('RenderCV: a letter in sections, as its theme for letters has it, is none of a résumé', () => {
  const parts = { date: [{ name: '', date: 'May 5, 2026' }], opening: ['I sail.'], signature: ['Yours,', 'Ida'] };
  for (const file of [
    { cv: { name: 'Ida', sections: { ...parts, middle: ['Much.'] } }, design: { theme: 'engineeringcover' } },
    { cv: { name: 'Ida', sections: { ...parts, greeting: ['Dear Ms. Lund,'] } } },
    { cv: { name: 'Ida', sections: { '': parts.date, ' ': ['Dear Ms. Lund,', 'I sail.'], '  ': parts.signature } } },
  ]) {
    const { data, leftOvers } = importResume(new TextEncoder().encode(JSON.stringify(file))) as ImportedResume;
    assert.deepEqual(data, { basics: { name: 'Ida' } });
    assert.ok(
      leftOvers.length >= 5 - Number('design' in file) && leftOvers.every(({ hidden }) => hidden !== undefined),
    );
    assert.equal(new Set(leftOvers.map(formatLeftOver)).size, leftOvers.length);
  }
});

for (const [title, sections] of letters) {
  test(`RenderCV: ${title} is listed, and not on the page`, () => {
    const { leftOvers, data } = importResume(toBytes(sections)) as ImportedResume;
    assert.deepEqual(data, { basics: { name: 'Ida', summary: 'I sail.' } });
    assert.ok(leftOvers.length > 0 && leftOvers.every(({ path }) => path.startsWith('cv.sections')));
    for (const leftOver of leftOvers) assert.match(formatLeftOver(leftOver), /\(a letter, .*\)$/);
  });
}

for (const [title, sections, expected] of cases) {
  test(`RenderCV: ${title}`, () => assert.deepEqual(importSections(sections), expected));
}

test('RenderCV: of several sites the first is the address, and the others are profiles', () => {
  const { data, leftOvers } = importResume(
    new TextEncoder().encode(
      'cv:\r\n  name: A\r\n  website:\r\n    - https://a.example\r\n    - https://b.example\r\n',
    ),
  ) as ImportedResume;
  assert.deepEqual(data, {
    basics: {
      name: 'A',
      url: 'https://a.example',
      profiles: [{ network: 'Website', url: 'https://b.example' }],
    },
  });
  assert.deepEqual(leftOvers, []);
});

test('RenderCV 0 has its sections beside the name, in an order of its own', () => {
  const { data, leftOvers } = importResume(readFixture('rendercv-0.yaml')) as ImportedResume;
  const { basics, meta, ...sections } = data as { readonly [key: string]: ResumeData };
  assert.deepEqual(Object.keys(sections), [
    'work',
    'education',
    'publications',
    'skills',
    'projects',
    'testScores',
    'skiJumps',
  ]);
  assert.match(JSON.stringify(basics), /sing/);
  assert.deepEqual(meta, {
    site: {
      labels: { projects: 'University projects' },
    },
  });
  assert.deepEqual(
    leftOvers.map(({ path }) => path),
    ['cv.education[0].transcript_url', 'cv.publications[0].cited_by'],
  );
});

test("The order of thousands of RenderCV's sections stays", () => {
  const titles = Array.from({ length: 3_000 }, (_, index) => `own ${index}`);
  const sections = Object.fromEntries(titles.map((title) => [title, ['x']]));
  const text = JSON.stringify({ cv: { name: 'J', sections, section_order: titles.toReversed() } });
  const { data, leftOvers } = importResume(new TextEncoder().encode(text)) as ImportedResume;
  const { site } = (data as { meta: { site: { order: readonly string[] } } }).meta;
  assert.deepEqual([site.order.length, site.order[0], site.order.at(-1)], [3_000, 'own2999', 'own0']);
  assert.deepEqual(leftOvers, []);
});
