import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { readPublic } from './read-public.ts';

/** A project in a folder beside which there is a secret. */
async function makeProject(context: TestContext): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'public-'));
  context.after(() => rm(place, { recursive: true }));
  const root = join(place, 'project');
  await mkdir(join(root, 'public', 'a'), { recursive: true });
  await mkdir(join(root, '.git'));
  for (const path of ['../secret', '.git/config', 'photo.jpg', 'public/a/b.txt'])
    await writeFile(join(root, path), path);
  return root;
}

const put = (root: string, path: string, text = 'x') => writeFile(join(root, 'public', path), text);
const link = (root: string, target: string, path = 'x') => symlink(target, join(root, 'public', path));

test('files and links to those of the project are read; hidden ones and leftovers of editors are not', async (context) => {
  const root = await makeProject(context);
  await mkdir(join(root, 'public', '.well-known'));
  for (const path of ['.DS_Store', '.well-known/x', 'a/c.txt~', 'photo.jpg~', 'Résumé (new) & more.pdf'])
    await put(root, path);
  await link(root, '../photo.jpg', 'me.jpg');
  await link(root, 'a/b.txt', 'b.txt');
  const { publicFiles, leftovers } = await readPublic(root);
  assert.deepEqual(
    [...publicFiles].map(([path, body]) => [path, String(body)]),
    [
      ['.well-known/x', 'x'],
      ['Résumé (new) & more.pdf', 'x'],
      ['a/b.txt', 'public/a/b.txt'],
      ['b.txt', 'public/a/b.txt'],
      ['me.jpg', 'photo.jpg'],
    ],
  );
  assert.deepEqual(leftovers, ['a/c.txt~', 'photo.jpg~']);
});

test('without a folder there are none', async (context) => {
  const root = await makeProject(context);
  await rm(join(root, 'public'), { recursive: true });
  assert.deepEqual(await readPublic(root), { publicFiles: new Map(), leftovers: [] });
});

const leaves =
  /^public\/x is a link that leaves the project, or leads to what is hidden in it\. What is in public\/ is/;

const refused: readonly (readonly [title: string, make: (root: string) => unknown, says: RegExp])[] = [
  ['a link to a file outside', (root) => link(root, join(dirname(root), 'secret')), leaves],
  ['a relative link to a file outside', (root) => link(root, '../../secret'), leaves],
  [
    'a link by way of another one',
    async (root) => {
      await symlink('../secret', join(root, 'between'));
      await link(root, '../between');
    },
    leaves,
  ],
  ["a link to a process's environment", (root) => link(root, '/proc/self/environ'), leaves],
  ['a link to what is hidden in the project', (root) => link(root, '../.git/config'), leaves],
  ['a link that leads nowhere', (root) => link(root, 'nowhere'), /^public\/x is a link that leads nowhere\./],
  ['a link to itself', (root) => link(root, 'x'), /^public\/x is a link that leads nowhere\./],
  ['a link to a folder', (root) => link(root, 'a'), /^public\/x is a folder\./],
  ['a link to a device', (root) => link(root, '/dev/zero'), leaves],
  ['a pipe', (root) => execFileSync('mkfifo', [join(root, 'public/x')]), /^public\/x is not an ordinary file\./],
  [
    'a file without an end',
    async (root) => {
      await put(root, 'x');
      await truncate(join(root, 'public/x'), 100_000_001);
    },
    /^public\/x has more than 100 MB\./,
  ],
  [
    'a folder that is a link itself',
    async (root) => {
      await rm(join(root, 'public'), { recursive: true });
      await symlink(dirname(root), join(root, 'public'));
    },
    /^public\/ is a link that leaves the project, /,
  ],
  [
    'a folder that is a link to what is hidden',
    async (root) => {
      await rm(join(root, 'public'), { recursive: true });
      await symlink('.git', join(root, 'public'));
    },
    /^public\/ is a link that leaves the project, or leads to what is hidden in it\./,
  ],
  [
    'a folder that is a link to itself',
    async (root) => {
      await rm(join(root, 'public'), { recursive: true });
      await symlink('public', join(root, 'public'));
    },
    /^public\/ is a link that leads nowhere\. Put a folder there/,
  ],
  [
    'a plus in a name',
    (root) => put(root, 'a+b.txt'),
    /^public\/a\+b\.txt has a "\+" in its name, .* Rename it, such as to a-b\.txt\.$/,
  ],
  ['a tilde in a name', (root) => put(root, 'a~b.txt'), /^public\/a~b\.txt has a "~" in its name/],
  ['a star in a name', (root) => put(root, 'a*'), /^public\/a\* has a "\*" in its name/],
  ['a backslash in a name', (root) => put(root, 'a\\b'), /^public\/a\\b has a "\\" in its name/],
  ['a bidi control in a name', (root) => put(root, 'a\u202eb'), /^public\/a\\u202eb has a "\\u202e" in its name/],
  ['a line break in a name', (root) => put(root, 'a\nb'), /^public\/a\\u000ab has a "\\u000a" in its name/],
];

for (const [title, make, says] of refused) {
  test(`${title} is refused by name`, async (context) => {
    const root = await makeProject(context);
    await make(root);
    await assert.rejects(readPublic(root), (error: Error) => {
      assert.equal(error.name, 'UserError');
      assert.match(error.message, says);
      return true;
    });
  });
}

test('a public that is no folder is refused by a sentence', async (context) => {
  const root = await makeProject(context);
  await rm(join(root, 'public'), { recursive: true });
  await writeFile(join(root, 'public'), 'x');
  await assert.rejects(readPublic(root), { name: 'UserError', exitCode: 1, message: /^public\/ is not a folder\. / });
});

test('a name is composed, as people and programs elsewhere write it, unless another file has it so', async (context) => {
  const root = await makeProject(context);
  for (const name of ['Müller.jpg', 'Zoë.pdf']) await put(root, name.normalize('NFD'), 'decomposed');
  await put(root, 'Zoë.pdf'.normalize('NFC'), 'composed');
  const { publicFiles } = await readPublic(root);
  assert.equal(String(publicFiles.get('Müller.jpg'.normalize('NFC'))), 'decomposed');
  assert.equal(String(publicFiles.get('Zoë.pdf'.normalize('NFC'))), 'composed');
  assert.equal(String(publicFiles.get('Zoë.pdf'.normalize('NFD'))), 'decomposed');
});
