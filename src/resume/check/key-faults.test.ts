import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';

const J = 'basics: {name: J}\n';

const faults: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a slip of two swapped letters',
    'basics:\n  nmae: J\n',
    '2:3 basics.nmae: "nmae" is not a key here; did you mean "name"? Rename it.',
  ],
  [
    'a slip at the top',
    'basics: {name: J}\nwrok: []\n',
    '2:1 wrok: "wrok" is not a key here; did you mean "work"? Rename it.',
  ],
  [
    'a singular',
    'basics: {name: J}\nskill: []\n',
    '2:1 skill: "skill" is not a key here; did you mean "skills"? Rename it.',
  ],
  [
    'another spelling',
    'basics: {name: J}\nwork:\n- start_date: 2015\n',
    '3:3 work[0].start_date: "start_date" is not a key here; did you mean "startDate"? Rename it.',
  ],
  ['a slip of two letters', 'basics: {name: J}\nwork:\n- higlihgts: []\n'],
  [
    'a slip beside the right key',
    'basics:\n  name: J\n  nmae: K\n',
    '3:3 basics.nmae: "nmae" is not a key here but probably "name", which is here already with another value, and only that is shown; keep one of them.',
  ],
  [
    'the old name of an employer',
    'basics: {name: J}\nwork:\n- company: A\n',
    '3:3 work[0].company: "company" is called "name" in JSON Resume; rename it.',
  ],
  [
    'the old name of an address',
    'basics: {name: J}\nwork:\n- website: https://a.example\n',
    '3:3 work[0].website: "website" is called "url" in JSON Resume; rename it.',
  ],
  [
    'the old name of a picture',
    'basics:\n  name: J\n  picture: a.jpg\n',
    '3:3 basics.picture: "picture" is called "image" in JSON Resume; rename it.',
  ],
  [
    'a biography',
    'basics:\n  name: J\n  bio: x\n',
    '3:3 basics.bio: "bio" is called "summary" in JSON Resume; rename it.',
  ],
  [
    'hobbies',
    'basics: {name: J}\nhobbies: []\n',
    '2:1 hobbies: "hobbies" is called "interests" in JSON Resume; rename it.',
  ],
  [
    'experience',
    'basics: {name: J}\nexperience: []\n',
    '2:1 experience: "experience" is called "work" in JSON Resume; rename it.',
  ],
  [
    'certifications',
    'basics: {name: J}\ncertifications: []\n',
    '2:1 certifications: "certifications" is called "certificates" in JSON Resume; rename it.',
  ],
  [
    'a job title',
    'basics: {name: J}\nwork:\n- title: x\n',
    '3:3 work[0].title: "title" is called "position" in JSON Resume; rename it.',
  ],
  [
    'a school',
    'basics: {name: J}\neducation:\n- school: x\n',
    '3:3 education[0].school: "school" is called "institution" in JSON Resume; rename it.',
  ],
  [
    'a grade',
    'basics: {name: J}\neducation:\n- gpa: x\n',
    '3:3 education[0].gpa: "gpa" is called "score" in JSON Resume; rename it.',
  ],
  [
    'British spelling',
    'basics: {name: J}\nvolunteer:\n- organisation: x\n',
    '3:3 volunteer[0].organisation: "organisation" is called "organization" in JSON Resume; rename it.',
  ],
  [
    'an old name beside the new one',
    'basics: {name: J}\nwork:\n- company: A\n  name: B\n',
    '3:3 work[0].company: "company" is called "name" in JSON Resume, which is here already with another value, and only that is shown; keep one of them.',
  ],
  [
    'two old names of one key',
    'basics: {name: J}\nwork:\n- company: A\n  employer: B\n',
    '3:3 work[0].company: "company" is called "name" in JSON Resume; rename it.',
    '4:3 work[0].employer: "employer" is called "name" in JSON Resume, which is here already with another value, and only that is shown; keep one of them.',
  ],
  [
    'a name in two parts',
    'basics:\n  firstName: Jane\n  lastName: Doe\n',
    '2:3 basics.firstName: The name is read from "firstName" and "lastName"; write the whole of it in name: "Jane Doe".',
  ],
  [
    'one part of a name',
    'basics:\n  surname: Doe\n',
    '2:3 basics.surname: The name is read from "surname"; write the whole of it in name: "Doe".',
  ],
  [
    'a network as a key',
    'basics:\n  name: J\n  linkedIn: j\n',
    '3:3 basics.linkedIn: "linkedIn" is read as a profile; write it as an entry of profiles, with "linkedIn" as its network.',
  ],
  [
    'an e-mail address at the top',
    'basics: {name: J}\nemail: j@a.example\n',
    '2:1 email: "email" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
  ['a section in basics', 'basics:\n  name: J\n  skills: []\n'],
  [
    'a city in basics',
    'basics:\n  name: J\n  city: x\n',
    '3:3 basics.city: "city" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
  ],
  [
    'a key of another section',
    'basics: {name: J}\nwork:\n- score: 1\n',
    '3:3 work[0].score: "score" is not a key here, so the page leaves it out; what readers should see can stand in summary.',
  ],
  [
    'a key of many places',
    'basics: {name: J}\nurl: x\n',
    '2:1 url: "url" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
  [
    'a key that nobody knows',
    'basics: {name: J}\nfoo: 1\n',
    '2:1 foo: "foo" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
  [
    'a merge key',
    'basics: {name: J}\nwork:\n- <<: {name: x}\n',
    '3:3 work[0]["<<"]: "<<" would copy keys from elsewhere, which is not read here; write the keys out.',
  ],
  [
    'a key of the site that nobody knows',
    'basics: {name: J}\nmeta:\n  site:\n    theme: x\n',
    '4:5 meta.site.theme: "theme" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
  [
    'a key that is written twice',
    'basics:\n  name: J\n  label: x\n  name: K\n',
    '2:3 basics.name: "name" is written again in this group, and only the last one is read; keep one of them.',
  ],
  [
    'a key that is written twice under meta',
    'basics: {name: J}\nmeta:\n  a: {b: 1, b: 2}\n',
    '3:7 meta.a.b: "b" is written again in this group, and only the last one is read; keep one of them.',
  ],
  [
    'reserved names',
    'basics:\n  name: J\n  __proto__: {a: b}\nmeta:\n  constructor: x\n  a: [{prototype: y}]\n',
    '3:3 basics.__proto__: "__proto__" is a reserved name, so the page leaves it out; choose another key.',
    '5:3 meta.constructor: "constructor" is a reserved name, so the page leaves it out; choose another key.',
    '6:8 meta.a[0].prototype: "prototype" is a reserved name, so the page leaves it out; choose another key.',
  ],
  [
    'names of object methods',
    'basics: {name: J}\ntoString: x\n',
    '2:1 toString: "toString" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
  [
    'an empty key',
    'basics: {name: J}\n"": x\n',
    '2:1 [""]: "" is not a key here, and there is no other one for it, so the page leaves it out.',
  ],
];

for (const [title, text, ...expected] of faults) {
  test(`${title} is reported where the key stands`, () => {
    assert.deepEqual(showProblems(text), expected);
  });
}

test('JSON has the same mistakes at its own places', () => {
  const text = '{\n  "basics": { "name": "J", "name": "K", "nmae": "L" },\n  "__proto__": {}\n}';
  assert.deepEqual(showProblems(text, 'json'), [
    '2:15 basics.name: "name" is written again in this group, and only the last one is read; keep one of them.',
    '2:41 basics.nmae: "nmae" is not a key here but probably "name", which is here already with another value, and only that is shown; keep one of them.',
    '3:3 __proto__: "__proto__" is a reserved name, so the page leaves it out; choose another key.',
  ]);
});

test('A value under an old key is read as the value of the new one', () => {
  assert.deepEqual(showProblems(`${J}work:\n- start: 2015-13\n`), [
    '3:3 work[0].start: "start" is called "startDate" in JSON Resume; rename it.',
    '3:10 work[0].start: "2015-13" has no month 13; write a month from 01 to 12; until then it is shown as it is.',
  ]);
});
