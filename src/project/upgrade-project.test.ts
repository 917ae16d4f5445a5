import assert from 'node:assert/strict';
import test from 'node:test';
import { hashText, type Lock } from './lock.ts';
import { planUpgrade, type Step } from './upgrade-project.ts';

const words = { name: 'Jane Doe', url: '', package: 'my-resume' };
const before = '# {{title}}\none\ntwo\nthree\nfour\nfive\n';
const after = '# {{title}}\none\ntwo\nthree\nfour\nFIVE\n';
const [old, fresh] = [before, after].map((text) => text.replace('{{title}}', 'Jane Doe')) as [string, string];

const toCrlf = (text: string) => text.replaceAll('\n', '\r\n');

const cases: readonly (readonly [
  title: string,
  templates: { readonly before?: string; readonly after?: string },
  mine: string | undefined,
  step: Omit<Step, 'path'> & { readonly text?: string },
])[] = [
  ['a file that nobody touched is replaced', { before, after }, old, { kind: 'replaced', text: fresh }],
  ['a file that is the new one already stays', { before, after }, fresh, { kind: 'same' }],
  [
    'a touched file that the version does not change stays',
    { before, after: before },
    `${old}mine\n`,
    { kind: 'same' },
  ],
  [
    'a file touched elsewhere is merged',
    { before, after },
    old.replace('one', 'ONE'),
    { kind: 'merged', text: fresh.replace('one', 'ONE') },
  ],
  [
    'the same change on both sides is no conflict',
    { before, after },
    `mine\n${fresh}`,
    { kind: 'merged', text: `mine\n${fresh}` },
  ],
  [
    'a file touched in the same line has both, marked',
    { before, after },
    old.replace('five', '5'),
    {
      kind: 'conflict',
      text: `${old.replace('five\n', '')}<<<<<<< yours\n5\n||||||| before\nfive\n=======\nFIVE\n>>>>>>> cloud-resume 2.0.0\n`,
    },
  ],
  [
    'a file whose ends of lines Git changed was not touched',
    { before, after },
    toCrlf(old),
    { kind: 'replaced', text: toCrlf(fresh) },
  ],
  ['a new file of which Git changed the ends of lines stays', { before, after }, toCrlf(fresh), { kind: 'same' }],
  [
    'a file with such ends is merged, and keeps them',
    { before, after },
    toCrlf(old.replace('one', 'ONE')),
    { kind: 'merged', text: toCrlf(fresh.replace('one', 'ONE')) },
  ],
  ['a file with such ends that the version no longer has goes', { before }, toCrlf(old), { kind: 'removed' }],
  ['a deleted file stays deleted', { before, after: before }, undefined, { kind: 'gone' }],
  ['one that has something new is told, for it may be renamed', { before, after }, undefined, { kind: 'missed' }],
  ['a new file comes', { after }, undefined, { kind: 'added', text: fresh }],
  [
    'a file of theirs where a new one would come is kept beside it, marked',
    { after: 'new\n' },
    'mine\n',
    {
      kind: 'conflict',
      text: '<<<<<<< yours\nmine\n||||||| before\n=======\nnew\n>>>>>>> cloud-resume 2.0.0\n',
    },
  ],
  ['a file that the version no longer has goes', { before }, old, { kind: 'removed' }],
  ['one that was touched stays', { before }, `${old}mine\n`, { kind: 'kept' }],
];

const plan = (
  templates: { readonly before?: string; readonly after?: string },
  mine: string | undefined,
  path = 'README.md',
) => {
  const files = (text: string | undefined) => new Map(text === undefined ? [] : [[path, text]]);
  const lock: Lock = {
    version: '1.0.0',
    words,
    files: templates.before === undefined ? {} : { [path]: hashText(old) },
  };
  return planUpgrade(
    lock,
    files(templates.before),
    { version: '2.0.0', files: files(templates.after) },
    async () => mine,
  );
};

for (const [title, templates, mine, step] of cases) {
  test(title, async () => assert.deepEqual(await plan(templates, mine), [{ path: 'README.md', ...step }]));
}

for (const path of ['resume.yaml', 'resume.de.yaml', 'resume.json', 'style.css', 'public/README.txt']) {
  test(`${path} is the person's and never looked at`, async () =>
    assert.deepEqual(await plan({ before, after }, old, path), []));
}

test('package.json is merged by its keys, stays deleted, and has to be JSON', async () => {
  const [old, fresh] = ['{"scripts": {}}', '{"scripts": {"test": "{{package}}"}}'];
  const merge = (mine: string | undefined) => plan({ before: old, after: fresh }, mine, 'package.json');
  assert.deepEqual(await merge('{\n  "private": true,\n  "scripts": {}\n}\n'), [
    {
      kind: 'merged',
      path: 'package.json',
      text: '{\n  "private": true,\n  "scripts": {\n    "test": "my-resume"\n  }\n}\n',
      notes: [],
    },
  ]);
  assert.deepEqual(
    (await merge('{"scripts": {"test": "mine"}}')).map(({ kind, notes }) => [kind, notes?.length]),
    [['same', 1]],
  );
  assert.deepEqual(await merge(undefined), []);
  await assert.rejects(merge('{"scripts": '), /^UserError: package\.json is no JSON\. Mend it, then run this again\.$/);
});
