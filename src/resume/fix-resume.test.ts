import assert from 'node:assert/strict';
import test from 'node:test';
import { sampleYaml } from '../../test/resume/sample-resume.ts';
import { showProblems } from '../../test/resume/show-problems.ts';
import { fixResume } from './fix-resume.ts';
import { parseResume } from './parse-resume.ts';
import type { ResumeFormat } from './read/read-document.ts';

const cases: readonly (readonly [string, ResumeFormat, string, string, ...string[]])[] = [
  [
    'other names and a slip, with their comments',
    'yaml',
    'basics:\n  name: J\n  picture: a.jpg # mine\n# hobbies: none\nhobbies: # few\n  - nmae: Chess\n',
    'basics:\n  name: J\n  image: a.jpg # mine\n# hobbies: none\ninterests: # few\n  - name: Chess\n',
    '3:3 Renamed "picture" to "image".',
    '5:1 Renamed "hobbies" to "interests".',
    '6:5 Renamed "nmae" to "name".',
  ],
  [
    'a key and its value at once',
    'yaml',
    `basics:\n  name: J\n  "website": 'example.com'   # c\n`,
    `basics:\n  name: J\n  "url": 'https://example.com'   # c\n`,
    '3:3 Renamed "website" to "url".',
    '3:14 Wrote "https://example.com" for "example.com".',
  ],
  [
    'dates and countries',
    'yaml',
    'basics:\n  name: J\n  location: { countryCode: Germany }\nwork:\n  - startDate: "Jan 2015"\n    endDate: 2016/3\n',
    'basics:\n  name: J\n  location: { countryCode: DE }\nwork:\n  - startDate: "2015-01"\n    endDate: 2016-03\n',
    '3:28 Wrote "DE" for "Germany".',
    '5:16 Wrote "2015-01" for "Jan 2015".',
    '6:14 Wrote "2016-03" for "2016/3".',
  ],
  [
    'a byte order mark and CRLF, which it keeps',
    'yaml',
    '\uFEFFbasics:\r\n  name: J\r\n  mail: mailto:j@a.example\r\n',
    '\uFEFFbasics:\r\n  name: J\r\n  email: j@a.example\r\n',
    '3:3 Renamed "mail" to "email".',
    '3:9 Wrote "j@a.example" for "mailto:j@a.example".',
  ],
  [
    'keys and numbers in JSON',
    'json',
    '{\n  // me\n  "basics": { "fullName": "J", },\n  "work": [{ "company": "A", "startDate": 2015, "end": "Present" }]\n}',
    '{\n  // me\n  "basics": { "name": "J", },\n  "work": [{ "name": "A", "startDate": "2015", "endDate": "Present" }]\n}',
    '3:15 Renamed "fullName" to "name".',
    '4:14 Renamed "company" to "name".',
    '4:43 Put "2015" in quotes.',
    '4:49 Renamed "end" to "endDate".',
  ],
];

for (const [title, format, before, after, ...fixes] of cases) {
  test(`It fixes ${title}`, () => {
    const fixed = fixResume(before, format);
    assert.equal(fixed.text, after);
    assert.deepEqual(
      fixed.fixes.map(({ line, column, message }) => `${line}:${column} ${message}`),
      fixes,
    );
    assert.deepEqual(showProblems(fixed.text, format), []);
    assert.deepEqual(fixResume(fixed.text, format), { text: fixed.text, fixes: [] });
  });
}

const unfixable: readonly (readonly [string, string])[] = [
  ['a second name that says something else', 'basics:\n  name: J\n  fullName: K\n'],
  ['a slip of two letters', 'basics:\n  name: J\nwork:\n  - higlihgts: [x]\n'],
  ['a date that can be read in two ways', 'basics:\n  name: J\nwork:\n  - startDate: 01/02/2015\n'],
  ['an unsafe address', 'basics:\n  name: J\n  url: javascript:alert(1)\n'],
  [
    'an empty key that hides another with more mistakes',
    'basics: {name: J}\nSkills:\n  - year: 1\n    x: 2\nSkills: []\n',
  ],
  [
    'a value that would be private in its right place',
    'basics: {name: J}\nwork: A\nmeta: {site: {private: [work.name]}}\n',
  ],
  ['a text that another one hides, in a file without a name', 'WORK: A\nWORK: []\n'],
  ['broken syntax', 'basics:\n  fullName: J\n  label: a: b\n'],
];

for (const [title, text] of unfixable) {
  test(`It leaves ${title} to the person`, () => {
    assert.deepEqual(fixResume(text, 'yaml'), { text, fixes: [] });
    assert.notDeepEqual(showProblems(text), []);
  });
}

test('It fixes the first of two old names and leaves the other', () => {
  const text = 'basics: {name: J}\nwork:\n  - company: A\n    employer: B\n';
  assert.equal(fixResume(text, 'yaml').text, text.replace('company', 'name'));
});

test('Of a settings key that is misspelled twice it mends the one that counts', () => {
  const text = 'basics: {name: J}\nmeta:\n  site:\n    verisons: {a: {label: A}}\n    "verisons": {b: {label: B}}\n';
  const { text: fixed } = fixResume(text, 'yaml');
  assert.equal(fixed, text.replace('"verisons"', '"versions"'));
  for (const one of [text, fixed])
    assert.deepEqual(parseResume(one, 'yaml').resume && parseResume(one, 'yaml').versions?.map(({ name }) => name), [
      'b',
    ]);
});

test('It leaves a right résumé as it is', () => {
  assert.deepEqual(fixResume(sampleYaml, 'yaml'), { text: sampleYaml, fixes: [] });
});

test('Where not all corrections are right together, those that are right alone are made', () => {
  // A file can be so long that one more address does not fit.
  const write = (length: number) =>
    `basics:\n  name: J\n  url: a.example\n  summary: ${'x'.repeat(length)}\nwork:\n- company: A\n`;
  const text = write(999_998 - write(0).length);
  const { text: fixed, fixes } = fixResume(text, 'yaml');
  assert.equal(fixed, text.replace('company', 'name'));
  assert.deepEqual(
    fixes.map(({ message }) => message),
    ['Renamed "company" to "name".'],
  );
});

test('Of a hundred corrections it makes all but those that are not right', () => {
  const entries = Array.from({ length: 100 }, (_, index) => `- name: N\n  highlights: a${index}\n`);
  const kept = ['[7]', '[71]', '[72]'].map((place) => `work${place}.highlights[0]`);
  const text = `basics: {name: J}\nmeta: {site: {private: ["${kept.join('", "')}"]}}\nwork:\n${entries.join('')}`;
  const { text: fixed, fixes } = fixResume(text, 'yaml');
  assert.equal(fixes.length, 97);
  assert.equal(fixed, text.replace(/(?<=highlights: )a(?!7\n|71\n|72\n)\d+/g, '[$&]'));
  assert.deepEqual(fixResume(fixed, 'yaml'), { text: fixed, fixes: [] });
});

test('Of a key that is written thirty times it mends the one that counts, and that is all', () => {
  const text = `basics:\n${'  fullName: J\n'.repeat(30)}`;
  const { text: fixed } = fixResume(text, 'yaml');
  assert.equal(fixed, `basics:\n${'  fullName: J\n'.repeat(29)}  name: J\n`);
  assert.deepEqual(fixResume(fixed, 'yaml'), { text: fixed, fixes: [] });
});

test('Where there is no room for all corrections it makes none, because the next time there would be room for others', () => {
  const keywords = '"a",'.repeat(74_880);
  const work = Array.from({ length: 20 }, () => '{"name":"A","highlights":"a"}').join();
  const write = (list: string) =>
    `{"basics":{"name":"J"},"skills":[{"name":"S","keywords":[${list}"a"]}],"work":[${work}]}`;
  const text = write(keywords);
  assert.ok(parseResume(text, 'json').resume);
  assert.deepEqual(fixResume(text, 'json'), { text, fixes: [] });
  assert.equal(fixResume(write(''), 'json').fixes.length, 20);
});
