import assert from 'node:assert/strict';
import test from 'node:test';
import { mergePackage } from './merge-package.ts';

const base = {
  name: 'x',
  scripts: { start: 'preview', test: 'check', smoke: 'smoke' },
  dependencies: { 'cloud-resume': '1.0.0' },
  devDependencies: { 'axe-core': '4.1.0' },
};
const next = {
  name: 'x',
  scripts: { start: 'preview', lint: 'lint', 'cloud-resume': 'cloud-resume', test: 'check && build' },
  allowScripts: { 'classic-level': false },
  dependencies: { 'cloud-resume': '2.0.0' },
  devDependencies: { 'axe-core': '4.2.0' },
};
const merge = (mine: unknown) => {
  const written = [mine, base, next].map((one) => JSON.stringify(one, undefined, 2)) as [string, string, string];
  const merged = mergePackage(...written, '2.0.0');
  return { data: JSON.parse(merged?.text ?? written[0]), text: merged?.text, notes: merged?.notes };
};
const installed = { ...base, dependencies: { 'cloud-resume': '2.0.0' } };

const cases: readonly (readonly [title: string, mine: object, expected: object, notes?: readonly RegExp[]])[] = [
  ['what nobody touched follows the starter', installed, next],
  [
    'what is of the person stays',
    { ...installed, name: 'mine', scripts: { ...base.scripts, own: 'x' }, license: 'MIT' },
    { ...next, name: 'mine', scripts: { ...next.scripts, own: 'x' }, license: 'MIT' },
  ],
  [
    'what both changed stays, and is told',
    { ...installed, scripts: { ...base.scripts, test: 'mine', smoke: 'mine too' } },
    { ...next, scripts: { ...next.scripts, test: 'mine', smoke: 'mine too' } },
    [
      /^scripts\.test is yours \("mine"\); cloud-resume 2\.0\.0 has "check && build"\. See/,
      /^scripts\.smoke .* none any more/,
    ],
  ],
  ['what both changed alike is no conflict', { ...installed, scripts: { ...next.scripts, smoke: 'smoke' } }, next],
  [
    'what was deleted stays deleted',
    { name: 'x', scripts: { start: 'preview', smoke: 'smoke' }, dependencies: installed.dependencies },
    {
      name: 'x',
      scripts: { start: 'preview', lint: 'lint', 'cloud-resume': 'cloud-resume' },
      allowScripts: next.allowScripts,
      dependencies: next.dependencies,
    },
  ],
  [
    'the version is that of npm, however it is written and wherever it stands',
    { ...base, dependencies: { 'cloud-resume': '^2.0.0' } },
    { ...next, dependencies: { 'cloud-resume': '^2.0.0' } },
  ],
  [
    'a group that became something else stays',
    { ...installed, scripts: 'none' },
    { ...next, scripts: 'none' },
    [/^scripts is yours/],
  ],
  [
    'a name that every object has is a name like others',
    { ...installed, scripts: { ...base.scripts, constructor: 'x' }, toString: 'y' },
    { ...next, scripts: { ...next.scripts, constructor: 'x' }, toString: 'y' },
  ],
];
for (const [title, mine, expected, notes = []] of cases) {
  test(`package.json: ${title}`, () => {
    const merged = merge(mine);
    assert.deepEqual(merged.data, expected);
    assert.equal(merged.notes?.length, notes.length);
    for (const [index, note] of notes.entries()) assert.match(merged.notes?.[index] ?? '', note);
    // A second run.
    assert.equal(merge(merged.data).text, undefined);
  });
}

test('package.json: new keys come where the starter has them, and others keep their order', () => {
  const { data } = merge({ version: '1.0.0', ...installed, author: 'me' });
  assert.deepEqual(Object.keys(data), [
    'version',
    'name',
    'scripts',
    'allowScripts',
    'dependencies',
    'devDependencies',
    'author',
  ]);
  assert.deepEqual(Object.keys(data.scripts), ['start', 'lint', 'cloud-resume', 'test']);
});

test('package.json: indent and ends of lines stay', () => {
  const [before, after] = [base, next].map((one) => JSON.stringify(one)) as [string, string];
  const written = (indent: string | undefined, data: object) => JSON.stringify(data, undefined, indent);
  for (const change of [
    (data: object) => written('\t', data),
    (data: object) => `${written('    ', data)}\n`,
    (data: object) => `${written('  ', data)}\n`.replaceAll('\n', '\r\n'),
    (data: object) => written(undefined, data),
  ])
    assert.equal(mergePackage(change(installed), before, after, '2.0.0')?.text, change(next));
});

test('package.json: what is no group in JSON is not merged', () => {
  const whole = JSON.stringify(base);
  for (const text of ['', '[]', '{,}', 'null', '<<<<<<< HEAD\n{}'])
    assert.equal(mergePackage(text, whole, whole, '2.0.0'), undefined);
  assert.ok(mergePackage(`\uFEFF${whole}`, whole, whole, '2.0.0'));
});
