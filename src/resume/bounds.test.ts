import assert from 'node:assert/strict';
import test from 'node:test';
import { showProblems } from '../../test/resume/show-problems.ts';
import { fixResume } from './fix-resume.ts';
import { parseResume } from './parse-resume.ts';

const J = 'basics: {name: J}\n';
const number = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

test('A text of more than a million bytes is refused before it is read', () => {
  assert.deepEqual(showProblems('a'.repeat(10_000_000)), [
    '1:1 The file has 10,000,000 bytes, but a résumé may have 1,000,000 at most; keep pictures and other data in public/.',
  ]);
});

// What took half a minute once is told of once: the reader stops where it starts.
const odd: readonly (readonly [string, string, RegExp])[] = [
  ['directives', '%a\n', /^1:1 A line that starts with "%" gives orders/],
  ['anchors', '&a ', /^1:1 A value that starts with "&" means more than text/],
  ['tags', '!a ', /^1:1 A value that starts with "!" means more than text/],
  ['aliases', '*a ', /^1:1 A value that starts with "\*" means more than text/],
  ['quotes', '"', /^1:3 The text before this has ended/],
  ['documents', '---\n', /^1:1 A second document starts here/],
  ['commas', '[,,,', /^1:2 There is no value before this comma/],
  ['keys without values', 'a:\n', /^\d+:\d Here are more keys and values than any résumé has/],
];

for (const [what, piece, expected] of odd) {
  test(`A million bytes of ${what} are one problem`, () => {
    const problems = showProblems(piece.repeat(Math.floor(1_000_000 / piece.length)));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', expected);
  });
}

test('JSON has as many keys and values at most', () => {
  const write = (count: number) => `{"basics":{"name":"J"},"skills":[${'"a",'.repeat(count)}]}`;
  assert.deepEqual(showProblems(write(74_993), 'json'), [
    '1:34 skills[0]: This is a text, but a group of keys belongs here; write { "name": "a" }, and so the other 74992.',
  ]);
  assert.deepEqual(showProblems(write(74_994), 'json'), [
    '1:300010 Here are more keys and values than any résumé has; keep other data in public/.',
  ]);
});

test('However many notes there are, 200 are told, and how many are left', () => {
  const { resume, problems } = parseResume(J + number(20_000, (index) => `key${index}: x\n`), 'yaml');
  assert.ok(resume);
  assert.equal(problems.length, 201);
  assert.match(problems.at(-1)?.message ?? '', /^And 19,800 more from here on;/);
  assert.equal(problems.at(-1)?.line, 202);
});

test('An error is told, however many notes stand before it', () => {
  const { problems } = parseResume(`${number(300, (index) => `key${index}: x\n`)}basics: {label: x}\n`, 'yaml');
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => path),
    ['basics.name'],
  );
});

test('Escapes that mean nothing, however many, are one problem', () => {
  for (const [code, count] of [
    ['\\q', 40_000],
    ['\\x4', 25_000],
    ['\\u12', 25_000],
    ['\\U00012', 15_000],
    ['\\U00110000', 9_000],
  ] as const) {
    assert.deepEqual(showProblems(`a: "\\\\ \\n${code.repeat(count)}"`), [
      '1:10 This backslash means nothing in double quotes; write two for one, or use single quotes.',
    ]);
  }
});

test('A remedy is told in part where all of it is as long as the file', () => {
  const [problem] = parseResume(`basics: {name: J, location: "${'a, '.repeat(300_000)}b"}`, 'yaml').problems;
  assert.match(
    problem?.message ?? '',
    /^This is a text, but a group of keys belongs here; write \{ city: "a, .{200,300}…[a, ]+b" \}\.$/,
  );
  assert.equal(problem?.message.length, 601);
});

test('Thousands of names are compared with as many others', () => {
  const long = (index: number) => `${'k'.repeat(70)}${index}`;
  const group = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [long(index), 'x']));
  const resume = {
    basics: { name: 'J', profiles: Array.from({ length: 6_000 }, (_, index) => ({ url: `${long(index)}.pdf` })) },
    meta: { site: { private: Array.from({ length: 200 }, (_, index) => `own.x${long(index)}`) } },
    own: group,
  };
  const publicFiles = Array.from({ length: 2_000 }, (_, index) => `x${long(index)}.pdf`);
  const { problems } = parseResume(JSON.stringify(resume), 'json', { publicFiles });
  assert.match(problems[0]?.message ?? '', /^There is no file /);
  assert.match(problems.at(-1)?.message ?? '', /^And 6,001 more/);
});

test('A private path of a million brackets leads nowhere, and one that is as long as any leads to its place', () => {
  const tell = (path: string) => {
    const { source, problems } = parseResume(
      `basics: {name: J, phone: "1"}\nmeta: {site: {private: ["${path}"]}}`,
      'yaml',
    );
    return [JSON.stringify(source).includes('phone'), problems.map(({ message }) => message.slice(0, 20))];
  };
  assert.deepEqual(tell('['.repeat(900_000)), [true, ['There is no "[[[[[[[']]);
  assert.deepEqual(tell(`${'.'.repeat(988)}basics.phone`), [false, []]);
  assert.deepEqual(tell(`${'.'.repeat(989)}basics.phone`), [true, ['There is no ".......']]);
});

test('A résumé has as many sections of its own as keys', () => {
  const sections = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`own${index}`, ['x']]));
  const { resume } = parseResume(JSON.stringify({ basics: { name: 'J' }, ...sections }), 'json');
  assert.equal(resume?.sections?.length, 10_000);
});

test('What a remedy repeats steers no terminal', () => {
  const text = 'basics: {name: J}\nwork:\n- "a\\e]0;x\\u0007\\u202E\\u2028\tb"\n';
  const said = [...parseResume(text, 'yaml').problems, ...fixResume(text, 'yaml').fixes].map(({ message }) => message);
  assert.ok(said.length > 1);
  for (const message of said) assert.doesNotMatch(message, /[\p{Cc}\p{Bidi_Control}\p{Zl}]/u);
  assert.match(said.join('\n'), /\\u\{9\}/);
});

test('As many networks as keys are as many profiles', () => {
  const networks = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, index) => [`git${'_'.repeat(index % 90)}${' '.repeat(index / 90)}hub`, 'x']),
  );
  const { resume } = parseResume(JSON.stringify({ basics: { name: 'J', ...networks } }), 'json');
  assert.equal(resume?.basics.profiles?.length, 3_000);
});

test('A long section is compared with thousands of lists under other names of it', () => {
  const others = number(2_000, (index) => `w-${'-'.repeat(index % 45)}o${'_'.repeat(index / 45)}rk: [{name: B}]\n`);
  const { resume } = parseResume(`${J}work: [{name: ${'x '.repeat(150_000)}}]\n${others}`, 'yaml');
  assert.equal(resume?.work?.length, 1);
  assert.equal(resume?.sections?.length, 2_000);
});
