import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from './create-outline.ts';
import { joinWords } from './rich-text.ts';

/** The entries of a résumé's only section as plain words, without the parts that hold nothing. */
function readEntries(resume: Omit<Resume, 'basics'>) {
  const { outline, omitted } = createOutline({ basics: { name: 'A' }, ...resume }, new Map());
  assert.ok(outline.sections.length <= 1);
  const entries = outline.sections.flatMap(({ groups }) => groups.flatMap((group) => group.entries)).map(readEntry);
  return { entries, omitted: omitted.map(({ path, value }) => `${path} ${value}`) };
}

type Entry = ReturnType<typeof createOutline>['outline']['sections'][number]['groups'][number]['entries'][number];

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
        title: 'T, A',
        subtitle: `I → ${url}`,
        place: 'L',
        period,
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
        title: `N → ${url}`,
        period: 'Jan 2, 2020',
        subtitle: 'A, B',
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
        title: 'N',
        subtitle: 'P, O',
        facts: ['n@o.example → mailto:n@o.example', '+49 761 5550199 → tel:+497615550199', `u.example → ${url}`],
        text: 'S',
        keywords: ['K'],
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
  test(what, () => {
    assert.deepEqual(readEntries(resume), { entries, omitted: [] });
  });
}

const lost = '[x](lost.pdf)';
const everywhere: readonly [resume: Omit<Resume, 'basics'>, paths: readonly string[]][] = [
  [
    { work: [{ name: 'N', url: 'u', description: lost, summary: lost, highlights: ['H', lost] }] },
    ['work[0].url u', 'work[0].description', 'work[0].summary', 'work[0].highlights[1]'],
  ],
  [
    {
      work: [
        { name: 'N', position: 'P', url: 'u', description: lost },
        { name: 'N', position: 'Q', url: 'v', description: `${lost}!`, summary: lost, highlights: [lost] },
      ],
    },
    [
      'work[0].url u',
      'work[0].description',
      'work[1].url v',
      'work[1].description',
      'work[1].summary',
      'work[1].highlights[0]',
    ],
  ],
  [
    {
      work: [
        { name: 'N', position: 'P' },
        { name: 'N', position: 'Q', url: 'v', description: lost },
      ],
    },
    ['work[1].url v', 'work[1].description'],
  ],
  [
    { volunteer: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['volunteer[0].url u', 'volunteer[0].summary', 'volunteer[0].highlights[0]'],
  ],
  [
    { education: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['education[0].url u', 'education[0].summary', 'education[0].highlights[0]'],
  ],
  [
    { projects: [{ url: 'u', description: lost, highlights: [lost] }] },
    ['projects[0].url u', 'projects[0].description', 'projects[0].highlights[0]'],
  ],
  [
    { publications: [{ name: 'N' }, { url: 'u', summary: lost, highlights: [lost] }] },
    ['publications[1].url u', 'publications[1].summary', 'publications[1].highlights[0]'],
  ],
  [
    { awards: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['awards[0].url u', 'awards[0].summary', 'awards[0].highlights[0]'],
  ],
  [{ certificates: [{ url: 'u', summary: lost }] }, ['certificates[0].url u', 'certificates[0].summary']],
  [{ skills: [{ summary: lost }] }, ['skills[0].summary']],
  [{ languages: [{ summary: lost }] }, ['languages[0].summary']],
  [{ interests: [{ summary: lost }] }, ['interests[0].summary']],
  [{ references: [{ url: 'u', reference: lost }] }, ['references[0].url u', 'references[0].reference']],
  [
    { sections: [{ key: 'talks', entries: [{ url: 'u', summary: lost, highlights: [lost] }] }] },
    ['talks[0].url u', 'talks[0].summary', 'talks[0].highlights[0]'],
  ],
];

for (const [resume, paths] of everywhere) {
  test(`a link to nowhere is told with its place: ${paths.join(', ')}`, () => {
    const expected = paths.map((path) => (path.includes(' ') ? path : `${path} lost.pdf`));
    assert.deepEqual([...readEntries(resume).omitted].sort(), [...expected].sort());
  });
}

const keys: readonly [key: string, heading: string][] = [
  ['researchGrants', 'Research grants'],
  ['research_grants', 'Research grants'],
  ['research-_-grants', 'Research grants'],
  ['talksAtPyCon', 'Talks at py con'],
  ['PhD', 'PhD'],
  ['openDATA', 'OpenDATA'],
  ['ärzteKammer', 'Ärzte kammer'],
  ['職歴', '職歴'],
];

for (const [key, heading] of keys) {
  test(`the key ${key} is the heading "${heading}"`, () => {
    const sections = [{ key, entries: [{ title: 'T' }] }];
    assert.equal(
      createOutline({ basics: { name: 'A' }, sections }, new Map()).outline.sections[0]?.heading.text,
      heading,
    );
  });
}
