import assert from 'node:assert/strict';
import test from 'node:test';
import { compareLanguages } from './compare-languages.ts';
import { parseResume } from './parse-resume.ts';

const parse = (text: string, language?: string, format: 'yaml' | 'json' = 'yaml') => {
  const parsed = parseResume(text, format, { language });
  assert.ok(parsed.resume);
  return parsed;
};
const compare = (main: string, other: string) =>
  compareLanguages({ name: 'resume.yaml', parsed: parse(main) }, parse(other, 'de')).map(
    ({ severity, path, line, column, message }) => `${severity} ${line}:${column} ${path}: ${message}`,
  );

const basics = 'basics:\n  name: Jane\n';
const job = (name: string, start: string, more = '') => `  - name: ${name}\n    startDate: ${start}\n${more}`;
const work = (...jobs: readonly string[]) => `${basics}work:\n${jobs.join('')}`;

const differ = (place: string) => `It differs from resume.yaml:${place}; write the same in both.`;
const lacks = (place: string) =>
  `It is missing here and stands at resume.yaml:${place}; write it in both, or in neither.`;
const extra = (place: string) => `There is none at resume.yaml:${place}; write it in both, or in neither.`;

const cases: readonly (readonly [title: string, main: string, other: string, notes: readonly string[]])[] = [
  ['two files that say the same are in step', work(job('A', '2020')), work(job('A', '2020')), []],
  [
    'words may differ',
    `${work(job('A', '2020', '    position: Engineer\n    highlights: [One, Two]\n'))}skills: [{name: Baking}]\n`,
    `${work(job('A', '2020', '    position: Ingenieurin\n    highlights: [Eins]\n'))}skills: [{name: Backen}]\n`,
    [],
  ],
  [
    'the order of keys and the way to write a date do not matter',
    work(job('A', '2020-03')),
    'work:\n  - startDate: März 2020\n    name: A\nbasics: {name: Jane}\n',
    [],
  ],
  [
    'a date that differs has both places',
    work(job('A', '2020')),
    work(job('A', '2021')),
    [`note 5:16 work[0].startDate: ${differ('5:16')}`],
  ],
  [
    'a job that ended in the main one has not ended here',
    work(job('A', '2020', '    endDate: 2022-01\n')),
    work(job('A', '2020')),
    [`note 4:5 work[0].endDate: ${lacks('6:14')}`],
  ],
  [
    'one that ended here alone',
    work(job('A', '2020')),
    work(job('A', '2020', '    endDate: 2022-01\n')),
    [`note 6:14 work[0].endDate: ${extra('4:5')}`],
  ],
  [
    'a link that differs',
    work(job('A', '2020', '    url: https://a.example\n')),
    work(job('A', '2020', '    url: https://b.example\n')),
    [`note 6:10 work[0].url: ${differ('6:10')}`],
  ],
  [
    'an address that names the language is the same',
    work(job('A', '2020', '    url: https://a.example/en/team\n')),
    work(job('A', '2020', '    url: https://a.example/de/team/\n')),
    [],
  ],
  [
    'a file may be one of the language’s own',
    `${basics}certificates: [{name: A, url: a.pdf}]\n`,
    `${basics}certificates: [{name: A, url: a-de.pdf}]\n`,
    [],
  ],
  [
    'a photo that differs',
    `${basics}  image: a.jpg\n`,
    `${basics}  image: b.jpg\n`,
    [`note 3:10 basics.image: ${differ('3:10')}`],
  ],
  ['a photo that is missing here', `${basics}  image: a.jpg\n`, basics, [`note 1:1 basics.image: ${lacks('3:10')}`]],
  [
    'a phone number is compared by its digits',
    `${basics}  phone: +46 31 555\n`,
    `${basics}  phone: +46 (31) 555\n`,
    [],
  ],
  [
    'an e-mail address that differs',
    `${basics}  email: a@b.example\n`,
    `${basics}  email: c@b.example\n`,
    [`note 3:10 basics.email: ${differ('3:10')}`],
  ],
  [
    'a link inside a text that is missing here',
    work(job('A', '2020', '    summary: See [this](https://a.example) and [that](https://b.example).\n')),
    work(job('A', '2020', '    summary: Siehe [das](https://b.example).\n')),
    ['note 4:5 work[0]: A link in the text at resume.yaml:6:14 is missing here; write it in both, or in neither.'],
  ],
  [
    'a link inside a text that the main one lacks',
    work(job('A', '2020', '    highlights: [See this]\n')),
    work(job('A', '2020', '    highlights: ["Siehe [das](https://a.example)"]\n')),
    [
      'note 6:18 work[0].highlights[0]: A link in this text is missing at resume.yaml:4:5; write it in both, or in neither.',
    ],
  ],
  [
    'the address is the main one’s',
    `${basics}meta: {site: {url: "https://a.example"}}\n`,
    `${basics}meta: {site: {url: "https://b.example"}}\n`,
    ['note 3:20 meta.site.url: The site has one for all languages, that of resume.yaml:3:20; remove it here.'],
  ],
  [
    'what is still to be translated',
    basics,
    `${basics}  label: Engineer # translate\n  summary: I say "# translate" often. # translate\n`,
    [
      'note 3:19 : 2 lines are still to be translated, from here on; translate what stands before each "# translate" and remove that.',
    ],
  ],
  [
    'one line that is still to be translated',
    basics,
    `${basics}  label: Engineer # translate\n`,
    [
      'note 3:19 : A line is still to be translated, from here on; translate what stands before each "# translate" and remove that.',
    ],
  ],
  ['a date that nobody can read is words', work(job('A', 'Summer of 1999')), work(job('A', 'Sommer 1999')), []],
  ['a date that one of them has in words', work(job('A', '2020')), work(job('A', 'Sommer 1999')), []],
  [
    'the address of one’s own page that differs',
    `${basics}  url: https://a.example\n`,
    `${basics}  url: https://b.example\n`,
    [`note 3:8 basics.url: ${differ('3:8')}`],
  ],
  [
    'a phone number that differs',
    `${basics}  phone: +46 31 555\n`,
    `${basics}  phone: +46 31 556\n`,
    [`note 3:10 basics.phone: ${differ('3:10')}`],
  ],
  [
    'an e-mail address in capitals is the same',
    `${basics}  email: a@b.example\n`,
    `${basics}  email: A@B.Example\n`,
    [],
  ],
  [
    'a file in place of an address differs',
    `${basics}certificates: [{name: A, url: "https://a.example"}]\n`,
    `${basics}certificates: [{name: A, url: a.pdf}]\n`,
    [`note 3:31 certificates[0].url: ${differ('3:31')}`],
  ],
  [
    'www, a slash at the end and a place in the page are the same address',
    `${basics}  url: https://www.a.example/team#me\n`,
    `${basics}  url: https://a.example/team/\n`,
    [],
  ],
  [
    'a link inside a text of one line that the main one lacks',
    work(job('A', '2020')),
    work(job('A', '2020', '    summary: Siehe [das](<https://a.example>).\n')),
    ['note 6:14 work[0].summary: A link in this text is missing at resume.yaml:4:5; write it in both, or in neither.'],
  ],
  ['what is no text holds no link', `${basics}  location: {city: Kiel}\n`, basics, []],
  [
    'the same address in both is right',
    `${basics}meta: {site: {url: "https://a.example"}}\n`,
    `${basics}meta: {site: {url: "https://a.example"}}\n`,
    [],
  ],
  [
    'an address that the main one has not',
    basics,
    `${basics}meta: {site: {url: "https://b.example"}}\n`,
    ['note 3:20 meta.site.url: The site has one for all languages, that of resume.yaml:1:1; remove it here.'],
  ],
  [
    'the counter is the main one’s',
    `${basics}meta: {site: {counter: api}}\n`,
    `${basics}meta: {site: {counter: local}}\n`,
    ['note 3:24 meta.site.counter: The site has one for all languages, that of resume.yaml:3:24; remove it here.'],
  ],
  [
    'a key by an old name is found where it stands',
    `${basics}work:\n  - {company: A, website: "https://a.example"}\n`,
    `${basics}work:\n  - {company: A, website: "https://b.example"}\n`,
    [`note 4:5 work[0].url: ${differ('4:5')}`],
  ],
];

for (const [title, main, other, notes] of cases) test(title, () => assert.deepEqual(compare(main, other), notes));

test('An address names a language with its region, in either way to write it, or without', () => {
  const main = parse(`${basics}  url: https://a.example/team\n`);
  for (const part of ['pt-br', 'pt_BR', 'pt']) {
    const other = parse(`${basics}  url: https://a.example/${part}/team\n`, 'pt-BR');
    assert.deepEqual(compareLanguages({ name: 'r.yaml', parsed: main }, other), [], part);
  }
});

test('no note tells a value, which may be a private one', () => {
  const secret = 'https://secret.example/';
  const main = `${basics}  url: ${secret}a\n  email: secret@a.example\nwork: [{name: Secret, url: "${secret}b"}, {name: Secretive, startDate: 2011}]\n`;
  const notes = compare(
    main,
    `${basics}  url: ${secret}c\n  email: secrets@a.example\nwork: [{name: Secret, url: "${secret}d"}]\n`,
  );
  assert.equal(notes.length, 4);
  assert.doesNotMatch(notes.join('\n'), /secret|2011/i);
});

test('JSON is compared with YAML', () => {
  const main = parse(`${basics}work: [{name: A, startDate: 2020}]\n`);
  const other = parse('{"basics": {"name": "Jane"}, "work": [{"name": "A", "startDate": "2021"}]}', 'de', 'json');
  const [note] = compareLanguages({ name: 'resume.yaml', parsed: main }, other);
  assert.equal(note?.message, 'It differs from resume.yaml:3:29; write the same in both.');
  assert.equal(note?.path, 'work[0].startDate');
});
