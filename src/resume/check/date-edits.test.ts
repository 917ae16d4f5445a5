import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'two dates in JSON beside others on a line',
    '{ "basics": { "name": "J" }, "work": [\n  { "startDate": "2015-2017", "name": "A" },\n  { "name": "B",\n    "startDate": "2015-2017" }, {\r\n  "endDate": "2015-2017" } ] }',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017', name: 'A' },
          { startDate: '2015', endDate: '2017', name: 'B' },
          { endDate: '2017', startDate: '2015' },
        ],
      },
      notes: [
        '2:18 work[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '4:18 work[1].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '5:14 work[2].endDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        '{ "basics": { "name": "J" }, "work": [\n  { "startDate": "2015", "endDate": "2017", "name": "A" },\n  { "name": "B",\n    "startDate": "2015",\r\n    "endDate": "2017" }, {\r\n  "endDate": "2017",\r\n  "startDate": "2015" } ] }',
      fixes: [
        '2:18 work[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '4:18 work[1].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '5:14 work[2].endDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'two dates in lists in lists',
    'basics:\n  name: J\nwork:\n  - name: A\n    positions:\n      - position: B\n        startDate: 2015-2017   # c\n      - startDate: 2015-2017\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { name: 'A', startDate: '2015', endDate: '2017', position: 'B' },
          { name: 'A', startDate: '2015', endDate: '2017' },
        ],
      },
      notes: [
        '7:20 work[0].positions[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '8:20 work[0].positions[1].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n  - name: A\n    positions:\n      - position: B\n        startDate: 2015   # c\n        endDate: 2017\n      - startDate: 2015\n        endDate: 2017\n',
      fixes: [
        '7:20 work[0].positions[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '8:20 work[0].positions[1].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'two dates in braces over several lines',
    'basics:\n  name: J\nwork: [{\n  startDate: 2015-2017,\n  name: A }, { name: B, endDate: 2015-2017 }]\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017', name: 'A' },
          { endDate: '2017', startDate: '2015', name: 'B' },
        ],
      },
      notes: [
        '4:14 work[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '5:34 work[1].endDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        'basics:\n  name: J\nwork: [{\n  startDate: 2015,\n  endDate: 2017,\n  name: A }, { name: B, endDate: 2017, startDate: 2015 }]\n',
      fixes: [
        '4:14 work[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '5:34 work[1].endDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
