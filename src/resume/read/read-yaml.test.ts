import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../../test/resume/show-problems.ts';
import { parseResume } from '../parse-resume.ts';

const alike = 'give all keys or items of one group the same indentation.';
const explainMark = (mark: string) =>
  `A value that starts with "${mark}" means more than text to YAML, which is not read here; put text in quotes.`;

const faults: readonly (readonly [string, string, ...string[]])[] = [
  [
    'a tab that indents',
    'basics:\n\tname: J\n',
    '2:1 This line is indented with a tab; YAML needs spaces, two for each level.',
  ],
  [
    'a missing colon',
    'basics:\n  name J\n  label: x\n',
    '2:3 A colon is missing in this line; write a key, a colon, a space and its value.',
  ],
  [
    'a missing colon after a section',
    'basics\n  name: J\n',
    '1:1 A colon is missing in this line; write a key, a colon, a space and its value.',
  ],
  [
    'a colon without a space',
    'basics:\n  name:Jane\n  label: x\n',
    '2:3 A space is missing after the colon; write "name: Jane".',
  ],
  [
    'a second colon in a text',
    'basics:\n  name: Jane: Doe\n',
    '2:9 Text with a colon and a space in it needs quotes: "Jane: Doe".',
  ],
  [
    'a line that is indented too deep',
    'basics:\n  name: J\n    label: x\n',
    '3:5 This line is indented deeper than the keys beside it; give all keys or items of one group the same indentation.',
  ],
  [
    'a line that is indented too little',
    'basics:\n  name: J\n label: x\n',
    `3:2 This line starts in another column than the lines it belongs to; ${alike}`,
  ],
  [
    'a key of an entry that is indented too little',
    'work:\n  - name: x\n    position: y\n   url: z\n',
    `4:4 This line starts in another column than the lines it belongs to; ${alike}`,
  ],
  [
    'an item that is indented too deep',
    'work:\n  - name: x\n   - name: y\n',
    `3:4 This "- " starts in another column than the items beside it; ${alike}`,
  ],
  [
    'an item that is indented too little',
    'work:\n  - name: x\n - name: y\n',
    '3:2 A list item starts where a key is expected; check the indentation of its "- ".',
  ],
  [
    'a hyphen without a space',
    'work:\n  - name: x\n  -name: y\n',
    '3:3 A space is missing after the hyphen; write "- name: y".',
  ],
  [
    'a list on the line of its key',
    'work: - name: x\n',
    '1:7 A list cannot start on the line of its key; move this "- " to the next line.',
  ],
  [
    'a double quote that stays open',
    'basics:\n  name: "Jane\n  label: x\n',
    '2:9 This quote is never closed; write " at the end of the text.',
  ],
  [
    'a double quote that stays open while another follows',
    'basics:\n  name: "Jane\n  label: "x"\n',
    '2:9 This quote is never closed; write " at the end of the text.',
  ],
  [
    'a single quote that stays open',
    "basics:\n  name: 'Jane\n",
    "2:9 This quote is never closed; write ' at the end of the text.",
  ],
  [
    'an apostrophe in single quotes',
    "basics:\n  name: 'O'Neil'\n",
    '2:12 The text before this has ended; write an apostrophe inside single quotes twice.',
  ],
  [
    'a quote in double quotes',
    'basics:\n  name: "a "b" c"\n',
    '2:13 The text before this has ended; write \\" for a quote inside double quotes.',
  ],
  [
    'an unknown escape',
    'basics:\n  name: "C:\\q"\n',
    '2:12 This backslash means nothing in double quotes; write two for one, or use single quotes.',
  ],
  [
    'a brace that stays open',
    'basics: {name: J\nwork: []\n',
    '1:9 This { is never closed; write } after its last value.',
  ],
  [
    'a bracket that stays open',
    'skills:\n  - [a, b\n  - c\n',
    '2:5 This [ is never closed; write ] after its last value.',
  ],
  ['a bracket that closes a brace', 'basics: {name: J]\n', '1:9 This { is never closed; write } after its last value.'],
  ['a bracket that closes nothing', 'basics:\n  name: J\n]\n', '3:1 This ] closes nothing; remove it.'],
  [
    'a missing comma in braces',
    'basics: {name: J label: x}\n',
    '1:16 A comma is missing between the values in brackets, or text with a colon in it needs quotes.',
  ],
  [
    'a comma too many',
    'basics: {name: J,, label: x}\n',
    '1:18 There is no value before this comma; write one, or remove the comma.',
  ],
  ['a text that starts with @', 'basics:\n  name: @jane\n', '2:9 Text cannot start with @; put it in quotes: "@jane".'],
  [
    'a text that starts with a percent sign',
    'basics:\n  label: %x\n',
    '2:10 Text cannot start with %; put it in quotes: "%x".',
  ],
  [
    'a comment without a space',
    'basics:\n  name: "J"#x\n',
    '2:12 A space is missing before this "#"; if it is text, put the whole value in quotes.',
  ],
  [
    'a text beside the mark of a block',
    'basics:\n  summary: |x\n    y\n',
    '2:13 Only the text on the lines below "|" or ">" is read; start it there, indented.',
  ],
  ['a list as a key', '? [a]\n: b\n', '1:3 A key must be plain text; write a word and a colon.'],
  ['an alias', 'basics:\n  name: &n J\n  label: *n\n', `2:9 ${explainMark('&')}`, `3:10 ${explainMark('*')}`],
  ['a tag', 'basics:\n  name: !!binary Sg==\n', `2:9 ${explainMark('!')}`],
  [
    'a text that starts with an exclamation mark',
    'basics:\n  label: !important\n  name: J\n',
    `2:10 ${explainMark('!')}`,
  ],
  [
    'a second document',
    'basics:\n  name: J\n---\nbasics:\n  name: K\n',
    '3:1 A second document starts here, but a résumé is one; remove this line or what follows it.',
  ],
  [
    'a second document after dots',
    '---\nbasics:\n  name: J\n...\nbasics:\n  name: K\n',
    '5:1 A second document starts here, but a résumé is one; remove this line or what follows it.',
  ],
  [
    'lines that end with CR alone',
    'basics:\r  name: J\r',
    '1:8 The lines end with CR alone, as on old Macs; save the file with LF or CRLF.',
  ],
  [
    'a NUL character',
    'basics:\n  name: J\0\n',
    '2:10 Here is a NUL character, so this is not a text file; save the résumé as UTF-8 text.',
  ],
  [
    'mistakes in several lines',
    'basics:\n  name: @J\n  label: `x`\n',
    '2:9 Text cannot start with @; put it in quotes: "@J".',
    '3:10 Text cannot start with `; put it in quotes: "`x`".',
  ],
];

for (const [title, text, ...expected] of faults) {
  test(`YAML with ${title} is explained in plain words`, () => {
    assert.deepEqual(showProblems(text), expected);
  });
}

test('YAML keeps every scalar as it was typed', () => {
  const text = [
    'basics: { name: NO, phone: +49123, label: 4.0, summary: yes }',
    'meta: { a: 2015, b: 01234, c: 0x1F, d: 1e3, e: true, f: 2015-01-02, g: "null", h: .inf }',
  ].join('\n');
  const { source } = parseResume(text, 'yaml');
  assert.deepEqual(source, {
    basics: { name: 'NO', phone: '+49123', label: '4.0', summary: 'yes' },
    meta: { a: '2015', b: '01234', c: '0x1F', d: '1e3', e: 'true', f: '2015-01-02', g: 'null', h: '.inf' },
  });
});

test('YAML takes nothing, a tilde and an unquoted null as null, and quoted ones as text', () => {
  const { source } = parseResume(
    `basics: {name: J}\nmeta:\n  a:\n  b: ~\n  c: null\n  d: ''\n  e: "~"\n  f: {g}\n`,
    'yaml',
  );
  const meta = { a: null, b: null, c: null, d: '', e: '~', f: { g: null } };
  assert.deepEqual(source, { basics: { name: 'J' }, meta });
});

test('YAML reads folded, literal and quoted texts, comments and flow style', () => {
  const text = `# c\nbasics: # c\n  name: 'O''Neil'\n  summary: >-\n    a\n    b\n  label: "x\\ty"\nskills: [{name: a, keywords: [b, c,]}]\n`;
  assert.deepEqual(parseResume(text, 'yaml').source, {
    basics: { name: "O'Neil", summary: 'a b', label: 'x\ty' },
    skills: [{ name: 'a', keywords: ['b', 'c'] }],
  });
});

const tooDeep = [
  ['lists in brackets', `meta: ${'['.repeat(100)}${']'.repeat(100)}`],
  ['maps in braces', `meta: ${'{a: '.repeat(100)}${'}'.repeat(100)}`],
  ['hyphens', `- ${'- '.repeat(100)}x`],
  ['indented keys', Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['a hundred thousand brackets', '['.repeat(100_000)],
] as const;

for (const [title, text] of tooDeep) {
  test(`YAML that nests ${title} too deep is refused without a fault`, () => {
    assert.match(
      showProblems(text).join('\n'),
      /^\d+:\d+ Here are more than 64 levels, one inside the other; a résumé needs five\.$/,
    );
  });
}

test('An alias bomb is one mistake, not a feast', () => {
  const levels = Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`);
  assert.equal(showProblems(['l0: &l0 lol', ...levels].join('\n')).length, 1);
});

test('Only the first twenty broken lines are explained', () => {
  assert.equal(showProblems(`basics:\n${'  name: @J\n'.repeat(30)}`).length, 20);
});
