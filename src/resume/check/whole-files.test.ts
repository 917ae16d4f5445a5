import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';

const nameless = 'basics.name: A résumé needs at least a name; write it as basics.name.';

const faults: readonly (readonly [string, string, ...string[]])[] = [
  [
    'An empty file',
    '',
    '1:1 There is no résumé in this file yet; start with "basics:" and, indented below it, "name: Jane Doe".',
  ],
  [
    'A file with nothing but comments',
    '# a\n# b\n',
    '1:1 There is no résumé in this file yet; start with "basics:" and, indented below it, "name: Jane Doe".',
  ],
  [
    'A file with nothing but a document mark',
    '---\n',
    '1:1 There is no résumé in this file yet; start with "basics:" and, indented below it, "name: Jane Doe".',
  ],
  [
    'A text alone',
    '\nhello\n',
    '2:1 A résumé is a group of keys; start with "basics:" and, indented below it, "name: Jane Doe".',
  ],
  [
    'A list alone',
    '- name: J\n',
    '1:1 A résumé is a group of keys; start with "basics:" and, indented below it, "name: Jane Doe".',
  ],
  [
    'A résumé without basics',
    '# c\nwork: []\n',
    '2:1 basics.name: A résumé needs at least a name; add basics with a name in it.',
  ],
  [
    'Basics without a name',
    'work: []\nbasics:\n  label: x\n',
    '2:1 basics.name: A résumé needs at least a name; write it as basics.name.',
  ],
  ['Basics without anything', 'basics:\n', '1:1 basics.name: A résumé needs at least a name; write it as basics.name.'],
  [
    'An empty name',
    'basics:\n  label: x\n  name: "  "\n',
    '3:3 basics.name: A résumé needs at least a name; write it as basics.name.',
  ],
  [
    'A name under an old key',
    'basics:\n  fullName: J\n',
    '2:3 basics.fullName: "fullName" is called "name" in JSON Resume; rename it.',
  ],
  [
    'An end before the start',
    'basics: {name: J}\nwork:\n- startDate: 2016-03\n  endDate: 2015-12-31\n- startDate: 2016\n  endDate: 2015-12\n',
    '4:12 work[0].endDate: The end 2015-12-31 is before the start 2016-03; correct one of them.',
    '6:12 work[1].endDate: The end 2015-12 is before the start 2016; correct one of them.',
  ],
  [
    'An end before the start under old keys',
    'basics: {name: J}\nprojects:\n- start: 2016\n  end: 2015\n',
    '3:3 projects[0].start: "start" is called "startDate" in JSON Resume; rename it.',
    '4:3 projects[0].end: "end" is called "endDate" in JSON Resume; rename it.',
    '4:8 projects[0].endDate: The end 2015 is before the start 2016; correct one of them.',
  ],
];

for (const [title, text, ...expected] of faults) {
  test(`${title} is reported`, () => {
    assert.deepEqual(showProblems(text), expected);
  });
}

test('An end in the same year, month or day as the start is no mistake', () => {
  const periods = [
    ['2016', '2016'],
    ['2016-05', '2016'],
    ['2016-05-31', '2016-05'],
    ['2016-05-31', '2016-05-31'],
    ['2016', 'Present'],
    ['2016', ''],
  ];
  const work = periods.map(([from, to]) => `- {startDate: ${from}, endDate: ${to}}\n`).join('');
  assert.deepEqual(showProblems(`basics: {name: J}\nwork:\n${work}`), []);
});

test('All mistakes are reported at once, in the order of the file', () => {
  const text = [
    'email: j@a.example',
    'work:',
    '  - company: A',
    '    startDate: 2015-13',
    '    endDate: soon',
    '    url: javascript:alert(1)',
    'basics:',
    '  location: { countryCode: Germany }',
    '',
  ].join('\n');
  assert.deepEqual(showProblems(text), [
    '1:1 email: "email" is not a key here, and there is no other one for it, so the page leaves it out.',
    '3:5 work[0].company: "company" is called "name" in JSON Resume; rename it.',
    '4:16 work[0].startDate: "2015-13" has no month 13; write a month from 01 to 12; until then it is shown as it is.',
    '5:14 work[0].endDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, or leave endDate out while it goes on; until then it is shown as it is.',
    '6:10 work[0].url: "javascript:alert(1)" starts with "javascript:", but a link may only start with https:// or http://; until then the page leaves it out.',
    `7:1 ${nameless}`,
    '8:28 basics.location.countryCode: "Germany" is not a country code; write DE.',
  ]);
});
