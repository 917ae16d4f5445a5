import assert from 'node:assert/strict';
import test from 'node:test';
import { formatFiles, formatProblems } from './format-problems.ts';
import type { Problem } from './problem.ts';

const text = 'basics:\n\tname: "😀é漢" # x\n';
const problems: readonly Problem[] = [
  {
    severity: 'error',
    path: 'work[0].startDate',
    line: 1,
    column: 3,
    message: '"2015-13" has no month 13; write a month from 01 to 12.',
  },
  { severity: 'error', path: '', line: 2, column: 12, message: 'A quote is missing.' },
];

test('The text style shows each problem with its source line, a caret and a count', () => {
  assert.equal(
    formatProblems(problems, { name: 'resume.yaml', text }),
    [
      'resume.yaml:1:3  work[0].startDate: "2015-13" has no month 13; write a month from 01 to 12.',
      '   1 | basics:',
      '     |   ^',
      '',
      'resume.yaml:2:12  A quote is missing.',
      '   2 | \tname: "😀é漢" # x',
      '     | \t          ^',
      '',
      '2 errors in resume.yaml.',
      '',
    ].join('\n'),
  );
});

test('The text style leaves source lines out that it does not have, and counts one problem as one', () => {
  const [problem] = problems.slice(1);
  assert.ok(problem);
  assert.equal(
    formatProblems([problem], { name: 'resume.yaml' }),
    'resume.yaml:2:12  A quote is missing.\n\n1 error in resume.yaml.\n',
  );
});

test('The text style cuts long lines around the place', () => {
  const long = `${'a'.repeat(500)}X${'b'.repeat(500)}`;
  const [, source = '', caret = ''] = formatProblems(
    [{ severity: 'error', path: '', line: 1, column: 501, message: 'M.' }],
    {
      name: 'f',
      text: long,
    },
  ).split('\n');
  assert.equal(source[caret.indexOf('^')], 'X');
  assert.ok(source.length < 120);
});

test('The text style lets no control character steer the terminal', () => {
  const shown = formatProblems([{ severity: 'error', path: '', line: 1, column: 1, message: 'M.' }], {
    name: 'f',
    text: 'a\u001b[31m\u202eb\r\nc',
  });
  assert.match(shown, /a\uFFFD\[31m\uFFFDb\n/);
});

test('The text style is painted part by part', () => {
  const shown = formatProblems(
    problems.slice(0, 1),
    { name: 'f', text },
    'text',
    (part, value) => `<${part}>${value}</>`,
  );
  assert.match(
    shown,
    /^<place>f:1:3<\/> {2}<path>work\[0\]\.startDate<\/>: .*\n<source> {3}1 \| basics:<\/>\n {5}\| {3}<caret>\^<\/>\n/,
  );
});

test('The JSON style has a version, the file and the problems', () => {
  assert.deepEqual(JSON.parse(formatProblems(problems, { name: 'resume.yaml', text }, 'json')), {
    version: 1,
    file: 'resume.yaml',
    problems,
  });
  assert.deepEqual(JSON.parse(formatProblems([], { name: 'resume.yaml' }, 'json')), {
    version: 1,
    file: 'resume.yaml',
    problems: [],
  });
});

test('The GitHub style escapes what would end a command or a property', () => {
  const tricky: Problem = {
    severity: 'error',
    path: 'meta["a,b:c"]',
    line: 3,
    column: 4,
    message: '50 % of\r\na::b, c.',
  };
  assert.equal(
    formatProblems([tricky, ...problems.slice(1)], { name: 'a,b:c%.yaml', text }, 'github'),
    '::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=meta["a%2Cb%3Ac"]::50 %25 of%0D%0Aa::b, c.\n' +
      '::error file=a%2Cb%3Ac%25.yaml,line=2,col=12,title=Résumé::A quote is missing.\n',
  );
});

test('Nothing is shown without problems', () => {
  assert.equal(formatProblems([], { name: 'f', text }), '');
  assert.equal(formatProblems([], { name: 'f', text }, 'github'), '');
});

test('A note says that it is one, and is a warning in a workflow', () => {
  const note: Problem = { severity: 'note', path: 'basics.url', line: 2, column: 3, message: 'M.' };
  assert.equal(
    formatProblems([...problems.slice(1), note, note], { name: 'f' }),
    'f:2:12  A quote is missing.\n\nf:2:3  note  basics.url: M.\n\nf:2:3  note  basics.url: M.\n\n1 error and 2 notes in f.\n',
  );
  assert.equal(formatProblems([note], { name: 'f' }, 'github'), '::warning file=f,line=2,col=3,title=basics.url::M.\n');
});

/** The source line and the caret under it. */
function showPlace(source: string, column: number): readonly string[] {
  const shown = formatProblems([{ severity: 'error', path: '', line: 1, column, message: 'M.' }], {
    name: 'f',
    text: source,
  });
  return shown.split('\n').slice(1, 3);
}

test('A caret stands below its character, whatever is before it', () => {
  for (const [before, gap] of [
    ['ab', '  '],
    ['\ta', '\t '],
    ['漢字', '    '],
    ['ｆ', '  '],
    ['한', '  '],
    ['e\u0301', ' '],
    ['😀', '  '],
    ['❤\uFE0F', ' '],
    ['a\u200Db', '  '],
    ['é', ' '],
    ['', ''],
  ] as const)
    assert.deepEqual(showPlace(`${before}X`, before.length + 1), [`   1 | ${before}X`, `     | ${gap}^`], before);
});

test('A line is cut after a hundred characters, and before the place where that is far to the right', () => {
  const text = Array.from({ length: 300 }, (_, index) => String(index % 10)).join('');
  assert.deepEqual(showPlace(text, 1), [`   1 | ${text.slice(0, 100)}`, '     | ^']);
  assert.deepEqual(showPlace(text, 80), [`   1 | ${text.slice(0, 100)}`, `     | ${' '.repeat(79)}^`]);
  assert.deepEqual(showPlace(text, 81), [`   1 | ${text.slice(40, 140)}`, `     | ${' '.repeat(40)}^`]);
  assert.deepEqual(showPlace(text, 300), [`   1 | ${text.slice(259)}`, `     | ${' '.repeat(40)}^`]);
});

test('An empty line is not shown, and spaces at the end of one neither', () => {
  const one = (source: string, line = 1) =>
    formatProblems([{ severity: 'error', path: '', line, column: 1, message: 'M.' }], { name: 'f', text: source });
  assert.equal(one(' \t\na'), 'f:1:1  M.\n\n1 error in f.\n');
  assert.equal(one('a', 9), 'f:9:1  M.\n\n1 error in f.\n');
  assert.equal(one('\uFEFFa  \r\nb'), 'f:1:1  M.\n   1 | a\n     | ^\n\n1 error in f.\n');
  assert.equal(one(`${'\n'.repeat(12344)}a`, 12345), 'f:12345:1  M.\n12345 | a\n     | ^\n\n1 error in f.\n');
});

test('The JSON style is indented and ends with a line end', () => {
  assert.equal(formatProblems([], { name: 'f' }, 'json'), '{\n  "version": 1,\n  "file": "f",\n  "problems": []\n}\n');
});

test('Several files stand one after the other, and in JSON the further ones below the main one', () => {
  const [one, two] = problems;
  assert.ok(one && two);
  const files = [
    { name: 'r.yaml', problems: [one] },
    { name: 'r.de.yaml', problems: [] },
    { name: 'r.fr.yaml', problems: [two] },
  ];
  const [first, , last] = files.map((file) => formatProblems(file.problems, file));
  assert.equal(formatFiles(files), `${first}\n${last}`);
  assert.equal(formatFiles(files, 'text', (_, value) => value.toUpperCase()).slice(0, 10), 'R.YAML:1:3');
  assert.equal(
    formatFiles(files, 'github'),
    files.map((file) => formatProblems(file.problems, file, 'github')).join(''),
  );
  assert.equal(formatFiles([], 'json'), '');
  assert.equal(formatFiles(files.slice(0, 1), 'json'), formatProblems([one], { name: 'r.yaml' }, 'json'));
  const json = formatFiles(files, 'json');
  assert.deepEqual(JSON.parse(json), {
    version: 1,
    file: 'r.yaml',
    problems: [one],
    others: [
      { file: 'r.de.yaml', problems: [] },
      { file: 'r.fr.yaml', problems: [two] },
    ],
  });
  assert.match(json, /^\{\n {2}"version": 1,\n[\s\S]*\n\}\n$/);
});

test('A note and its path are painted as such', () => {
  const shown = formatProblems(
    [{ severity: 'note', path: 'a', line: 1, column: 1, message: 'M.' }],
    { name: 'f' },
    'text',
    (part, value) => `<${part}>${value}</>`,
  );
  assert.equal(shown, '<place>f:1:1</>  <note>note</>  <path>a</>: M.\n\n1 note in f.\n');
});
