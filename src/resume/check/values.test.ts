import assert from 'node:assert/strict';
import test from 'node:test';
import { type ParseOptions, parseResume } from '../parse-resume.ts';

/** What a résumé becomes, and what is said of it. */
const readings: readonly (readonly [title: string, yaml: string, resume: object, ...paths: string[]])[] = [
  [
    'positions at one employer are entries in a row',
    'work: [{company: A, url: "https://a.example", highlights: [x], positions: [{title: Lead, startDate: 2015, highlights: [y]}, {title: Dev, endDate: 2014}]}]',
    {
      work: [
        { name: 'A', url: 'https://a.example', position: 'Lead', startDate: '2015', highlights: ['x', 'y'] },
        { name: 'A', url: 'https://a.example', position: 'Dev', endDate: '2014' },
      ],
    },
    'work[0].company',
    'work[0].positions[0].title',
    'work[0].positions[1].title',
  ],
  [
    'positions without dates have those of the employer',
    'work: [{name: A, summary: s, startDate: 2015, endDate: 2016, positions: [Lead]}]',
    { work: [{ name: 'A', description: 's', startDate: '2015', endDate: '2016', position: 'Lead' }] },
    'work[0].positions[0]',
  ],
  [
    'positions with dates leave no room for those of the employer',
    'work: [{name: A, startDate: 2015, positions: [{position: Lead, startDate: 2016}]}]',
    { work: [{ name: 'A', position: 'Lead', startDate: '2016' }] },
    'work[0].startDate',
  ],
  [
    'two dates in one text',
    'work: [{startDate: Aug 2018 – Present}, {startDate: 2015-2017}, {date: 03/2015 - 04/2016}, {endDate: 2010 – 2011}, {years: 2012}]',
    {
      work: [
        { startDate: '2018-08' },
        { startDate: '2015', endDate: '2017' },
        { startDate: '2015-03', endDate: '2016-04' },
        { endDate: '2011', startDate: '2010' },
        { startDate: '2012', endDate: '2012' },
      ],
    },
    'work[0].startDate',
    'work[1].startDate',
    'work[2].date',
    'work[3].endDate',
    'work[4].years',
  ],
  [
    'months by name, in the languages of the page',
    'work: [{startDate: Oktober 2022, endDate: aktuell}, {startDate: 5 de agosto de 2018}, {startDate: 2018年8月}, {startDate: август 2018 г.}, {startDate: Août 2018}]',
    {
      work: [
        { startDate: '2022-10' },
        { startDate: '2018-08-05' },
        { startDate: '2018-08' },
        { startDate: '2018-08' },
        { startDate: '2018-08' },
      ],
    },
    'work[0].startDate',
    'work[1].startDate',
    'work[2].startDate',
    'work[3].startDate',
    'work[4].startDate',
  ],
  [
    'what nobody can read, as it was written',
    'work: [{startDate: Winter 2019, endDate: Feb Aug 2016}]',
    { work: [{ startDate: 'Winter 2019', endDate: 'Feb Aug 2016' }] },
    'work[0].startDate',
    'work[0].endDate',
  ],
  [
    'texts, lists and groups in each other’s place',
    'work: [{position: [A, B], summary: [One, Two], highlights: one, url: ["https://a.example", "https://b.example"]}]\nskills: {Web: [HTML], Tools: git}\nlanguages: {German: native}\nprojects: {name: P, url: {name: x, url: "https://p.example"}}\nreferences: [Fine]',
    {
      work: [{ position: 'A, B', summary: 'One\n\nTwo', highlights: ['one'], url: 'https://a.example' }],
      skills: [
        { name: 'Web', keywords: ['HTML'] },
        { name: 'Tools', keywords: ['git'] },
      ],
      languages: [{ language: 'German', fluency: 'native' }],
      projects: [{ name: 'P', url: 'https://p.example' }],
      references: [{ name: 'Fine' }],
    },
    'work[0].position',
    'work[0].summary',
    'work[0].highlights',
    'work[0].url',
    'work[0].url',
    'skills',
    'languages',
    'projects',
    'projects[0].url',
    'references[0]',
  ],
  [
    'a section of its own for a list that nobody knows',
    'talks: [{event: Conf, name: A talk, when: 2019-05, link: "https://t.example", tags: [a], seats: 300}, Just words, {funder: X, amount: "5"}]\npatents: []\ntestimonials: [{quote: Good.}]\nreferences: [{name: R}]',
    {
      sections: [
        {
          key: 'talks',
          entries: [
            {
              subtitle: 'Conf',
              title: 'A talk',
              date: '2019-05',
              url: 'https://t.example',
              keywords: ['a'],
              details: [{ label: 'seats', value: '300' }],
            },
            { title: 'Just words' },
            { subtitle: 'X', title: '5' },
          ],
        },
        { key: 'testimonials', entries: [{ summary: 'Good.' }] },
      ],
      references: [{ name: 'R' }],
    },
    'testimonials',
  ],
  [
    'two names of a list, together',
    'projects: [{keywords: [a], tags: [a, b], tools: c}]',
    { projects: [{ keywords: ['a', 'b', 'c'] }] },
    'projects[0].tools',
  ],
  ['a language at the root', 'language: de', { meta: { language: 'de' } }, 'language'],
  [
    'a language under another name',
    'meta: {x-lang: pl, languages: "en,fr"}',
    { meta: { language: 'pl', languages: 'en,fr' } },
  ],
  [
    'a slip under meta that says nothing we know',
    'meta: {langauge: Klingon!}',
    { meta: { langauge: 'Klingon!' } },
    'meta.langauge',
  ],
  ['a slip under meta', 'meta: {langauge: de}', { meta: { language: 'de' } }, 'meta.langauge'],
  [
    'settings of the page',
    'talks: [A]\nmeta: {site: {order: [talks, work], labels: {talks: Vorträge}, color: "#17524A", pdf: {photo: no}, paper: A4}}',
    {
      sections: [{ key: 'talks', entries: [{ title: 'A' }] }],
      meta: {
        site: {
          order: ['talks', 'work'],
          labels: { talks: 'Vorträge' },
          color: '#17524a',
          pdf: { photo: false },
          paper: 'a4',
        },
      },
    },
    'meta.site.color',
    'meta.site.paper',
  ],
  ['a color that cannot be read', 'meta: {site: {color: "#ffcc00"}}', {}, 'meta.site.color'],
];

for (const [title, yaml, expected, ...paths] of readings) {
  test(`It reads ${title}`, () => {
    const { resume, problems } = parseResume(`basics: {name: J}\n${yaml}\n`, 'yaml');
    assert.deepEqual(resume, { basics: { name: 'J' }, ...expected });
    assert.deepEqual(
      problems.map(({ path }) => path),
      paths,
    );
  });
}

test('It reads a person whose keys stand at the root', () => {
  const { resume, problems } = parseResume('name: J\ntitle: Dev\ngithub: j\nwork: [{name: A}]\n', 'yaml');
  assert.deepEqual(resume, {
    work: [{ name: 'A' }],
    basics: { name: 'J', label: 'Dev', profiles: [{ network: 'github', username: 'j' }] },
  });
  assert.deepEqual(
    problems.map(({ path }) => path),
    ['name', 'title', 'github'],
  );
});

const files: readonly (readonly [
  yaml: string,
  ParseOptions['publicFiles'],
  message: RegExp | undefined,
  value: string | undefined,
])[] = [
  ['image: me.jpg', ['me.jpg'], undefined, 'me.jpg'],
  ['image: me.jpeg', ['img/x.png', 'me.jpg'], /no file "me\.jpeg" in public\/; did you mean "me\.jpg"\?/, undefined],
  ['image: ME.jpg', ['me.jpg'], /did you mean "me\.jpg"/, undefined],
  ['image: phtoo.jpg', ['photo.jpg'], /did you mean "photo\.jpg"/, undefined],
  ['image: me.jpg', [], /no file "me\.jpg" in public\/; put it there/, undefined],
  ['url: cv.pdf', ['cv.pdf'], undefined, 'cv.pdf'],
  ['url: /docs/my%20cv.pdf#top', ['docs/my cv.pdf'], undefined, '/docs/my%20cv.pdf#top'],
  ['url: talks/', ['talks/index.html'], undefined, 'talks/'],
  [
    'url: cv.pdf',
    [],
    /no file "cv\.pdf" in public\/; put it there, and until then the page shows no link\.$/,
    undefined,
  ],
  ['url: cv.pdf', undefined, undefined, 'cv.pdf'],
  ['url: resume.pdf', [], undefined, 'resume.pdf'],
  ['url: resume.pdf}\nmeta: {site: {pdf: false}', [], /no file "resume\.pdf" in public\//, undefined],
  ['url: resume.pdf}\nmeta: {site: {pdf: no}', ['resume.pdf'], undefined, 'resume.pdf'],
  ['url: resume.pdf}\nmeta: {site: {pdf: {photo: true}}', [], undefined, 'resume.pdf'],
];

for (const [yaml, publicFiles, message, value] of files) {
  test(`${yaml} with ${publicFiles === undefined ? 'no list of files' : `[${[...publicFiles].join(', ')}]`}`, () => {
    const { resume, problems } = parseResume(`basics: {name: J, ${yaml}}\n`, 'yaml', { publicFiles });
    assert.equal(resume?.basics.image ?? resume?.basics.url, value);
    if (message === undefined) assert.deepEqual(problems, []);
    else assert.match(problems[0]?.message ?? '', message);
  });
}
