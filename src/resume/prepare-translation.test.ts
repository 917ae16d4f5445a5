import assert from 'node:assert/strict';
import test from 'node:test';
import { listCases } from '../../test/fixtures/list-cases.ts';
import { parseResume } from './parse-resume.ts';
import { prepareTranslation } from './prepare-translation.ts';

const cases: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'words have a remark; names, dates, links and pictures stay',
    'basics:\n  name: Jane\n  label: Engineer\n  image: a.jpg\n  url: https://a.example\nwork:\n  - name: A\n    position: Boss\n    startDate: 2020-01\nmeta:\n  language: en\n',
    'basics:\n  name: Jane\n  label: Engineer # translate\n  image: a.jpg\n  url: https://a.example\nwork:\n  - name: A\n    position: Boss # translate\n    startDate: 2020-01\nmeta:\n  language: de\n',
  ],
  [
    'comments stay',
    '# mine\nbasics: # me\n  name: Jane # it is\n  label: Engineer # since 2020\nmeta: {language: en} # yes\n',
    '# mine\nbasics: # me\n  name: Jane # it is\n  label: Engineer # since 2020 # translate\nmeta: {language: "de"} # yes\n',
  ],
  [
    'a text of several lines has it after its sign, or at its end',
    'basics:\n  name: Jane\n  label: "Ax\n    Bx"\n  summary: >-\n    One\n    two.\nmeta: {language: en}\n',
    'basics:\n  name: Jane\n  label: "Ax\n    Bx" # translate\n  summary: >- # translate\n    One\n    two.\nmeta: {language: "de"}\n',
  ],
  [
    'a line has one for all its texts, and none inside another text',
    'basics: {name: Jane, label: Engineer, summary: "One\n  two"}\nmeta: {language: en}\n',
    'basics: {name: Jane, label: Engineer, summary: "One\n  two"} # translate\nmeta: {language: "de"}\n',
  ],
  [
    'names of skills and interests are words; their keywords are names, or not',
    'basics: {name: Jane}\nskills:\n  - name: Cloud\n    keywords: [AWS]\ninterests:\n  - name: Baking\n    keywords: [Buns]\nmeta: {language: en}\n',
    'basics: {name: Jane}\nskills:\n  - name: Cloud # translate\n    keywords: [AWS]\ninterests:\n  - name: Baking # translate\n    keywords: [Buns] # translate\nmeta: {language: "de"}\n',
  ],
  [
    'keys by other names are known',
    'personal:\n  fullName: Jane\n  jobTitle: Engineer\njobs:\n  - company: Acme Works\n    role: Boss\n    from: May 2020\nmeta: {language: en}\n',
    'personal:\n  fullName: Jane\n  jobTitle: Engineer # translate\njobs:\n  - company: Acme Works\n    role: Boss # translate\n    from: May 2020\nmeta: {language: "de"}\n',
  ],
  [
    'what an entry is known by, where and when it was, stays, and so does what it is called in every language',
    `basics:
  name: Jane
  email: j@a.example
  phone: Ask Jane
  location: {address: Main Street, city: Kiel, region: Holstein, country: Germany, countryCode: DE, postalCode: AB CD}
  profiles: [{network: Xing, username: jane}]
volunteer: [{organization: Red Cross, location: Bonn, url: page.html}]
education: [{institution: Best School, startDate: Spring term, endDate: Autumn term}]
projects: [{name: Tool, entity: Acme, keywords: [Fast]}]
publications: [{name: Book, publisher: House, doi: none yet, releaseDate: Last year, authors: [Ann Lee]}]
awards: [{title: Price, awarder: City, date: Some day}]
certificates: [{name: Paper, issuer: Board}]
meta: {language: en}
`,
    `basics:
  name: Jane
  email: j@a.example
  phone: Ask Jane
  location: {address: Main Street, city: Kiel, region: Holstein, country: Germany, countryCode: DE, postalCode: AB CD}
  profiles: [{network: Xing, username: jane}]
volunteer: [{organization: Red Cross, location: Bonn, url: page.html}]
education: [{institution: Best School, startDate: Spring term, endDate: Autumn term}]
projects: [{name: Tool, entity: Acme, keywords: [Fast]}]
publications: [{name: Book, publisher: House, doi: none yet, releaseDate: Last year, authors: [Ann Lee]}]
awards: [{title: Price, awarder: City, date: Some day}] # translate
certificates: [{name: Paper, issuer: Board}]
meta: {language: "de"}
`,
  ],
  [
    'headings of one’s own are words',
    'basics: {name: Jane}\nmeta:\n  language: en\n  site:\n    labels:\n      work: Jobs\n',
    'basics: {name: Jane}\nmeta:\n  language: de\n  site:\n    labels:\n      work: Jobs # translate\n',
  ],
  [
    'a number is no word',
    'basics: {name: Jane}\neducation:\n  - score: "3.9"\nmeta: {language: en}\n',
    'basics: {name: Jane}\neducation:\n  - score: "3.9"\nmeta: {language: "de"}\n',
  ],
  [
    'the language is added after what else is said of the file',
    'basics: {name: Jane}\nmeta:\n  version: v1\n',
    'basics: {name: Jane}\nmeta:\n  version: v1\n  language: de\n',
  ],
  ['or at the end', 'basics:\n  name: Jane\n', 'basics:\n  name: Jane\n\nmeta:\n  language: de\n'],
  ['whose line may have no end', 'basics:\n  name: Jane', 'basics:\n  name: Jane\n\nmeta:\n  language: de\n'],
  [
    'Windows keeps its line ends and its mark',
    '\uFEFFbasics:\r\n  name: Jane\r\n  label: X Y\r\n  label2: Two\r\nmeta:\r\n  language: en\r\n',
    '\uFEFFbasics:\r\n  name: Jane\r\n  label: X Y\r\n  label2: Two # translate\r\nmeta:\r\n  language: de\r\n',
  ],
  [
    'a mark inside a text is a part of it',
    'basics:\n  name: J\uFEFF\nmeta:\n  language: en\n',
    'basics:\n  name: J\uFEFF\nmeta:\n  language: de\n',
  ],
  [
    'a section of one’s own has names and places too',
    `basics: {name: Jane}
talks:
  - {title: My talk, organization: The Board, network: The Net, username: The Jane, location: At home, image: my picture}
  - {email: ask me, phone: ask me, url: none yet, doi: none yet, startDate: a year, endDate: a year, date: a year}
  - {releaseDate: a year, authors: [Ann Lee], publisher: The House, issuer: The Board, entity: The Firm, awarder: The City}
meta: {language: en}
`,
    `basics: {name: Jane}
talks:
  - {title: My talk, organization: The Board, network: The Net, username: The Jane, location: At home, image: my picture} # translate
  - {email: ask me, phone: ask me, url: none yet, doi: none yet, startDate: a year, endDate: a year, date: a year}
  - {releaseDate: a year, authors: [Ann Lee], publisher: The House, issuer: The Board, entity: The Firm, awarder: The City}
meta: {language: "de"}
`,
  ],
  [
    'keywords of skills and projects are known by their other names',
    'basics: {name: Jane}\nskills:\n  - tech: [Go On]\nprojects:\n  - tools: [Go On]\ninterests:\n  - tools: [Go On]\nmeta: {language: en}\n',
    'basics: {name: Jane}\nskills:\n  - tech: [Go On]\nprojects:\n  - tools: [Go On]\ninterests:\n  - tools: [Go On] # translate\nmeta: {language: "de"}\n',
  ],
  [
    'an item of a list over several lines, and nothing at all, have none inside them',
    'basics: {name: Jane, label: }\nwork:\n  - highlights: [One, "Two\n      three"]\n    summary:\n  - summary: |\n      Four\nmeta: {language: en}',
    'basics: {name: Jane, label: }\nwork:\n  - highlights: [One, "Two\n      three"] # translate\n    summary:\n  - summary: | # translate\n      Four\nmeta: {language: "de"}',
  ],
  [
    'labels are words by whatever key',
    'basics: {name: Jane}\nmeta: {language: en, site: {labels: {email: E-mail}}}',
    'basics: {name: Jane}\nmeta: {language: "de", site: {labels: {email: E-mail}}} # translate',
  ],
  [
    'what stands behind the end of the document would be no part of it',
    'basics:\n  name: Jane\n  label: Boss\n...\n',
    'basics:\n  name: Jane\n  label: Boss # translate\n...\n',
  ],
];

for (const [title, before, after] of cases) {
  test(title, () => {
    const { text, isMarked } = prepareTranslation(before, 'yaml', 'de');
    assert.equal(text, after);
    assert.equal(isMarked, true);
  });
}

test('Each text of YAML is told by its line in the copy', () => {
  const { places } = prepareTranslation('basics:\n  name: Jane\n  label: Boss\n  summary: One\n', 'yaml', 'de');
  assert.deepEqual(places, [
    { path: 'basics.label', line: 3 },
    { path: 'basics.summary', line: 4 },
  ]);
});

test('Each text is told by its place, also in lists and labels', () => {
  const before = 'work: [{highlights: [One, Two]}]\nmeta: {language: de, site: {labels: {work: Jobs}}}\n';
  assert.deepEqual(prepareTranslation(before, 'yaml', 'de').places, [
    { path: 'work[0].highlights[0]', line: 1 },
    { path: 'work[0].highlights[1]', line: 1 },
    { path: 'meta.site.labels.work', line: 2 },
  ]);
});

for (const [value, isWords] of [
  ...[
    'https://a.example',
    'mailto:a',
    'a+b.c-d:x',
    'AB:x',
    'b:ab',
    'ann@a.example',
    'a@b',
    '12 3',
    'é',
    '2020-01-05',
  ].map((value) => [value, false] as const),
  ...[
    'see https://a.example',
    'https://a.example too',
    '1https://a.example',
    'https:',
    'https: a',
    'to ann@a.example',
  ].map((value) => [value, true] as const),
  ...['ann@a.example too', '@ann', 'ann@', 'ab', '12 months', 'May 2020', 'a_b:cd'].map(
    (value) => [value, true] as const,
  ),
]) {
  test(`“${value}” ${isWords ? 'is to be translated' : 'stays'}`, () => {
    const before = JSON.stringify({ work: [{ summary: value }] });
    assert.equal(prepareTranslation(before, 'json', 'de').places.length, isWords ? 1 : 0);
  });
}

test('Where a remark would be read as text, the places are told alone', () => {
  const before = 'basics: {name: Jane, label: Boss, "two\n  lines": c}\nmeta: {language: de}\n';
  assert.deepEqual(prepareTranslation(before, 'yaml', 'de'), {
    text: 'basics: {name: Jane, label: Boss, "two\n  lines": c}\nmeta: {language: "de"}\n',
    isMarked: false,
    places: [{ path: 'basics.label', line: 1 }],
  });
});

test('JSON keeps the mark of Windows', () => {
  const { text } = prepareTranslation('\uFEFF{"basics": {"name": "Jane"}, "meta": {"language": "en"}}', 'json', 'de');
  assert.equal(text, '\uFEFF{"basics": {"name": "Jane"}, "meta": {"language": "de"}}');
});

test('JSON has no remarks, so the places are told', () => {
  const before = '{\n  "basics": {\n    "name": "Jane",\n    "label": "Engineer"\n  }\n}\n';
  assert.deepEqual(prepareTranslation(before, 'json', 'pt-BR'), {
    text: '{\n  "basics": {\n    "name": "Jane",\n    "label": "Engineer"\n  },\n  "meta": { "language": "pt-BR" }\n}\n',
    isMarked: false,
    places: [{ path: 'basics.label', line: 4 }],
  });
});

for (const { name, text, format } of listCases()) {
  const { resume } = parseResume(text, format);
  if (!resume) continue;
  test(`the copy of ${name} says the same, in another language’s name`, () => {
    const copy = prepareTranslation(text, format, 'xh');
    assert.equal(copy.isMarked, format === 'yaml');
    const { resume: copied } = parseResume(copy.text, format);
    assert.deepEqual({ ...copied, meta: {} }, { ...resume, meta: {} });
    assert.equal(copied?.meta?.language, 'xh');
  });
}
