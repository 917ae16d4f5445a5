import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';
import type { ResumeFormat } from '../read/read-document.ts';

const faults: readonly (readonly [string, ResumeFormat, string, ...string[]])[] = [
  [
    'a list where a text belongs',
    'yaml',
    'basics:\n  name: [J]\n',
    '2:9 basics.name: This is a list, but a text belongs here; it is read as one line with commas, so write it so.',
  ],
  [
    'keys where a text belongs',
    'yaml',
    'basics:\n  name:\n    a: b\n',
    '3:5 basics.name: This is a group of keys, but a text belongs here; its texts are read one after the other, so write them so.',
  ],
  [
    'a text where a list of texts belongs',
    'yaml',
    'basics: {name: J}\nwork:\n- highlights: Wrote\n',
    '3:15 work[0].highlights: This is a text, but a list belongs here; write [Wrote].',
  ],
  [
    'a text where a list of entries belongs',
    'yaml',
    'basics: {name: J}\nskills: JavaScript\n',
    '2:9 skills: This is a text, but a list belongs here; write [{ name: JavaScript }].',
  ],
  [
    'one entry where a list of entries belongs',
    'yaml',
    'basics: {name: J}\nwork:\n  name: A\n',
    '3:3 work: This is a group of keys, but a list belongs here; put "- " before its first key and indent the others as deep.',
  ],
  [
    'texts where entries belong',
    'yaml',
    'basics: {name: J}\nskills: [a, b]\n',
    '2:10 skills[0]: This is a text, but a group of keys belongs here; write { name: a }, and so the other one.',
  ],
  [
    'an address where a profile belongs',
    'yaml',
    'basics:\n  name: J\n  profiles: [https://a.example]\n',
    '3:14 basics.profiles[0]: This is a text, but a group of keys belongs here; write { url: https://a.example }.',
  ],
  [
    'a text where the place belongs',
    'yaml',
    'basics:\n  name: J\n  location: Rome\n',
    '3:13 basics.location: This is a text, but a group of keys belongs here; write { city: Rome }.',
  ],
  [
    'a list where keys belong',
    'yaml',
    'basics:\n- name: J\n',
    '2:1 basics: This is a list, but a group of keys belongs here; the first of it is read, so write that one alone.',
  ],
  [
    'a number in JSON',
    'json',
    '{ "basics": { "name": "J" }, "work": [{ "startDate": 2015 }] }',
    '1:54 work[0].startDate: This is a number, but a text belongs here; write it in quotes: "2015".',
  ],
  [
    'true in JSON',
    'json',
    '{ "basics": { "name": true } }',
    '1:23 basics.name: This is true or false, but a text belongs here; write it in quotes: "true".',
  ],
  [
    'a number in JSON that is no date either',
    'json',
    '{ "basics": { "name": "J" }, "work": [{ "startDate": 201 }] }',
    '1:54 work[0].startDate: This is a number, but a text belongs here; write it in quotes: "201".',
    '1:54 work[0].startDate: "201" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01; until then it is shown as it is.',
  ],
  [
    'a text where a list belongs in JSON',
    'json',
    '{ "basics": { "name": "J" }, "skills": "a" }',
    '1:40 skills: This is a text, but a list belongs here; write [{ "name": "a" }].',
  ],
  [
    'one entry where a list belongs in JSON',
    'json',
    '{ "basics": { "name": "J" }, "skills": { "name": "a" } }',
    '1:40 skills: This is a group of keys, but a list belongs here; put [ and ] around the group.',
  ],
  [
    'false as a counter',
    'json',
    '{ "basics": { "name": "J" }, "meta": { "site": { "counter": false } } }',
    '1:61 meta.site.counter: This is true or false, but a text belongs here; write it in quotes: "false".',
    '1:61 meta.site.counter: "false" is not a kind of counter; write api, local or off; until then the page leaves it out.',
  ],
  [
    'a control character that is visible to the parser alone',
    'yaml',
    'basics:\n  name: "J\\u0007"\n  label: ab\u0007c\n',
    '2:9 basics.name: U+0007 is an invisible control character, which no web page can hold; remove it.',
    '3:12 basics.label: U+0007 is an invisible control character, which no web page can hold; remove it.',
  ],
  [
    'half of a surrogate pair',
    'json',
    '{ "basics": { "name": "J\\ud83d" } }',
    '1:23 basics.name: U+D83D is half of a character, which no web page can hold; remove it.',
  ],
  [
    'control characters under meta, in keys too',
    'json',
    '{ "basics": { "name": "J" }, "meta": { "a": ["\\u0000"], "b\\u001f": 1 } }',
  ],
];

for (const [title, format, text, ...expected] of faults) {
  test(`${title} is reported where it stands`, () => {
    assert.deepEqual(showProblems(text, format), expected);
  });
}
