import assert from 'node:assert/strict';
import test from 'node:test';
import { fixResume } from '../fix-resume.ts';
import { parseResume } from '../parse-resume.ts';

const long = 'x'.repeat(60);

/** What is read of a key at the root or, with two spaces before it, in basics, and what of it is worth a note. */
const cases: readonly (readonly [title: string, text: string, read: unknown, ...notes: string[]])[] = [
  [
    'a key with a list of groups names each of them that has no name of its own',
    'work:\n  C: [{position: Cook}, {name: D, position: Baker}]\n',
    [
      { name: 'C', position: 'Cook' },
      { name: 'D', position: 'Baker' },
    ],
    'work: each key is read as one "name", so write a list',
  ],
  [
    'what is no group in such a list gets no name',
    'work: {C: [{position: a}, "", [{position: b}], d]}\n',
    [{ name: 'C', position: 'a' }, { position: 'b' }, { name: 'd' }],
    'work: each key is read as one "name", so write a list',
    'work.C[3]: a group of keys belongs here; write { name: d }',
  ],
  [
    'an empty key names nothing',
    'work: {"": {position: x}, A: {position: y}}\n',
    [{ position: 'x' }, { name: 'A', position: 'y' }],
    'work: each key is read as one "name", so write a list',
  ],
  [
    'an address among pairs is one where a group has a place for it',
    '  profiles: {A: http://a.example, B: see https://b.example, C: HTTPS://c.example}\n',
    [
      { network: 'A', url: 'http://a.example' },
      { network: 'B', username: 'see https://b.example' },
      { network: 'C', url: 'HTTPS://c.example' },
    ],
    'profiles: each key is read as one "network", so write a list',
  ],
  [
    'an address among pairs is a keyword elsewhere, and nothing is left of nothing',
    'skills: {Go: https://a.example, C: "\\u0007"}\n',
    [{ name: 'Go', keywords: ['https://a.example'] }, { name: 'C' }],
    'skills: each key is read as one "name", so write a list',
    'skills.C: U+0007 is an invisible control character, which no web page can hold; remove it',
  ],
  [
    'points in one text are its items',
    'work: [{highlights: "- a\\n\\n* <b>b</b>\\n• c - d"}, {highlights: "- a\\nb"}, {highlights: "- a"}, {highlights: "-a\\n-b"}]\n',
    [
      { highlights: ['a', '**b**', 'c - d'] },
      { highlights: ['- a\nb'] },
      { highlights: ['- a'] },
      { highlights: ['-a\n-b'] },
    ],
    'work[0].highlights: a list belongs here; write [a, "<b>b</b>", c - d]',
    'work[0].highlights[1]: This text holds HTML; write Markdown in its place, as check --fix does',
    'work[1].highlights: a list belongs here; write ["- a\\nb"]',
    'work[2].highlights: a list belongs here; write ["- a"]',
    'work[3].highlights: a list belongs here; write ["-a\\n-b"]',
  ],
  [
    'a text of several lines is a list that the person has to write',
    'skills: |\n  a\n  b\n',
    [{ name: 'a\nb' }],
    'skills: a list belongs here; write a list',
  ],
  [
    'several lines in a list are a group that the person has to write',
    'skills:\n- |\n  a\n  b\n',
    [{ name: 'a\nb' }],
    'skills[0]: a group of keys belongs here; write a group of keys',
  ],
  [
    'an address in the place of a list is read at its place',
    '  profiles: http://a.example/b c\n',
    [{ url: 'http://a.example/b%20c' }],
    'profiles: a list belongs here; write [{ url: http://a.example/b c }]',
    'profiles[0].url: "http://a.example/b c" has a space in it; write "http://a.example/b%20c"',
  ],
  [
    'what only holds an address is no address',
    '  profiles: [see http://a.example]\n',
    [{ network: 'see http://a.example' }],
    'profiles[0]: a group of keys belongs here; write { network: see http://a.example }',
  ],
  [
    'lists in a list of groups are more groups',
    'work: [[{name: A}, B], {name: C}]\n',
    [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    'work[0][1]: a group of keys belongs here; write { name: B }',
  ],
  [
    'a group with one known key among others is an entry',
    'work: {name: A, position: b, thing: c}\n',
    [{ name: 'A', position: 'b' }],
    'work: a list belongs here; put "- " before its first key and indent the others as deep',
    'work[0].thing: "thing" is not a key here, so the page leaves it out; what readers should see can stand in summary',
  ],
  [
    'a reference of more than sixty characters is what somebody said, and a name before',
    `references: ["${long}", "${long}x"]\n`,
    [{ name: long }, { reference: `${long}x` }],
    `references[0]: a group of keys belongs here; write { name: "${long}" }, and so the other one`,
  ],
  [
    'of a list in the place of a group the first that is not empty is read',
    '  location: ["", Rome, Milan]\n',
    { city: 'Rome' },
    'location: a group of keys belongs here; the first of it is read, so write that one alone',
    'location: a group of keys belongs here; write { city: Rome }',
    'location: Only the first of this list is read; the page leaves this one out',
  ],
  [
    'a text of which nothing is left is nothing',
    'skills: ["\\u0007", a]\n',
    [{ name: 'a' }],
    'skills[0]: a group of keys belongs here; write { name: "\\u0007" }, and so the other one',
    'skills[0].name: U+0007 is an invisible control character, which no web page can hold; remove it',
  ],
];

for (const [title, text, read, ...notes] of cases) {
  test(`In a list, ${title}`, () => {
    const parsed = parseResume(`basics:\n  name: J\n${text}`, 'yaml');
    const key = /\w+/.exec(text)?.[0] ?? '';
    const { [key]: got = undefined } = { ...parsed.resume?.basics, ...parsed.resume } as Record<string, unknown>;
    assert.deepEqual(got, read);
    assert.deepEqual(
      parsed.problems.map(({ path, message }) =>
        `${path}: ${message}`
          .replace(/^basics\./, '')
          .replace(/This is [a-z ]+(?:, but|\.) /, '')
          .replace(/a list belongs here; (?=each)/, '')
          .replace(/\.$/, ''),
      ),
      notes,
    );
  });
}

test('Points in quotes are written as a list', () => {
  const head = 'basics: {name: J}\n';
  const { text, fixes } = fixResume(`${head}work: [{highlights: "- a\\n- b, c"}]\n`, 'yaml');
  assert.equal(text, `${head}work: [{highlights: [a, "b, c"]}]\n`);
  assert.equal(fixes.length, 1);
  const block = `${head}work:\n- highlights: |\n    - a\n    - b\n`;
  assert.equal(fixResume(block, 'yaml').text, block);
  assert.deepEqual(parseResume(block, 'yaml').resume?.work, [{ highlights: ['a', 'b'] }]);
});

test('A number in the place of a list is put in quotes with it, and a bare text says what was written', () => {
  const text = '{"basics":{"name":"J"},"work":[{"highlights":5}],"skills":["a"]}';
  const { resume, problems } = parseResume(text, 'json');
  assert.deepEqual(resume?.work, [{ highlights: ['5'] }]);
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'This is a number, but a list belongs here; write ["5"].',
      'This is a text, but a group of keys belongs here; write { "name": "a" }.',
    ],
  );
  assert.deepEqual(
    fixResume(text, 'json').fixes.map(({ message }) => message),
    ['Wrote ["5"].', 'Wrote { "name": "a" }.'],
  );
});
