import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { fullDisk } from '../../test/fixtures/full-disk.ts';
import { placeFile } from './place-file.ts';
import { writeNew } from './write-new.ts';

test('a new file is whole or not there', async (context) => {
  const root = await makeProject(context, {});
  const write = (text: string) => writeNew(join(root, 'new'), 'new', text, 'Name another.');
  await assert.rejects(write(fullDisk), { name: 'Error', message: /^new cannot be written\. .* the disk has room\.$/ });
  assert.deepEqual(await readdir(root), []);
  await write('whole');
  await assert.rejects(write('again'), { name: 'UserError', exitCode: 2, message: /^new is here already/ });
  assert.equal(await readFile(join(root, 'new'), 'utf8'), 'whole');
});

test('a file is replaced at once, and stays as it was where there is no room', async (context) => {
  const root = await makeProject(context, { old: 'old' });
  await assert.rejects(placeFile(join(root, 'old'), fullDisk), { code: 'ENOSPC' });
  assert.deepEqual([await readdir(root), await readFile(join(root, 'old'), 'utf8')], [['old'], 'old']);
  await placeFile(join(root, 'old'), 'new');
  assert.deepEqual([await readdir(root), await readFile(join(root, 'old'), 'utf8')], [['old'], 'new']);
});
