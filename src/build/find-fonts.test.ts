import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../../test/cli/make-project.ts';
import { findFonts, readFonts } from './find-fonts.ts';

test('of the fonts what is no plain file is left out, and so is what is no font', async (context) => {
  const root = await makeProject(context, { 'fonts/a.ttf': 'no font', 'fonts/huge.ttf': '', 'elsewhere/b.otf': 'b' });
  const place = (name: string) => join(root, 'fonts', name);
  execFileSync('mkfifo', [place('pipe.ttf')]);
  await symlink('nowhere', place('nowhere.ttf'));
  await symlink('/dev/zero', place('endless.ttf'));
  await symlink(join(root, 'elsewhere/b.otf'), place('b.otf'));
  await mkdir(place('folder.ttf'));
  await truncate(place('huge.ttf'), 5_000_000_000);
  const own = (await findFonts(root, 'अ', 'hi')).filter(({ path }) => path.startsWith(root));
  assert.deepEqual(
    own.map(({ path }) => path),
    [place('a.ttf'), place('b.otf')],
  );
  assert.deepEqual(await readFonts(own), []);
});
