import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
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

test('a file that becomes a link while it is read gives nothing from elsewhere', async (context) => {
  const place = await makeProject(context, { secret: 'secret', 'project/it': 'mine', 'elsewhere/it': 'secret' });
  const within = join(place, 'project');
  const put = (target: string, name: string) => symlink(join(place, target), join(within, name));
  await mkdir(join(within, 'folder'));
  await writeFile(join(within, 'folder/it'), 'mine');
  let isDone = false;
  const swap = async (name: string, target: string) => {
    while (!isDone) {
      await rename(join(within, name), join(within, `${name}-aside`));
      await put(target, name);
      await rm(join(within, name));
      await rename(join(within, `${name}-aside`), join(within, name));
    }
  };
  const swapping = [swap('it', 'secret'), swap('folder', 'elsewhere')];
  const read = new Set<string>();
  for (let times = 0; times < 300; times += 1) {
    for (const path of ['it', 'folder/it']) {
      const file = { path: join(within, path), name: path, within, maxBytes: 1_000_000, remedy: 'Take it away.' };
      read.add(
        await readOrdinaryFile(file).then(String, (error: Error) => {
          assert.equal(error.name, 'UserError', error.message);
          return 'refused';
        }),
      );
    }
  }
  isDone = true;
  await Promise.all(swapping);
  assert.ok(!read.has('secret'));
});
