import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'an end before the start',
    'basics:\n  name: J\nwork:\n- startDate: 2016\n  endDate: 2015\n- startDate: 2015\n  endDate: 2015-05\n- startDate: 2015-06\n  endDate: 2015\n- startDate: 2015-06-02\n  endDate: 2015-06-01\n- start: 2016\n  end: 2015\n- startDate: 2016\n  endDate: soon\n- startDate: soon\n  endDate: 2015\n- startDate: 2015-06\n  endDate: 2015-06\n- date: 2016 - 2015\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2016', endDate: '2015' },
          { startDate: '2015', endDate: '2015-05' },
          { startDate: '2015-06', endDate: '2015' },
          { startDate: '2015-06-02', endDate: '2015-06-01' },
          { startDate: '2016', endDate: '2015' },
          { startDate: '2016', endDate: 'soon' },
          { startDate: 'soon', endDate: '2015' },
          { startDate: '2015-06', endDate: '2015-06' },
          { startDate: '2016', endDate: '2015' },
        ],
      },
      notes: [
        '5:12 work[0].endDate: The end 2015 is before the start 2016; correct one of them.',
        '11:12 work[3].endDate: The end 2015-06-01 is before the start 2015-06-02; correct one of them.',
        '12:3 work[4].start: "start" is called "startDate" in JSON Resume; rename it.',
        '13:3 work[4].end: "end" is called "endDate" in JSON Resume; rename it.',
        '13:8 work[4].endDate: The end 2015 is before the start 2016; correct one of them.',
        '15:12 work[5].endDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, or leave endDate out while it goes on; until then it is shown as it is.',
        '16:14 work[6].startDate: "soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '20:3 work[8].date: "date" is not a key here; write startDate 2016 and endDate 2015.',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n- startDate: 2016\n  endDate: 2015\n- startDate: 2015\n  endDate: 2015-05\n- startDate: 2015-06\n  endDate: 2015\n- startDate: 2015-06-02\n  endDate: 2015-06-01\n- startDate: 2016\n  endDate: 2015\n- startDate: 2016\n  endDate: soon\n- startDate: soon\n  endDate: 2015\n- startDate: 2015-06\n  endDate: 2015-06\n- startDate: 2016\n  endDate: 2015\n',
      fixes: [
        '12:3 work[4].start: Renamed "start" to "startDate".',
        '13:3 work[4].end: Renamed "end" to "endDate".',
        '20:3 work[8].date: Wrote startDate 2016 and endDate 2015 for "date".',
      ],
    },
  ],
  [
    'two dates under startDate or endDate',
    'basics:\n  name: J\nwork:\n- startDate: 2015 – now\n  name: A\n- endDate: 2015 – now\n- startDate: " 2015-2017 "\n  endDate:\n- startDate: |\n    2015-2017\n  name: B\n- start: 2015-2017\n  end: 2018\n- startDate:\n  endDate: 2015-2017\n- startDate: [2015-2017]\n- start: 2012\n  startDate: 2015-2017\n- start: 2015-2017\n  begin: 2012\n- startDate:\n  start: 2015-2017\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', name: 'A' },
          { endDate: '2015 – now' },
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015', endDate: '2017', name: 'B' },
          { startDate: '2015', endDate: '2018' },
          { endDate: '2017', startDate: '2015' },
          { startDate: '2015-2017' },
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015', endDate: '2017' },
        ],
      },
      notes: [
        '4:14 work[0].startDate: "2015 – now" is two dates; write startDate 2015, and no endDate while it goes on.',
        '6:12 work[1].endDate: "2015 – now" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, or leave endDate out while it goes on; until then it is shown as it is.',
        '7:14 work[2].startDate: " 2015-2017 " is two dates; write startDate 2015 and endDate 2017.',
        '9:14 work[3].startDate: "2015-2017\\n" is two dates; write startDate 2015 and endDate 2017.',
        '12:10 work[4].start: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '13:3 work[4].end: "end" is called "endDate" in JSON Resume; rename it.',
        '15:12 work[5].endDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '16:14 work[6].startDate: This is a list, but a text belongs here; the first is read, so write that one alone.',
        '16:15 work[6].startDate: "2015-2017" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
        '18:14 work[7].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '19:10 work[8].start: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
        '22:10 work[9].start: "2015-2017" is two dates; write startDate 2015 and endDate 2017.',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n- startDate: 2015\n  name: A\n- endDate: 2015 – now\n- startDate: " 2015-2017 "\n  endDate:\n- startDate: |\n    2015-2017\n  name: B\n- start: 2015-2017\n  endDate: 2018\n- startDate:\n  endDate: 2015-2017\n- startDate: [2015-2017]\n- start: 2012\n  startDate: 2015\n  endDate: 2017\n- startDate: 2015\n  endDate: 2017\n  begin: 2012\n- startDate: 2015\n  endDate: 2017\n',
      fixes: [
        '4:14 work[0].startDate: Wrote startDate 2015 for "2015 – now".',
        '13:3 work[4].end: Renamed "end" to "endDate".',
        '18:14 work[7].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '19:3 work[8].start: Renamed "start" to "startDate".',
        '19:10 work[8].start: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
        '21:3 work[9].startDate: Removed "startDate", which "startDate" says as well.',
        '21:3 work[9].start: Renamed "start" to "startDate".',
        '22:10 work[9].start: Wrote startDate 2015 and endDate 2017 for "2015-2017".',
      ],
    },
  ],
  [
    'periods under names of their own',
    'basics:\n  name: J\nwork:\n- duration: 2015-2017\n- years: 2015\n- time: |\n    2015-2017\n- when: [2015]\n- date: 01/02/2015\n- period: x\n- dates: 2015 – now\n- daterange: 2015-2016\n  period: 2017-2018\n- date: 2015\n  startDate: 2014\n- date: 2015\n  startDate:\n- year: 2015\n  endDate:\n- when: 2015-2016\n- time: " 2015-2016 "\n- period: 2011-2012\n- foo: 2011-2012\n- date: x\n  year: 2012\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015', endDate: '2015' },
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015' },
          { startDate: '2015', endDate: '2016' },
          { startDate: '2014' },
          { startDate: '2015', endDate: '2015' },
          { startDate: '2015', endDate: '2015' },
          { startDate: '2015', endDate: '2016' },
          { startDate: '2015', endDate: '2016' },
          { startDate: '2011', endDate: '2012' },
          { startDate: '2012', endDate: '2012' },
        ],
      },
      notes: [
        '4:3 work[0].duration: "duration" is not a key here; write startDate 2015 and endDate 2017.',
        '5:3 work[1].years: "years" is not a key here; write startDate 2015 and endDate 2015.',
        '6:3 work[2].time: "time" is not a key here; write startDate 2015 and endDate 2017.',
        '8:3 work[3].when: "when" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '9:3 work[4].date: "date" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '10:3 work[5].period: "period" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '11:3 work[6].dates: "dates" is not a key here; write startDate 2015.',
        '12:3 work[7].daterange: "daterange" is not a key here; write startDate 2015 and endDate 2016.',
        '13:3 work[7].period: "period" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '14:3 work[8].date: "date" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '16:3 work[9].date: "date" is not a key here; write startDate 2015 and endDate 2015.',
        '18:3 work[10].year: "year" is not a key here; write startDate 2015 and endDate 2015.',
        '20:3 work[11].when: "when" is not a key here; write startDate 2015 and endDate 2016.',
        '21:3 work[12].time: "time" is not a key here; write startDate 2015 and endDate 2016.',
        '22:3 work[13].period: "period" is not a key here; write startDate 2011 and endDate 2012.',
        '23:3 work[14].foo: "foo" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '24:3 work[15].date: "date" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '25:3 work[15].year: "year" is not a key here; write startDate 2012 and endDate 2012.',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n- startDate: 2015\n  endDate: 2017\n- startDate: 2015\n  endDate: 2015\n- time: |\n    2015-2017\n- when: [2015]\n- date: 01/02/2015\n- period: x\n- startDate: 2015\n- startDate: 2015\n  endDate: 2016\n  period: 2017-2018\n- date: 2015\n  startDate: 2014\n- date: 2015\n  startDate:\n- year: 2015\n  endDate:\n- startDate: 2015\n  endDate: 2016\n- startDate: 2015\n  endDate: 2016\n- startDate: 2011\n  endDate: 2012\n- foo: 2011-2012\n- date: x\n  startDate: 2012\n  endDate: 2012\n',
      fixes: [
        '4:3 work[0].duration: Wrote startDate 2015 and endDate 2017 for "duration".',
        '5:3 work[1].years: Wrote startDate 2015 and endDate 2015 for "years".',
        '11:3 work[6].dates: Wrote startDate 2015 for "dates".',
        '12:3 work[7].daterange: Wrote startDate 2015 and endDate 2016 for "daterange".',
        '20:3 work[11].when: Wrote startDate 2015 and endDate 2016 for "when".',
        '21:3 work[12].time: Wrote startDate 2015 and endDate 2016 for "time".',
        '22:3 work[13].period: Wrote startDate 2011 and endDate 2012 for "period".',
        '25:3 work[15].year: Wrote startDate 2012 and endDate 2012 for "year".',
      ],
    },
  ],
  [
    'a period in braces',
    'basics:\n  name: J\nprojects:\n- {name: P, date: 2015-2017, url: https://a.example}\n',
    {
      resume: {
        basics: { name: 'J' },
        projects: [{ startDate: '2015', endDate: '2017', name: 'P', url: 'https://a.example' }],
      },
      notes: ['4:13 projects[0].date: "date" is not a key here; write startDate 2015 and endDate 2017.'],
      fixed: 'basics:\n  name: J\nprojects:\n- {name: P, startDate: 2015, endDate: 2017, url: https://a.example}\n',
      fixes: ['4:13 projects[0].date: Wrote startDate 2015 and endDate 2017 for "date".'],
    },
  ],
  [
    'a period where one date belongs',
    'basics:\n  name: J\nawards:\n- {title: P, date: 2015-2017}\n',
    {
      resume: { basics: { name: 'J' }, awards: [{ title: 'P', date: '2015-2017' }] },
      notes: [
        '4:20 awards[0].date: "2015-2017" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
      ],
    },
  ],
  [
    'periods in JSON',
    '{ "basics": { "name": "J" }, "work": [{ "period": "2015-2017" }, { "startDate": "2015 – now", "endDate": null }, { "year": 2015, "name": "A" }, { "when": true }] }',
    {
      resume: {
        basics: { name: 'J' },
        work: [
          { startDate: '2015', endDate: '2017' },
          { startDate: '2015' },
          { startDate: '2015', endDate: '2015', name: 'A' },
        ],
      },
      notes: [
        '1:41 work[0].period: "period" is not a key here; write startDate 2015 and endDate 2017.',
        '1:81 work[1].startDate: "2015 – now" is two dates; write startDate 2015, and no endDate while it goes on.',
        '1:116 work[2].year: "year" is not a key here; write startDate 2015 and endDate 2015.',
        '1:147 work[3].when: "when" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
      ],
      fixed:
        '{ "basics": { "name": "J" }, "work": [{ "startDate": "2015", "endDate": "2017" }, { "startDate": "2015", "endDate": null }, { "startDate": "2015", "endDate": "2015", "name": "A" }, { "when": true }] }',
      fixes: [
        '1:41 work[0].period: Wrote startDate 2015 and endDate 2017 for "period".',
        '1:81 work[1].startDate: Wrote startDate 2015 for "2015 – now".',
        '1:116 work[2].year: Wrote startDate 2015 and endDate 2015 for "year".',
      ],
    },
  ],
  [
    'a period in JSON that is indented with tabs',
    '{\n\t"basics": {\n\t\t"name": "J"\n\t},\n\t"work": [\n\t\t{\n\t\t\t"startDate": "2015-2017"\n\t\t}\n\t]\n}\n',
    {
      resume: { basics: { name: 'J' }, work: [{ startDate: '2015', endDate: '2017' }] },
      notes: ['7:17 work[0].startDate: "2015-2017" is two dates; write startDate 2015 and endDate 2017.'],
      fixed:
        '{\n\t"basics": {\n\t\t"name": "J"\n\t},\n\t"work": [\n\t\t{\n\t\t\t"startDate": "2015",\n\t\t\t"endDate": "2017"\n\t\t}\n\t]\n}\n',
      fixes: ['7:17 work[0].startDate: Wrote startDate 2015 and endDate 2017 for "2015-2017".'],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
