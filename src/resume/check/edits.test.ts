import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import type { ResumeFormat } from '../read/read-document.ts';

/** The whole text before and after; no text after where nothing is to be done. */
const edits: readonly (readonly [title: string, ResumeFormat, before: string, after: string | undefined])[] = [
  [
    'a second name that says the same, in the middle',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    company: A\n    url: https://a.example\n',
    'basics:\n  name: J\nwork:\n  - name: A\n    url: https://a.example\n',
  ],
  [
    'one at the end of its group',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    company: A\n',
    'basics:\n  name: J\nwork:\n  - name: A\n',
  ],
  [
    'one at the start of a list item',
    'yaml',
    'basics:\n  name: J\nwork:\n  - company: A\n    name: A\n',
    'basics:\n  name: J\nwork:\n  - name: A\n',
  ],
  [
    'an empty one',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    company:\n    url: https://a.example\n',
    'basics:\n  name: J\nwork:\n  - name: A\n    url: https://a.example\n',
  ],
  [
    'an empty right one beside a full old one',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: ""\n    company: A\n',
    'basics:\n  name: J\nwork:\n  - name: A\n',
  ],
  [
    'none with a comment behind it',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    company: A # the same\n    url: https://a.example\n',
    undefined,
  ],
  [
    'none with a comment in it',
    'yaml',
    'basics:\n  name: J\nprojects:\n  - name: A\n    keywords:\n      - a\n    tags:\n      # mine\n      - a\n    url: https://a.example\n',
    undefined,
  ],
  [
    'a list in brackets',
    'yaml',
    'basics:\n  name: J\nprojects:\n  - name: A\n    keywords: [a]\n    tags: [a]\n    url: https://a.example\n',
    'basics:\n  name: J\nprojects:\n  - name: A\n    keywords: [a]\n    url: https://a.example\n',
  ],
  [
    'in braces',
    'yaml',
    'basics:\n  name: J\nwork: [{ company: A, name: A, position: B }, { name: C, company: C }]\n',
    'basics:\n  name: J\nwork: [{ name: A, position: B }, { name: C }]\n',
  ],
  [
    'after a text of several lines',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: |\n      A\n    company: A\n',
    undefined,
  ],
  [
    'in JSON, with its comma',
    'json',
    '{\n  "basics": { "name": "J", "fullName": "J" },\n  "work": [{\n    "company": "A",\n    "name": "A",\n    "website": "https://a.example",\n    "url": "https://a.example"\n  }]\n}\n',
    '{\n  "basics": { "name": "J" },\n  "work": [{\n    "name": "A",\n    "url": "https://a.example"\n  }]\n}\n',
  ],
  [
    'in JSON beside a comment',
    'json',
    '{ "basics": { "name": "J", "fullName": "J" /* me */ } }',
    '{ "basics": { "name": "J" /* me */ } }',
  ],
  [
    'two dates in one text',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    startDate: 2015-2017 # here\n    position: B\n',
    'basics:\n  name: J\nwork:\n  - name: A\n    startDate: 2015 # here\n    endDate: 2017\n    position: B\n',
  ],
  [
    'two dates at the end of the file',
    'yaml',
    'basics:\n  name: J\nwork:\n  - startDate: Jan 2015 – Feb 2017',
    'basics:\n  name: J\nwork:\n  - startDate: 2015-01\n    endDate: 2017-02',
  ],
  [
    'two dates under endDate',
    'yaml',
    'basics:\n  name: J\nwork:\n  - name: A\n    endDate: 2015-2017\n',
    'basics:\n  name: J\nwork:\n  - name: A\n    endDate: 2017\n    startDate: 2015\n',
  ],
  [
    'two dates in braces',
    'yaml',
    "basics:\n  name: J\nwork: [{ name: A, startDate: '2015-2017', position: B }]\n",
    "basics:\n  name: J\nwork: [{ name: A, startDate: '2015', endDate: 2017, position: B }]\n",
  ],
  [
    'a time that goes on',
    'yaml',
    'basics:\n  name: J\nwork:\n  - startDate: Aug 2018 – Present\n    endDate:\n',
    'basics:\n  name: J\nwork:\n  - startDate: 2018-08\n    endDate:\n',
  ],
  [
    'two dates in JSON',
    'json',
    '{\n  "basics": { "name": "J" },\n  "work": [\n    {\n      "startDate": "2015-2017",\n      "name": "A"\n    },\n    { "period": "2011 – 2012" },\n    { "year": 2012 }\n  ]\n}\n',
    '{\n  "basics": { "name": "J" },\n  "work": [\n    {\n      "startDate": "2015",\n      "endDate": "2017",\n      "name": "A"\n    },\n    { "startDate": "2011", "endDate": "2012" },\n    { "startDate": "2012", "endDate": "2012" }\n  ]\n}\n',
  ],
  [
    'a period under a name of its own',
    'yaml',
    'basics:\n  name: J\neducation:\n  - institution: U\n    period: 2015 – 2017\n  - institution: V\n    date: 2018\n',
    'basics:\n  name: J\neducation:\n  - institution: U\n    startDate: 2015\n    endDate: 2017\n  - institution: V\n    startDate: 2018\n    endDate: 2018\n',
  ],
  [
    'CRLF',
    'yaml',
    'basics:\r\n  name: J\r\nwork:\r\n  - startDate: 2015-2017\r\n    name: A\r\n',
    'basics:\r\n  name: J\r\nwork:\r\n  - startDate: 2015\r\n    endDate: 2017\r\n    name: A\r\n',
  ],
  [
    'no two dates where an end is written',
    'yaml',
    'basics:\n  name: J\nwork:\n  - startDate: 2015-2017\n    endDate: 2018\n',
    undefined,
  ],
  [
    'a name in three parts',
    'yaml',
    'basics:\n  lastName: Doe\n  label: x\n  firstName: Jane\n  middleName: Q\n',
    'basics:\n  label: x\n  name: Jane Q Doe\n',
  ],
  [
    'a name in parts in JSON',
    'json',
    '{ "basics": { "firstName": "Jane", "lastName": "Doe", "label": "x" } }',
    '{ "basics": { "name": "Jane Doe", "label": "x" } }',
  ],
  [
    'a quoted address',
    'yaml',
    "basics:\n  name: J\n  url: 'a.example'\n",
    "basics:\n  name: J\n  url: 'https://a.example'\n",
  ],
  [
    'an address with an escape',
    'yaml',
    'basics:\n  name: J\n  url: "a.example\\u002Fb"\n',
    'basics:\n  name: J\n  url: "https://a.example/b"\n',
  ],
  [
    'a folded address',
    'yaml',
    'basics:\n  name: J\n  url: >-\n    a.example\n  label: x\n',
    'basics:\n  name: J\n  url: |-\n    https://a.example\n  label: x\n',
  ],
  [
    'HTML on one line',
    'yaml',
    'basics:\n  name: J\n  summary: A <b>b</b> c\n',
    'basics:\n  name: J\n  summary: A **b** c\n',
  ],
  [
    'HTML in single quotes',
    'yaml',
    "basics:\n  name: J\n  summary: 'It''s <b>b</b>'\n",
    "basics:\n  name: J\n  summary: 'It''s **b**'\n",
  ],
  [
    'HTML with a line break',
    'yaml',
    'basics:\n  name: J\n  summary: One<br>two\n',
    'basics:\n  name: J\n  summary: "One\\n\\ntwo"\n',
  ],
  [
    'HTML in a block, with its comment',
    'yaml',
    'basics:\n  name: J\n  summary: | # mine\n    <p>One</p>\n    <p>Two</p>\n  label: x\n',
    'basics:\n  name: J\n  summary: | # mine\n    One\n\n    Two\n  label: x\n',
  ],
  [
    'HTML in a folded block',
    'yaml',
    'basics:\n  name: J\n  summary: >\n    <p>One</p>\n    <p>Two</p>\n',
    'basics:\n  name: J\n  summary: |\n    One\n\n    Two\n',
  ],
  [
    'HTML in a title',
    'json',
    '{ "basics": { "name": "J", "label": "R&amp;D <b>lead</b>" } }',
    '{ "basics": { "name": "J", "label": "R&D lead" } }',
  ],
  [
    'texts as lists and groups',
    'yaml',
    'basics:\n  name: J\n  location: Rome\n  profiles: ["https://a.example"]\nwork:\n  - highlights: "a, b"\n  - highlights: a, b\nskills: [Go, "C: a"]\nlanguages:\n  - Finnish\n',
    'basics:\n  name: J\n  location: { city: Rome }\n  profiles: [{ url: "https://a.example" }]\nwork:\n  - highlights: ["a, b"]\n  - highlights: ["a, b"]\nskills: [{ name: Go }, { name: "C: a" }]\nlanguages:\n  - { language: Finnish }\n',
  ],
  [
    'texts as lists and groups in JSON',
    'json',
    '{ "basics": { "name": "J", "location": "Rome" }, "skills": ["Go", 1], "work": [{ "highlights": "a" }], "awards": "Prize" }',
    '{ "basics": { "name": "J", "location": { "city": "Rome" } }, "skills": [{ "name": "Go" }, { "name": "1" }], "work": [{ "highlights": ["a"] }], "awards": [{ "title": "Prize" }] }',
  ],
  ['a control character', 'json', '{ "basics": { "name": "J\\u0007" } }', '{ "basics": { "name": "J" } }'],
  [
    'settings',
    'json',
    '{ "basics": { "name": "J" }, "meta": { "langauge": "de_AT", "site": { "url": "https://a.example/cv", "color": "#ABC", "counter": "API" } } }',
    '{ "basics": { "name": "J" }, "meta": { "language": "de-AT", "site": { "url": "https://a.example", "color": "#ABC", "counter": "api" } } }',
  ],
];

for (const [title, format, before, after = before] of edits) {
  test(`--fix mends ${title}`, () => {
    assert.equal(fixResume(before, format).text, after);
    assert.deepEqual(fixResume(after, format), { text: after, fixes: [] });
  });
}
