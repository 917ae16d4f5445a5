import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from './make-folder.ts';

test('makes a folder with those above it, twice and at once, and nothing where a file is in the way', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  context.after(() => rm(root, { recursive: true }));
  const deep = join(root, 'a', 'b', 'c');
  await Promise.all([makeFolder(deep), makeFolder(deep), makeFolder(join(root, 'a', 'd'))]);
  await makeFolder(deep);
  assert.ok((await stat(deep)).isDirectory());

  await writeFile(join(root, 'file'), '');
  await symlink(join(root, 'nowhere'), join(root, 'link'));
  await assert.rejects(makeFolder(join(root, 'file')), { code: 'EEXIST' });
  await assert.rejects(makeFolder(join(root, 'file', 'x')), { code: 'EEXIST' });
  await assert.rejects(makeFolder(join(root, 'link', 'x')), { code: 'EEXIST' });

  await mkdir(join(root, 'there'));
  await symlink(join(root, 'there'), join(root, 'linked'));
  await makeFolder(join(root, 'linked', 'x'));
  assert.ok((await stat(join(root, 'there', 'x'))).isDirectory());
});

test('ends in a folder where nothing can be made', { skip: !existsSync('/proc/self') && 'no /proc here' }, async () => {
  await assert.rejects(makeFolder('/proc/x/y'), { code: 'ENOENT' });
});
