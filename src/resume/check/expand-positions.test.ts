import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '../parse-resume.ts';

const leftOut = (place: string) =>
  `${place}: The positions have dates of their own, so the page leaves this one out; remove it.`;
const ownLeftOut = (place: string) =>
  `${place}: Every position has its own, so the page leaves this one out; remove it, or write it into one of them.`;

const cases: readonly (readonly [title: string, work: string, entries: readonly object[], ...notes: string[]])[] = [
  [
    'the dates of the whole time stand in no position, where one has its own',
    'startDate: 2015, endDate: 2020, positions: [{position: X, startDate: 2016}, {position: Y}]',
    [{ position: 'X', startDate: '2016' }, { position: 'Y' }],
    leftOut('21 work[0].startDate'),
    leftOut('36 work[0].endDate'),
  ],
  [
    'an end is a date as well',
    'endDate: 2020, positions: [{position: X, endDate: 2016}]',
    [{ position: 'X', endDate: '2016' }],
    leftOut('19 work[0].endDate'),
  ],
  [
    'without dates of their own all have those of the whole time',
    'startDate: 2015, endDate: 2020, positions: [{position: X}, {position: Y}]',
    [
      { position: 'X', startDate: '2015', endDate: '2020' },
      { position: 'Y', startDate: '2015', endDate: '2020' },
    ],
  ],
  [
    'points, keywords and the summary of the employer stand once, its description and place in each',
    'keywords: [k], highlights: [h], summary: s, description: d, location: L, positions: [{startDate: 2016}, {position: Y, keywords: [l], highlights: [i]}]',
    [
      { description: 'd', summary: 's', location: 'L', startDate: '2016', highlights: ['h'], keywords: ['k'] },
      { description: 'd', location: 'L', position: 'Y', highlights: ['i'], keywords: ['l'] },
    ],
  ],
  [
    'a summary alone is the description of the employer',
    'summary: s, positions: [{position: X}, {position: Y, summary: t}]',
    [
      { description: 's', position: 'X' },
      { description: 's', position: 'Y', summary: 't' },
    ],
  ],
  [
    'what the employer’s entry calls the position is that of each that has none',
    'position: P, positions: [{startDate: 2016}, {position: Y}]',
    [{ position: 'P', startDate: '2016' }, { position: 'Y' }],
  ],
  [
    'what only the position has is its own',
    'location: L, positions: [{position: X, location: M, keywords: [k], highlights: [h]}, {position: Y}]',
    [
      { position: 'X', location: 'M', keywords: ['k'], highlights: ['h'] },
      { position: 'Y', location: 'L' },
    ],
  ],
  [
    'a date by another name is told of as well',
    'start: 2015, end: 2020, positions: [{position: X, startDate: 2016}]',
    [{ position: 'X', startDate: '2016' }],
    '10 work[0].start: "start" is called "startDate" in JSON Resume; rename it.',
    leftOut('17 work[0].start'),
    '23 work[0].end: "end" is called "endDate" in JSON Resume; rename it.',
    leftOut('28 work[0].end'),
  ],
  [
    'two dates in one text are told of once',
    'dates: 2015 – 2020, positions: [{position: X, startDate: 2016}]',
    [{ position: 'X', startDate: '2016' }],
    '10 work[0].dates: "dates" is not a key here; write startDate 2015 and endDate 2020.',
    leftOut('17 work[0].dates'),
  ],
  [
    'what is lost is the date that is filled',
    'startDate: , start: 2015, positions: [{endDate: 2016}]',
    [{ endDate: '2016' }],
    '23 work[0].start: "start" is called "startDate" in JSON Resume; rename it.',
    leftOut('30 work[0].start'),
  ],
  [
    'what every position says in its own way is told of, unless one says the same',
    'title: P, location: L, url: https://a.example, summary: s, positions: [{position: X, location: L, description: d, url: https://b.example}]',
    [{ position: 'X', location: 'L', description: 'd', url: 'https://b.example' }],
    '10 work[0].title: "title" is called "position" in JSON Resume; rename it.',
    ownLeftOut('17 work[0].title'),
    ownLeftOut('38 work[0].url'),
    ownLeftOut('66 work[0].summary'),
  ],
  ['no positions are none', 'positions: []', [{}]],
];

for (const [title, work, entries, ...notes] of cases) {
  test(`Of an employer’s positions: ${title}`, () => {
    const { resume, problems } = parseResume(`basics: {name: J}\nwork: [{ ${work}, name: A }]\n`, 'yaml');
    assert.deepEqual(
      resume?.work,
      entries.map((entry) => ({ name: 'A', ...entry })),
    );
    assert.deepEqual(
      problems.map(({ severity, line, column, path, message }) => [severity, line, `${column} ${path}: ${message}`]),
      notes.map((note) => ['note', 2, note]),
    );
  });
}
