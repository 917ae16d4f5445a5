import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import type { ResumeFormat } from '../read/read-document.ts';

const lines = (company: string) => `basics: {name: J}\nwork:\n  - name: A\n    company:${company}\n    position: x\n`;
const flow = (work: string) => `basics: {name: J}\nwork: [{${work}}]\n`;
const json = (work: string) => `{"basics": {"name": "J"}, "work": [${work}]}`;
const withoutCompany = lines('').replace('    company:\n', '');

/** Without a second text nothing is changed. */
const cases: readonly (readonly [title: string, format: ResumeFormat, before: string, after?: string])[] = [
  ...['', ' ', ' null', ' NULL', ' ~', '  ~ '].map(
    (nothing) => [`a second name with "${nothing}"`, 'yaml', lines(nothing), withoutCompany] as const,
  ),
  ['a second name that says the same', 'yaml', lines(' A'), withoutCompany],
  ['a second name that says something else', 'yaml', lines(' x')],
  ['a second name behind a comment', 'yaml', lines(' A # mine')],
  ['a second name with nothing but a comment', 'yaml', lines(' # mine')],
  ...['null', '~', ''].map(
    (nothing) =>
      [
        `a second name with "${nothing}" between braces`,
        'yaml',
        flow(`name: A, company: ${nothing}, position: x`),
        flow('name: A, position: x'),
      ] as const,
  ),
  ['a comment before the comma', 'yaml', flow('name: A, company: null # mine\n  , position: x')],
  [
    'null in JSON',
    'json',
    json('{"name": "A", "company": null, "position": "x"}'),
    json('{"name": "A", "position": "x"}'),
  ],
  ['null with a comment in JSON', 'json', json('{"name": "A", "company": null /* c */, "position": "x"}')],
  ['the first of two in JSON', 'json', json('{"company": "A", "name": "A"}'), json('{"name": "A"}')],
  ['the last of two in JSON', 'json', json('{"name": "A", "company": "A"}'), json('{"name": "A"}')],
  ['a last name', 'yaml', `${flow('name: A, company: A')}`, flow('name: A')],
  ['an empty last name', 'yaml', lines('').replace('    position: x\n', ''), 'basics: {name: J}\nwork:\n  - name: A\n'],
  [
    'a last name before a comment',
    'yaml',
    lines(' A # mine').replace('    position: x\n', ''),
    'basics: {name: J}\nwork:\n  - name: A # mine\n',
  ],
  ['an empty last name before a comment', 'yaml', lines(' # mine').replace('    position: x\n', '')],
  [
    'a last name behind a comment',
    'yaml',
    lines(' A').replace('name: A', 'name: A # mine').replace('    position: x\n', ''),
  ],
  ['a key without a colon', 'yaml', flow('company, name: A')],
  [
    'keywords that say the same',
    'yaml',
    flow('keywords: ["#a"], tags: ["#a"], name: A').replaceAll('#', ''),
    flow('keywords: ["a"], name: A'),
  ],
  ['a text with a sign for comments', 'yaml', flow('company: "#1", name: "#1"'), flow('name: "#1"')],
  ['keywords with a comment in them', 'yaml', flow('keywords: [a], tags: [a # mine\n  ], name: A')],
  [
    'keywords with a comment to the end of the line',
    'json',
    json('{"keywords": ["a"], "tags": ["a" // mine\n], "name": "A"}'),
  ],
  ['keywords with a comment between signs', 'json', json('{"keywords": ["a"], "tags": ["a" /* mine */], "name": "A"}')],
  ['a name behind a block', 'yaml', 'basics: {name: J}\nwork:\n  - name: |\n      A\n    company: A\n'],
  ['a name in a block', 'yaml', 'basics: {name: J}\nwork:\n  - name: A\n    company: |\n      A\n'],
  [
    'HTML in blocks and quotes',
    'yaml',
    "basics: {name: J}\nwork:\n  - summary: |\n      <b>x</b>\n\n      y\n  - summary: >\n      <p>x</p>\n      <p>y</p>\n  - {summary: '<b>it''s</b>'}\n  - summary: <b>- x</b>\n  - summary: '<p>a</p><p>b</p>'\n",
    'basics: {name: J}\nwork:\n  - summary: |\n      **x**\n\n      y\n  - summary: |\n      x\n\n      y\n  - {summary: \'**it\'\'s**\'}\n  - summary: "**- x**"\n  - summary: "a\\n\\nb"\n',
  ],
  [
    'two dates in one, on lines of their own and between braces',
    'yaml',
    'basics: {name: J}\r\nwork:\r\n  - startDate: 2015 - 2016 # c\r\n    name: x\r\n  - {startDate: 2015 - 2016, name: y}\r\n  - {\r\n    startDate: 2015 - 2016,\r\n    name: y}\r\n',
    'basics: {name: J}\r\nwork:\r\n  - startDate: 2015 # c\r\n    endDate: 2016\r\n    name: x\r\n  - {startDate: 2015, endDate: 2016, name: y}\r\n  - {\r\n    startDate: 2015,\r\n    endDate: 2016,\r\n    name: y}\r\n',
  ],
  [
    'HTML in a block with an indentation of its own, and in one that ends the file',
    'yaml',
    'basics: {name: J}\nwork:\n  - summary: |2-\n\n      <b>x</b>\n\n  - summary: |\n        <b>x</b>',
    'basics: {name: J}\nwork:\n  - summary: |2-\n      **x**\n\n  - summary: |\n        **x**',
  ],
  [
    'HTML in a block of lines that end in CRLF',
    'yaml',
    'basics: {name: J}\r\nwork:\r\n  - summary: > # mine\r\n\r\n      <p>x</p>\r\n      <p>y</p>\r\n    name: A\r\n',
    'basics: {name: J}\r\nwork:\r\n  - summary: | # mine\r\n      x\r\n\r\n      y\r\n    name: A\r\n',
  ],
  [
    'a second name whose keys say something',
    'yaml',
    'basics: {name: J}\nskills: [{name: Go}]\nSkills: {Kafka: {}, Rust: []}\n',
  ],
  ['a right name whose keys say something', 'yaml', 'basics: {name: J}\nskills: {Kafka: {}}\nSkills: [{name: Go}]\n'],
  [
    'a second name with nothing in it',
    'yaml',
    'basics: {name: J}\nSkills: [{ }, ""]\nskills: [{name: Go}]\n',
    'basics: {name: J}\nskills: [{name: Go}]\n',
  ],
  [
    'two dates in one behind a tab',
    'json',
    json('{\n\t"startDate": "2015 - 2016",\n\t"name": "x"}'),
    json('{\n\t"startDate": "2015",\n\t"endDate": "2016",\n\t"name": "x"}'),
  ],
  [
    'two dates in one at the end of a file',
    'yaml',
    'basics: {name: J}\nwork:\n- name: x\n  startDate: 2015 - 2016',
    'basics: {name: J}\nwork:\n- name: x\n  startDate: 2015\n  endDate: 2016',
  ],
  ['two dates in one over two lines', 'yaml', 'basics: {name: J}\nwork:\n- startDate: "2015 -\n    2016"\n'],
  [
    'two dates in one in JSON',
    'json',
    json('{\n  "startDate": "2015 - 2016",\n  "name": "x"}, {"startDate": "2015 - 2016"}'),
    json('{\n  "startDate": "2015",\n  "endDate": "2016",\n  "name": "x"}, {"startDate": "2015", "endDate": "2016"}'),
  ],
];

for (const [title, format, before, after = before] of cases) {
  test(`Of ${title} ${before === after ? 'nothing is changed' : 'just that is changed'}`, () => {
    assert.equal(fixResume(before, format).text, after);
  });
}
