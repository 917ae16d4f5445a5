import assert from 'node:assert/strict';
import test from 'node:test';
import { type Told, tellAll } from '../../../test/resume/tell-all.ts';

const cases: readonly (readonly [title: string, text: string, told: Told])[] = [
  [
    'one name after the other',
    'basics:\n  name: J\nwork:\n  - company: A # c\n    nmae: A\n    employer: B\n    webiste: a.example\n    begin: Jan 2015 – Feb 2016\n    tasks: x\n',
    {
      resume: {
        basics: { name: 'J' },
        work: [{ startDate: '2015-01', endDate: '2016-02', name: 'A', highlights: ['x'] }],
      },
      notes: [
        '4:5 work[0].company: "company" is called "name" in JSON Resume; rename it.',
        '6:5 work[0].employer: "employer" is called "name" in JSON Resume, which is here already with another value, and only that is shown; keep one of them.',
        '7:5 work[0].webiste: "webiste" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
        '8:12 work[0].begin: "Jan 2015 – Feb 2016" is two dates; write startDate 2015-01 and endDate 2016-02.',
        '9:5 work[0].tasks: "tasks" is called "highlights" in JSON Resume; rename it.',
        '9:12 work[0].tasks: This is a text, but a list belongs here; write [x].',
      ],
      fixed:
        'basics:\n  name: J\nwork:\n  - name: A # c\n    employer: B\n    webiste: a.example\n    startDate: 2015-01\n    endDate: 2016-02\n    highlights: [x]\n',
      fixes: [
        '4:5 work[0].company: Renamed "company" to "name".',
        '5:5 work[0].nmae: Removed "nmae", which "name" says as well.',
        '8:5 work[0].begin: Renamed "begin" to "startDate".',
        '8:12 work[0].begin: Wrote startDate 2015-01 and endDate 2016-02 for "Jan 2015 – Feb 2016".',
        '9:5 work[0].tasks: Renamed "tasks" to "highlights".',
        '9:12 work[0].tasks: Wrote [x].',
      ],
    },
  ],
  [
    'more mistakes than one round can mend',
    'basics: {fullName: J, fullname: J, name: J, website: a.example, homepage: a.example}\nwork: [{company: A, employer: A, nmae: A, start: Jan 2015}]\n',
    {
      resume: { basics: { name: 'J', url: 'https://a.example' }, work: [{ name: 'A', startDate: '2015-01' }] },
      notes: [
        '1:45 basics.website: "website" is called "url" in JSON Resume; rename it.',
        '1:54 basics.website: "a.example" does not say https:// first; write "https://a.example".',
        '2:9 work[0].company: "company" is called "name" in JSON Resume; rename it.',
        '2:43 work[0].start: "start" is called "startDate" in JSON Resume; rename it.',
        '2:50 work[0].start: "Jan 2015" is not written as a date; write 2015-01.',
      ],
      fixed: 'basics: {name: J, url: https://a.example}\nwork: [{name: A, startDate: 2015-01}]\n',
      fixes: [
        '1:10 basics.fullName: Removed "fullName", which "name" says as well.',
        '1:23 basics.fullname: Removed "fullname", which "name" says as well.',
        '1:45 basics.website: Renamed "website" to "url".',
        '1:54 basics.website: Wrote "https://a.example" for "a.example".',
        '1:65 basics.homepage: Removed "homepage", which "url" says as well.',
        '2:9 work[0].company: Renamed "company" to "name".',
        '2:21 work[0].employer: Removed "employer", which "name" says as well.',
        '2:34 work[0].nmae: Removed "nmae", which "name" says as well.',
        '2:43 work[0].start: Renamed "start" to "startDate".',
        '2:50 work[0].start: Wrote "2015-01" for "Jan 2015".',
      ],
    },
  ],
  [
    'many texts at once, one of which cannot be mended',
    'basics:\n  name: J\nskills:\n- k0\n- k1\n- k2\n- k3\n- k4\n- k5\n- |\n  x\n  y\n',
    {
      resume: {
        basics: { name: 'J' },
        skills: [
          { name: 'k0' },
          { name: 'k1' },
          { name: 'k2' },
          { name: 'k3' },
          { name: 'k4' },
          { name: 'k5' },
          { name: 'x\ny' },
        ],
      },
      notes: [
        '4:3 skills[0]: This is a text, but a group of keys belongs here; write { name: k0 }, and so the other 6.',
      ],
    },
  ],
  [
    'a company with everything in the wrong place',
    '{ "basics": { "fullName": "J", "location": ["Rome"] }, "experience": [{ "company": "A", "employer": "A", "title": true, "period": "2015-2017", "highlights": "a", "website": "a.example" }] }',
    {
      resume: {
        basics: { name: 'J', location: { city: 'Rome' } },
        work: [
          {
            startDate: '2015',
            endDate: '2017',
            name: 'A',
            position: 'true',
            highlights: ['a'],
            url: 'https://a.example',
          },
        ],
      },
      notes: [
        '1:15 basics.fullName: "fullName" is called "name" in JSON Resume; rename it.',
        '1:44 basics.location: This is a list, but a group of keys belongs here; the first of it is read, so write that one alone.',
        '1:45 basics.location: This is a text, but a group of keys belongs here; write { "city": "Rome" }.',
        '1:56 experience: "experience" is called "work" in JSON Resume; rename it.',
        '1:73 experience[0].company: "company" is called "name" in JSON Resume; rename it.',
        '1:106 experience[0].title: "title" is called "position" in JSON Resume; rename it.',
        '1:115 experience[0].title: This is true or false, but a text belongs here; write it in quotes: "true".',
        '1:121 experience[0].period: "period" is not a key here; write startDate 2015 and endDate 2017.',
        '1:158 experience[0].highlights: This is a text, but a list belongs here; write ["a"].',
        '1:163 experience[0].website: "website" is called "url" in JSON Resume; rename it.',
        '1:174 experience[0].website: "a.example" does not say https:// first; write "https://a.example".',
      ],
      fixed:
        '{ "basics": { "name": "J", "location": [{ "city": "Rome" }] }, "work": [{ "name": "A", "position": "true", "startDate": "2015", "endDate": "2017", "highlights": ["a"], "url": "https://a.example" }] }',
      fixes: [
        '1:15 basics.fullName: Renamed "fullName" to "name".',
        '1:45 basics.location: Wrote { "city": "Rome" }.',
        '1:56 experience: Renamed "experience" to "work".',
        '1:73 experience[0].company: Renamed "company" to "name".',
        '1:89 experience[0].employer: Removed "employer", which "name" says as well.',
        '1:106 experience[0].title: Renamed "title" to "position".',
        '1:115 experience[0].title: Put "true" in quotes.',
        '1:121 experience[0].period: Wrote startDate 2015 and endDate 2017 for "period".',
        '1:158 experience[0].highlights: Wrote ["a"].',
        '1:163 experience[0].website: Renamed "website" to "url".',
        '1:174 experience[0].website: Wrote "https://a.example" for "a.example".',
      ],
    },
  ],
  [
    'a mistake inside what a correction wrote',
    'basics:\n  name: J\n  website: a.example # c\n  profiles: ["https://a.example/b c", "https://a.example/d e"]\nwork:\n- company: A\n  highlights: <b>x</b>\n  begin: Jan 2015\n',
    {
      resume: {
        basics: {
          name: 'J',
          url: 'https://a.example',
          profiles: [{ url: 'https://a.example/b%20c' }, { url: 'https://a.example/d%20e' }],
        },
        work: [{ name: 'A', highlights: ['**x**'], startDate: '2015-01' }],
      },
      notes: [
        '3:3 basics.website: "website" is called "url" in JSON Resume; rename it.',
        '3:12 basics.website: "a.example" does not say https:// first; write "https://a.example".',
        '4:14 basics.profiles[0]: This is a text, but a group of keys belongs here; write { url: "https://a.example/b c" }, and so the other one.',
        '4:14 basics.profiles[0].url: "https://a.example/b c" has a space in it; write "https://a.example/b%20c".',
        '4:39 basics.profiles[1].url: "https://a.example/d e" has a space in it; write "https://a.example/d%20e".',
        '6:3 work[0].company: "company" is called "name" in JSON Resume; rename it.',
        '7:15 work[0].highlights: This is a text, but a list belongs here; write ["<b>x</b>"].',
        '7:15 work[0].highlights[0]: This text holds HTML; write Markdown in its place, as check --fix does.',
        '8:3 work[0].begin: "begin" is called "startDate" in JSON Resume; rename it.',
        '8:10 work[0].begin: "Jan 2015" is not written as a date; write 2015-01.',
      ],
      fixed:
        'basics:\n  name: J\n  url: https://a.example # c\n  profiles: [{ url: "https://a.example/b%20c" }, { url: "https://a.example/d%20e" }]\nwork:\n- name: A\n  highlights: ["**x**"]\n  startDate: 2015-01\n',
      fixes: [
        '3:3 basics.website: Renamed "website" to "url".',
        '3:12 basics.website: Wrote "https://a.example" for "a.example".',
        '4:14 basics.profiles[0]: Wrote 2 texts as groups, such as { url: "https://a.example/b c" }.',
        '4:14 basics.profiles[0].url: Wrote "https://a.example/b%20c" for "https://a.example/b c".',
        '4:39 basics.profiles[1].url: Wrote "https://a.example/d%20e" for "https://a.example/d e".',
        '6:3 work[0].company: Renamed "company" to "name".',
        '7:15 work[0].highlights: Wrote ["<b>x</b>"].',
        '7:15 work[0].highlights[0]: Turned HTML into Markdown.',
        '8:3 work[0].begin: Renamed "begin" to "startDate".',
        '8:10 work[0].begin: Wrote "2015-01" for "Jan 2015".',
      ],
    },
  ],
  [
    'a byte order mark inside',
    'basics:\n  name: J\n  label: a\uFEFFb\n  bio: x\n',
    {
      resume: { basics: { name: 'J', label: 'a\uFEFFb', summary: 'x' } },
      notes: ['4:3 basics.bio: "bio" is called "summary" in JSON Resume; rename it.'],
      fixed: 'basics:\n  name: J\n  label: a\uFEFFb\n  summary: x\n',
      fixes: ['4:3 basics.bio: Renamed "bio" to "summary".'],
    },
  ],
];

for (const [title, text, told] of cases) {
  test(`All is told of ${title}`, () => {
    assert.deepEqual(tellAll(text), told);
  });
}
