import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { fullDisk } from '../../test/fixtures/full-disk.ts';
import { createProject } from './create-project.ts';

test('a project is whole, or nothing of it is left in the way of the next try', async (context) => {
  const root = await makeProject(context, { 'there/.vscode/settings.json': '{}' });
  await mkdir(join(root, 'empty'));
  for (const [name, left] of [
    ['new', undefined],
    ['empty', []],
    ['there', ['.vscode']],
  ] as const) {
    const folder = join(root, name);
    const project = { folder, name: 'Jane', version: '1.0.0', resume: { file: 'resume.yaml', text: fullDisk } };
    await assert.rejects(createProject(project), /^Error: .* cannot be written\. .*; nothing was left there\.$/);
    assert.deepEqual(await readdir(folder).catch(() => undefined), left);
  }
});
