import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { readOrdinaryFile, readSettingsFile } from './read-ordinary-file.ts';

const wrong: readonly (readonly [what: string, put: (path: string) => unknown, says: RegExp])[] = [
  ['a pipe', (path) => execFileSync('mkfifo', [path]), /is not an ordinary file\. Take it away\.$/],
  ['a link to a device', (path) => symlink('/dev/zero', path), /is not an ordinary file\. Take it away\.$/],
  ['a folder', (path) => mkdir(path), /is a folder\. Take it away\.$/],
  ['a link that leads nowhere', (path) => symlink('nowhere', path), /is a link that leads nowhere\. Take it away\.$/],
  ['a link to itself', (path) => symlink(path, path), /is a link that leads nowhere\. Take it away\.$/],
  [
    'a file without end',
    async (path) => {
      await writeFile(path, '');
      await truncate(path, 5_000_000_000);
    },
    /has more than 1 MB\. Take it away\.$/,
  ],
];
for (const [what, put, says] of wrong) {
  test(`${what} is refused at once`, async (context) => {
    const path = join(await makeProject(context, {}), 'it');
    await put(path);
    const file = { path, name: 'it', maxBytes: 1_000_000, remedy: 'Take it away.' };
    await assert.rejects(readOrdinaryFile(file), { name: 'UserError', exitCode: 1, message: says });
    await assert.rejects(readSettingsFile(path), { name: 'UserError' });
  });
}

test('settings that are not there are empty, and others are read', async (context) => {
  const root = await makeProject(context, { 'env.hcl': 'locals {}\n', 'real/root.hcl': 'x = 1\n' });
  await symlink(join(root, 'real/root.hcl'), join(root, 'root.hcl'));
  assert.equal(await readSettingsFile(join(root, 'no.hcl')), '');
  assert.equal(await readSettingsFile(join(root, 'env.hcl/no.hcl')), '');
  assert.equal(await readSettingsFile(join(root, 'env.hcl')), 'locals {}\n');
  assert.equal(await readSettingsFile(join(root, 'root.hcl')), 'x = 1\n');
});
