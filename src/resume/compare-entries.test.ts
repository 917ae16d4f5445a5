import assert from 'node:assert/strict';
import test from 'node:test';
import { compareLanguages } from './compare-languages.ts';
import { parseResume } from './parse-resume.ts';

function compare(...texts: readonly [main: string, other: string]): readonly string[] {
  const [main, other] = texts.map((text) => {
    const parsed = parseResume(text, 'yaml');
    assert.ok(parsed.resume);
    return parsed;
  });
  assert.ok(main && other);
  return compareLanguages({ name: 'resume.yaml', parsed: main }, other).map(
    ({ severity, path, line, column, message }) => `${severity} ${line}:${column} ${path}: ${message}`,
  );
}

const basics = 'basics:\n  name: Jane\n';
const job = (name: string, start: string) => `  - name: ${name}\n    startDate: ${start}\n`;
const work = (...jobs: readonly string[]) => `${basics}work:\n${jobs.join('')}`;
const differ = (place: string) => `It differs from resume.yaml:${place}; write the same in both.`;

const cases: readonly (readonly [title: string, main: string, other: string, notes: readonly string[]])[] = [
  [
    'an entry that is missing here',
    work(job('B', '2022'), job('A', '2020')),
    work(job('A', '2020')),
    ['note 3:1 work: work[0] of resume.yaml:4:5 is missing here; add it in this language.'],
  ],
  [
    'an entry that the main one lacks',
    work(job('A', '2020')),
    work(job('B', '2022'), job('A', '2020')),
    ['note 4:5 work[0]: It is missing in work of resume.yaml:3:1; add it there, or remove it here.'],
  ],
  [
    'a section that is missing here',
    `${basics}awards: [{title: A}]\n`,
    basics,
    ['note 1:1 awards: awards[0] of resume.yaml:3:10 is missing here; add it in this language.'],
  ],
  [
    'a profile is found by its network',
    `${basics}  profiles:\n    - {network: GitHub, url: "https://github.com/a"}\n    - {network: Xing, username: j}\n`,
    `${basics}  profiles:\n    - {network: Xing, username: j}\n    - {network: GitHub, url: "https://github.com/b"}\n`,
    [`note 5:30 basics.profiles[1].url: ${differ('4:30')}`],
  ],
  [
    'a section of one’s own may have a translated name',
    `${basics}talks:\n  - title: A\n    date: 2020\n`,
    `${basics}vortraege:\n  - title: B\n    date: 2021\n`,
    [`note 5:11 vortraege[0].date: ${differ('5:11')}`],
  ],
  [
    'an entry further down that is missing here',
    work(job('A', '2020'), job('B', '2022')),
    work(job('A', '2020')),
    ['note 3:1 work: work[1] of resume.yaml:6:5 is missing here; add it in this language.'],
  ],
  [
    'entries that share nothing are not taken for one',
    work('  - name: Old\n', job('A', '2020')),
    work(job('A', '2020'), '  - name: New\n'),
    [
      'note 3:1 work: work[0] of resume.yaml:4:5 is missing here; add it in this language.',
      'note 6:5 work[1]: It is missing in work of resume.yaml:3:1; add it there, or remove it here.',
    ],
  ],
  [
    'one entry that was written without a list',
    work(job('A', '2020')),
    `${basics}work: {name: A, startDate: 2021}\n`,
    [`note 3:1 work[0].startDate: ${differ('5:16')}`],
  ],
  [
    'a section of one’s own that is missing here',
    `${basics}talks: [{title: A}]\nwalks: [{title: B}]\n`,
    `${basics}walks: [{title: B}]\n`,
    ['note 1:1 talks: talks[0] of resume.yaml:3:9 is missing here; add it in this language.'],
  ],
  [
    'a section of one’s own that the main one lacks',
    `${basics}talks: [{title: A}]\n`,
    `${basics}walks: [{title: B}]\ntalks: [{title: A}]\n`,
    ['note 3:9 walks[0]: It is missing in walks of resume.yaml:1:1; add it there, or remove it here.'],
  ],
];

for (const [title, main, other, notes] of cases) test(title, () => assert.deepEqual(compare(main, other), notes));

for (const [section, name, rest] of [
  ['volunteer', 'organization', 'startDate'],
  ['volunteer', 'organization', 'endDate'],
  ['education', 'institution', 'startDate'],
  ['projects', 'name', 'endDate'],
  ['publications', 'publisher', 'releaseDate'],
  ['publications', 'name', 'doi'],
  ['awards', 'awarder', 'date'],
  ['awards', 'title', 'date'],
  ['certificates', 'issuer', 'date'],
  ['references', 'name', 'email'],
  ['references', 'name', 'phone'],
] as const) {
  test(`An entry of ${section} is found by its ${name}, wherever it stands, and its ${rest} is compared`, () => {
    const [one, two] =
      rest === 'doi' ? ['10.1/a', '10.1/b'] : rest === 'email' ? ['a@b.example', 'c@b.example'] : ['2020', '2021'];
    const entry = (word: string, value = '') => `\n  - ${name}: ${word}${value && `\n    ${rest}: ${value}`}`;
    assert.deepEqual(
      compare(
        `${basics}${section}:${entry('A', one)}${entry('B')}\n`,
        `${basics}${section}:${entry('B')}${entry('A', two)}\n`,
      ),
      [`note 6:${7 + rest.length} ${section}[1].${rest}: ${differ(`5:${7 + rest.length}`)}`],
    );
  });
}

for (const section of ['skills', 'languages', 'interests', 'references', 'projects', 'certificates'])
  test(`An entry of ${section} that is missing here is told`, () => {
    assert.deepEqual(compare(`${basics}${section}: [{name: A}]\n`, basics), [
      `note 1:1 ${section}: ${section}[0] of resume.yaml:3:${section.length + 4} is missing here; add it in this language.`,
    ]);
  });

test('A profile is found by its user’s name, too', () => {
  const profiles = (...all: readonly string[]) => `${basics}  profiles: [${all.join(', ')}]\n`;
  assert.deepEqual(
    compare(
      profiles('{username: a, url: "https://a.example/1"}', '{username: b}'),
      profiles('{username: b}', '{username: a, url: "https://a.example/2"}'),
    ),
    [`note 3:48 basics.profiles[1].url: ${differ('3:33')}`],
  );
});
