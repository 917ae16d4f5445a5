import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { readTouched } from './read-project.ts';
import { applyUpgrade } from './upgrade-project.ts';

async function makeFolder(context: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-'));
  context.after(() => rm(root, { recursive: true }));
  return root;
}

const marked = 'one\n<<<<<<< yours\n5\n||||||| before\nfive\n=======\nFIVE\n>>>>>>> cloud-resume 2.0.0\n';

test('a file with the marks of an earlier upgrade has to be decided first', async (context) => {
  const root = await makeFolder(context);
  for (const text of [marked, marked.replaceAll('\n', '\r\n')]) {
    await writeFile(join(root, 'README.md'), text);
    await assert.rejects(
      readTouched(root, 'README.md'),
      /^UserError: README\.md still has the marks .* run this again\.$/,
    );
  }
  const about = 'Git writes <<<<<<< yours and >>>>>>> theirs.\n';
  await writeFile(join(root, 'README.md'), about);
  assert.equal(await readTouched(root, 'README.md'), about);
  assert.equal(await readTouched(root, 'nothing.md'), undefined);
});

test('a file that cannot be written is named, and the project stays of the version before', async (context) => {
  const root = await makeFolder(context);
  await mkdir(join(root, 'b.md'));
  const lock = { version: '1.0.0', words: { name: '', url: '', package: '' }, files: {} };
  const steps = ['a.md', 'b.md'].map((path) => ({ kind: 'replaced' as const, path, text: 'new\n' }));
  await assert.rejects(
    applyUpgrade(root, lock, { version: '2.0.0', files: new Map() }, steps),
    /^Error: b\.md cannot be written\. Check that it is yours to write, then run this again/,
  );
  assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'new\n');
  await assert.rejects(readFile(join(root, '.cloud-resume.json')), { code: 'ENOENT' });
});

test('what cannot be merged and written back is refused before anything is done', async (context) => {
  const root = await makeFolder(context);
  const outside = await makeFolder(context);
  await writeFile(join(outside, 'mine.md'), 'mine\n');
  await writeFile(join(root, 'latin.md'), Uint8Array.of(0x47, 0xfc, 0x74));
  await symlink(join(outside, 'mine.md'), join(root, 'out.md'));
  await symlink(join(root, 'nowhere'), join(root, 'lost.md'));
  await symlink(outside, join(root, '.github'));
  await writeFile(join(root, 'real.md'), '\ufeffmine\n');
  await symlink(join(root, 'real.md'), join(root, 'within.md'));
  await assert.rejects(readTouched(root, 'latin.md'), /^UserError: latin\.md is no UTF-8 text, .* run this again\.$/);
  for (const path of ['out.md', 'lost.md', '.github/workflows/pipeline.yaml', '.github/mine.md'])
    await assert.rejects(readTouched(root, path), /^UserError: .* leads out of the project, or nowhere/, path);
  assert.equal(await readTouched(root, 'within.md'), '\ufeffmine\n');
  assert.equal(await readTouched(root, 'no/folder/yet.md'), undefined);
});

test('a folder goes with its last file, because one in live/ would be an environment', async (context) => {
  const root = await makeFolder(context);
  for (const path of ['live/old/sns/unit.hcl', 'live/dev/unit.hcl']) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), '');
  }
  const lock = { version: '1.0.0', words: { name: '', url: '', package: '' }, files: {} };
  const steps = [{ kind: 'removed' as const, path: 'live/old/sns/unit.hcl' }];
  await applyUpgrade(root, lock, { version: '2.0.0', files: new Map() }, steps);
  assert.deepEqual((await readdir(root)).sort(), ['.cloud-resume.json', 'live']);
  assert.deepEqual(await readdir(join(root, 'live')), ['dev']);
});
