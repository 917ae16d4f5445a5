import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from './create-outline.ts';
import type { Entry } from './outline.ts';
import { joinWords } from './rich-text.ts';

/** The entries of a résumé's only section as plain words, without the parts that hold nothing. */
function readEntries(resume: Omit<Resume, 'basics'>) {
  const { outline, omitted } = createOutline({ basics: { name: 'A' }, ...resume }, new Map());
  assert.ok(outline.sections.length <= 1);
  const entries = outline.sections.flatMap(({ groups }) => groups.flatMap((group) => group.entries)).map(readEntry);
  return { entries, omitted: omitted.map(({ path, value }) => `${path} ${value}`) };
}

function readEntry(entry: Entry): Readonly<Record<string, unknown>> {
  const { title, subtitle, facts, period, about, text, points, details, roles, ...more } = entry;
  const link = (of: { text: string; url?: string | undefined } | undefined) => of && [of.text, of.url].filter(Boolean);
  const parts = {
    ...more,
    title: link(title)?.join(' → '),
    subtitle: link(subtitle)?.join(' → '),
    facts: facts.map((fact) => link(fact)?.join(' → ')),
    period: period?.map((part) => part.text).join(''),
    about: about && joinWords(about),
    text: text && joinWords(text),
    points: points.map(joinWords),
    details: details.map(({ label, value }) => `${label.text}: ${value}`),
    roles: roles.map(readEntry),
  };
  const isThere = (part: unknown) => (Array.isArray(part) ? part.length > 0 : part !== undefined);
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => isThere(part)));
}

const dates = { startDate: '2019-03', endDate: '2020' };
const period = 'Mar 2019 – 2020';
const rest = { summary: 'S', highlights: ['H', 'I'], keywords: ['K'] };
const shownRest = { text: 'S', points: ['H', 'I'], keywords: ['K'] };
const url = 'https://u.example/';

const cases: readonly [what: string, resume: Omit<Resume, 'basics'>, entries: readonly object[]][] = [
  [
    'a job has its position over its employer',
    {
      work: [
        { name: 'N', position: 'P', url, location: 'L', description: 'D', ...dates, ...rest },
        { name: 'N2', url },
      ],
    },
    [{ title: 'P', subtitle: `N → ${url}`, place: 'L', about: 'D', period, ...shownRest }, { title: `N2 → ${url}` }],
  ],
  [
    'roles at one employer say once what they share',
    {
      work: [
        { name: 'N', position: 'P', url, location: 'L', description: 'D', ...rest },
        { name: 'N', position: 'Q', location: 'L', ...dates },
      ],
    },
    [
      {
        title: `N → ${url}`,
        place: 'L',
        about: 'D',
        roles: [
          { title: 'P', ...shownRest },
          { title: 'Q', period },
        ],
      },
    ],
  ],
  [
    'roles at one employer say each what they do not share',
    {
      work: [
        { name: 'N', position: 'P', url, location: 'L', description: 'D' },
        { name: 'N', url: 'https://v.example/x', location: 'M', description: 'E' },
      ],
    },
    [
      {
        title: 'N',
        roles: [
          { title: 'P', subtitle: `u.example → ${url}`, place: 'L', about: 'D' },
          { subtitle: 'v.example/x → https://v.example/x', place: 'M', about: 'E' },
        ],
      },
    ],
  ],
  [
    'jobs without an employer are not one',
    { work: [{ position: 'P' }, { position: 'Q' }] },
    [{ title: 'P' }, { title: 'Q' }],
  ],
  [
    'an empty role of several vanishes',
    { work: [{ name: 'N' }, { name: 'N', position: 'P' }] },
    [{ title: 'N', roles: [{ title: 'P' }] }],
  ],
  [
    'volunteering has its position over its organization',
    {
      volunteer: [
        { organization: 'O', position: 'P', url, location: 'L', ...dates, ...rest },
        { organization: 'O', url },
      ],
    },
    [{ title: 'P', subtitle: `O → ${url}`, period, place: 'L', ...shownRest }, { title: `O → ${url}` }],
  ],
  [
    'education has its degree over its school, and labels for score and courses',
    {
      education: [
        {
          ...{ institution: 'I', url, area: 'A', studyType: 'T', location: 'L', score: '1.0', courses: ['C', 'D'] },
          ...dates,
          ...rest,
        },
        { institution: 'I', url },
        { area: 'A' },
      ],
    },
    [
      {
        ...{ title: 'T, A', subtitle: `I → ${url}`, place: 'L', period },
        details: ['Score: 1.0', 'Courses: C, D'],
        ...shownRest,
      },
      { title: `I → ${url}` },
      { title: 'A' },
    ],
  ],
  [
    'a project has its roles under its name, then for whom and what it was',
    {
      projects: [
        {
          ...{ name: 'N', url, roles: ['R', 'Q'], entity: 'E', type: 'T', location: 'L', description: 'S' },
          ...dates,
          highlights: ['H', 'I'],
          keywords: ['K'],
        },
        { url },
      ],
    },
    [
      { title: `N → ${url}`, subtitle: 'R, Q', facts: ['E', 'T'], place: 'L', period, ...shownRest },
      { title: `u.example → ${url}` },
    ],
  ],
  [
    'a publication is by its authors or else by its publisher',
    {
      publications: [
        { name: 'N', url, authors: ['A', 'B'], publisher: 'P', releaseDate: '2020-01-02', doi: '10.1/a b', ...rest },
        { name: 'M', publisher: 'P' },
      ],
    },
    [
      {
        ...{ title: `N → ${url}`, subtitle: 'A, B', period: 'Jan 2, 2020' },
        facts: ['P', 'doi:10.1/a b → https://doi.org/10.1/a%20b'],
        ...shownRest,
      },
      { title: 'M', subtitle: 'P' },
    ],
  ],
  [
    'an award has who gave it, and where',
    { awards: [{ title: 'T', url, date: '2020-01', awarder: 'A', location: 'L', ...rest }, { title: 'U' }] },
    [{ title: `T → ${url}`, period: 'Jan 2020', subtitle: 'A', place: 'L', ...shownRest }, { title: 'U' }],
  ],
  [
    'a certificate has who issued it',
    { certificates: [{ name: 'N', url, date: '2020-01', issuer: 'I', summary: 'S', keywords: ['K'] }, { name: 'M' }] },
    [{ title: `N → ${url}`, period: 'Jan 2020', subtitle: 'I', text: 'S', keywords: ['K'] }, { title: 'M' }],
  ],
  [
    'a skill has its level, its text and its keywords',
    { skills: [{ name: 'N', level: 'L', summary: 'S', keywords: ['K'] }, {}] },
    [{ title: 'N', level: 'L', text: 'S', keywords: ['K'] }],
  ],
  [
    'a language has how well it is spoken',
    { languages: [{ language: 'L', fluency: 'F', summary: 'S', keywords: ['K'] }] },
    [{ title: 'L', level: 'F', text: 'S', keywords: ['K'] }],
  ],
  [
    'an interest has its keywords beside it, or below it where there is a text or no name',
    {
      interests: [
        { name: 'N', keywords: ['J', 'K'] },
        { name: 'N', summary: 'S', keywords: ['K'] },
        { keywords: ['K'] },
        { name: 'M' },
      ],
    },
    [{ title: 'N', level: 'J, K' }, { title: 'N', text: 'S', keywords: ['K'] }, { keywords: ['K'] }, { title: 'M' }],
  ],
  [
    'a referee has a position and ways to be reached',
    {
      references: [
        {
          ...{ name: 'N', position: 'P', organization: 'O', email: 'n@o.example', phone: '+49 761 5550199', url },
          ...{ reference: 'S', keywords: ['K'] },
        },
        { name: 'M', email: 'on request', phone: 'ask' },
      ],
    },
    [
      {
        ...{ title: 'N', subtitle: 'P, O', text: 'S', keywords: ['K'] },
        facts: ['n@o.example → mailto:n@o.example', '+49 761 5550199 → tel:+497615550199', `u.example → ${url}`],
      },
      { title: 'M', facts: ['on request', 'ask'] },
    ],
  ],
  [
    'an entry of the person’s own has a date or a period, and keys as labels',
    {
      sections: [
        {
          key: 'talks',
          entries: [
            {
              ...{ title: 'T', subtitle: 'B', url, date: '2020-01-02', location: 'L' },
              ...rest,
              details: [{ label: 'slide_count', value: '12' }],
            },
            { title: 'U', ...dates },
          ],
        },
      ],
    },
    [
      {
        ...{ title: `T → ${url}`, subtitle: 'B', period: 'Jan 2, 2020', place: 'L', details: ['Slide count: 12'] },
        ...shownRest,
      },
      { title: 'U', period },
    ],
  ],
];

for (const [what, resume, entries] of cases) {
  test(what, () => assert.deepEqual(readEntries(resume), { entries, omitted: [] }));
}
