import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readSiteFile } from '../../test/fixtures/read-page.ts';
import { renderResume, siteAssets } from '../../test/fixtures/resumes.ts';

function readMain(resume: Partial<Resume>): string {
  const page = readSiteFile(renderResume({ basics: { name: 'A' }, ...resume }, {}, siteAssets), 'index.html');
  return /<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '';
}

const at = (heading: string, content: string, id = 'work') =>
  `<div class="main"><section><h2 id="${id}">${heading}</h2>${content}</section></div>`;
const own = (entries: object[]) => ({ sections: [{ key: 'talks', entries }] }) as Partial<Resume>;
const many = Array.from({ length: 11 }, () => ({ title: 'B', startDate: '2020', endDate: '2020' }));

const mains: readonly [what: string, resume: Partial<Resume>, markup: string][] = [
  [
    'a job of a name alone has no empty elements',
    { work: [{ name: 'B' }] },
    at('Experience', '<article><div class="top"><h3>B</h3></div></article>'),
  ],
  [
    'a text without a title has nothing above it',
    { work: [{ summary: 'B' }] },
    at('Experience', '<article><div class="text"><p>B</p></div></article>'),
  ],
  [
    'roles are a group, a level lower',
    {
      work: [
        { name: 'B', position: 'C', location: 'D' },
        { name: 'B', position: 'E', url: 'https://f.example', location: 'G' },
      ],
    },
    at(
      'Experience',
      '<article class="group"><div class="top"><h3><a href="https://f.example">B</a></h3></div><article><div class="top"><h4>C</h4></div><p class="at">D</p></article><article><div class="top"><h4>E</h4></div><p class="at">G</p></article></article>',
    ),
  ],
  [
    'the line under a title has dots between its parts',
    { projects: [{ name: 'B', roles: ['C', 'D'], entity: 'E', location: 'F', keywords: ['G'], highlights: ['H'] }] },
    at(
      'Projects',
      '<article><div class="top"><h3>B</h3></div><p class="at">C, D · F · E</p><ul class="points"><li>H</li></ul><ul class="tags"><li>G</li></ul></article>',
      'projects',
    ),
  ],
  [
    'names alone are tags',
    { skills: [{ name: 'B' }, { name: 'C'.repeat(60) }] },
    at('Skills', `<ul class="tags"><li>B</li><li>${'C'.repeat(60)}</li></ul>`, 'skills'),
  ],
  [
    'a name that is a sentence makes lines of all',
    { skills: [{ name: 'B' }, { name: 'C'.repeat(61) }] },
    at('Skills', `<ul class="brief"><li><b>B</b></li><li><b>${'C'.repeat(61)}</b></li></ul>`, 'skills'),
  ],
  [
    'one level makes pairs of all',
    { languages: [{ language: 'B', fluency: 'C' }, { language: 'D' }, { fluency: 'E' }] },
    at(
      'Languages',
      '<ul class="pairs"><li><b>B</b> <span class="level">C</span></li><li><b>D</b></li><li><span class="level">E</span></li></ul>',
      'languages',
    ),
  ],
  [
    'interests with keywords are pairs',
    { interests: [{ name: 'B', keywords: ['C', 'D'] }] },
    at('Interests', '<ul class="pairs"><li><b>B</b> <span class="level">C, D</span></li></ul>', 'interests'),
  ],
  [
    'a skill with keywords is an entry, its level beside its name',
    { skills: [{ name: 'B', level: 'C', keywords: ['D'] }] },
    at(
      'Skills',
      '<article><div class="top"><h3>B</h3><p class="level">C</p></div><ul class="tags"><li>D</li></ul></article>',
      'skills',
    ),
  ],
  [
    'a skill with a text is an entry',
    { skills: [{ name: 'B', summary: 'C' }] },
    at('Skills', '<article><div class="top"><h3>B</h3></div><div class="text"><p>C</p></div></article>', 'skills'),
  ],
  [
    'names of the person’s own sections are tags',
    own([{ title: 'B' }]),
    at('Talks', '<ul class="tags"><li>B</li></ul>', 'talks'),
  ],
  [
    'a name that leads somewhere is an entry',
    own([{ title: 'B', url: 'https://c.example' }]),
    at('Talks', '<article><div class="top"><h3><a href="https://c.example">B</a></h3></div></article>', 'talks'),
  ],
  [
    'names in a section of entries stay entries',
    { awards: [{ title: 'B' }] },
    at('Awards', '<article><div class="top"><h3>B</h3></div></article>', 'awards'),
  ],
  [
    'a long list says a year once, and a date that says more',
    own([
      ...many.map((entry) => ({ ...entry, title: 'B', date: '2020' })),
      { title: 'C', url: 'https://d.example', date: '2020-03', location: 'E', summary: 'F' },
      { title: 'G', startDate: '2020', endDate: '2021' },
      { title: 'H' },
    ]),
    at(
      'Talks',
      `<h3 class="year"><time datetime="2020">2020</time></h3><ul class="brief">${'<li><b>B</b></li>'.repeat(11)}<li><b><a href="https://d.example">C</a></b><p class="at">E · <span class="when"><time datetime="2020-03">Mar 2020</time></span></p><div class="text"><p>F</p></div></li><li><b>G</b><p class="at"><span class="when"><time datetime="2020">2020</time> – <time datetime="2021">2021</time></span></p></li></ul><ul class="brief"><li><b>H</b></li></ul>`,
      'talks',
    ),
  ],
  [
    'a reference is a quotation with who said it',
    { references: [{ name: 'B', organization: 'C', reference: 'D', keywords: ['E'] }, { reference: 'F' }] },
    at(
      'References',
      '<figure><blockquote class="text"><p>D</p></blockquote><figcaption>B<p class="at">C</p></figcaption><ul class="tags"><li>E</li></ul></figure><figure><blockquote class="text"><p>F</p></blockquote></figure>',
      'references',
    ),
  ],
  [
    'a referee who is not quoted is an entry, one without a name has what there is',
    { references: [{ name: 'B' }, { email: 'c', reference: 'D' }] },
    at(
      'References',
      '<article><div class="top"><h3>B</h3></div></article><figure><blockquote class="text"><p>D</p></blockquote><figcaption><p class="at">c</p></figcaption></figure>',
      'references',
    ),
  ],
  [
    'facts and values keep their order among words from right to left',
    { education: [{ institution: 'B', score: '1/2' }], meta: { language: 'ar', site: { labels: { score: 'C' } } } },
    at(
      'التعليم',
      '<article><div class="top"><h3>B</h3></div><p class="detail">C: <bdi>1/2</bdi></p></article>',
      'education',
    ),
  ],
  [
    'a date in another language than the page says so',
    { awards: [{ title: 'B', date: '2020' }], meta: { language: 'xx', site: { labels: { awards: 'C' } } } },
    at(
      'C',
      '<article><div class="top"><h3>B</h3><p class="when"><time datetime="2020" lang="en">2020</time></p></div></article>',
      'awards',
    ),
  ],
];

for (const [what, resume, markup] of mains) {
  test(`on the page ${what}`, () => {
    assert.equal(readMain(resume), markup);
  });
}

for (const key of [
  'volunteer',
  'education',
  'projects',
  'publications',
  'certificates',
  'awards',
  'skills',
  'languages',
  'interests',
  'work',
]) {
  test(`a long list of ${key} has ${/^(pub|cert|aw)/.test(key) ? 'its years' : 'no years'}`, () => {
    const entry = { name: 'B', title: 'B', organization: 'B', institution: 'B', language: 'B', summary: 'C' };
    const entries = Array.from({ length: 12 }, () => entry);
    assert.equal(readMain({ [key]: entries }).includes('class="brief"'), /^(pub|cert|aw)/.test(key));
  });
}

test('headings have ids that no other element has, whatever their keys', () => {
  const sections = ['resume', 'visits', 'a  b', 'a-b', '2020', '職'].map((key) => ({ key, entries: [{ title: 'B' }] }));
  const ids = [...readMain({ sections }).matchAll(/<h2 id="([^"]*)"/g)].map((match) => match[1]);
  assert.deepEqual(ids, ['resume-2', 'visits-2', 'a-b', 'a-b-2', 's2020', '職']);
});
