import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { applyUpgrade, readTouched } from './upgrade-project.ts';

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
