import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { fullDisk } from '../../test/fixtures/full-disk.ts';
import { createManifest, hashBytes } from './manifest.ts';
import { writeDist } from './write-dist.ts';

function createBuild(site: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  const zip = Buffer.from('zip');
  const files = Object.entries(site).map(([path, text]) => ({ path, body: Buffer.from(text), type: 't', cache: 'c' }));
  return new Map<string, Uint8Array>([
    ...files.map(({ path, body }) => [`site/${path}`, body] as const),
    ['lambda/index.mjs', Buffer.from('code')],
    ['lambda.zip', zip],
    ['manifest.json', Buffer.from(JSON.stringify(createManifest({ files, headers: {}, omitted: [] }, zip)))],
  ]);
}

async function makeFolder(context: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'dist-'));
  context.after(() => rm(folder, { recursive: true }));
  return join(folder, 'dist');
}

async function list(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

test('a first build writes everything, and nothing is left aside', async (context) => {
  const folder = await makeFolder(context);
  const build = createBuild({ 'index.html': 'one', 'a/b/c.css': 'two' });
  assert.deepEqual(await writeDist(folder, build), { written: [...build.keys()], removed: [] });
  assert.deepEqual(await list(folder), [...build.keys()].sort());
  for (const [path, body] of build) assert.deepEqual(await readFile(join(folder, path)), body);
});

test('the same build again writes nothing', async (context) => {
  const folder = await makeFolder(context);
  const build = createBuild({ 'index.html': 'one' });
  await writeDist(folder, build);
  assert.deepEqual(await writeDist(folder, build), { written: [], removed: [] });
});

test('the next build changes its files, and removes what it does not have, with the folders that it leaves empty', async (context) => {
  const folder = await makeFolder(context);
  await writeDist(folder, createBuild({ 'index.html': 'one', 'same.txt': 'same', 'old/deep/er.css': 'old' }));
  const dist = await writeDist(folder, createBuild({ 'index.html': 'two', 'same.txt': 'same' }));
  assert.deepEqual(dist, { written: ['site/index.html', 'manifest.json'], removed: ['site/old/deep/er.css'] });
  assert.deepEqual(await readdir(join(folder, 'site')), ['index.html', 'same.txt']);
});

test("somebody else's files stay, also beside ours", async (context) => {
  const folder = await makeFolder(context);
  await writeDist(folder, createBuild({ 'index.html': 'one', 'old/ours.css': 'ours' }));
  await writeFile(join(folder, 'notes.txt'), 'mine');
  await writeFile(join(folder, 'site', 'old', 'mine.css'), 'mine');
  await writeDist(folder, createBuild({ 'index.html': 'one' }));
  assert.equal(await readFile(join(folder, 'notes.txt'), 'utf8'), 'mine');
  assert.deepEqual(await readdir(join(folder, 'site', 'old')), ['mine.css']);
});

test('an old file of ours that somebody changed is theirs now', async (context) => {
  const folder = await makeFolder(context);
  await writeDist(folder, createBuild({ 'index.html': 'one', 'old.css': 'ours' }));
  await writeFile(join(folder, 'site', 'old.css'), 'mine');
  const dist = await writeDist(folder, createBuild({ 'index.html': 'one' }));
  assert.deepEqual(dist, { written: ['manifest.json'], removed: [] });
  assert.equal(await readFile(join(folder, 'site', 'old.css'), 'utf8'), 'mine');
});

test('a changed file of the present build is built again', async (context) => {
  const folder = await makeFolder(context);
  const build = createBuild({ 'index.html': 'one' });
  await writeDist(folder, build);
  await writeFile(join(folder, 'site', 'index.html'), 'mine');
  assert.deepEqual(await writeDist(folder, build), { written: ['site/index.html'], removed: [] });
});

for (const path of ['site/index.html', 'manifest.json', 'lambda.zip', 'lambda/index.mjs']) {
  test(`a ${path} that no build made is refused, and nothing at all is written`, async (context) => {
    const folder = await makeFolder(context);
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), 'mine');
    await assert.rejects(writeDist(folder, createBuild({ 'index.html': 'one' })), {
      message: `${join(folder, path)} is in the way: no earlier build made it. Move it away, or choose another folder with --out.`,
    });
    assert.deepEqual(await list(folder), [path]);
    assert.equal(await readFile(join(folder, path), 'utf8'), 'mine');
  });
}

test('a foreign file that has the very bytes is no obstacle', async (context) => {
  const folder = await makeFolder(context);
  await mkdir(join(folder, 'site'), { recursive: true });
  await writeFile(join(folder, 'site', 'index.html'), 'one');
  const dist = await writeDist(folder, createBuild({ 'index.html': 'one' }));
  assert.deepEqual(dist, { written: ['lambda/index.mjs', 'lambda.zip', 'manifest.json'], removed: [] });
});

for (const [title, inTheWay] of [
  ['a folder where a file has to be', 'site/index.html/'],
  ['a file where a folder has to be', 'site'],
] as const) {
  test(`${title} is refused`, async (context) => {
    const folder = await makeFolder(context);
    await mkdir(join(folder, inTheWay.endsWith('/') ? inTheWay : '.'), { recursive: true });
    if (!inTheWay.endsWith('/')) await writeFile(join(folder, inTheWay), 'mine');
    await assert.rejects(writeDist(folder, createBuild({ 'index.html': 'one' })), {
      message:
        /site\/index\.html cannot be written: what has its name is not a file, or a file has the name of its folder\. Move that away, or choose another folder with --out\.$/,
    });
  });
}

for (const path of ['site', 'lambda', 'site/old']) {
  test(`a link in the place of ${path}/ is not followed`, async (context) => {
    const folder = await makeFolder(context);
    await writeDist(folder, createBuild({ 'index.html': 'one', 'old/x.css': 'x' }));
    const elsewhere = join(folder, '..', 'elsewhere');
    await rename(join(folder, path), elsewhere);
    await symlink(elsewhere, join(folder, path));
    const before = await list(elsewhere);
    await assert.rejects(writeDist(folder, createBuild({ 'index.html': 'two' })), {
      name: 'UserError',
      message: `${join(folder, path)} is a link, and a build writes into no other folder. Take that away, or choose another folder with --out.`,
    });
    assert.deepEqual(await list(elsewhere), before);
  });
}

test('a pipe in the place of a file is refused, and not waited for', async (context) => {
  const folder = await makeFolder(context);
  await mkdir(join(folder, 'site'), { recursive: true });
  execFileSync('mkfifo', [join(folder, 'site', 'index.html')]);
  await assert.rejects(writeDist(folder, createBuild({ 'index.html': 'one' })), {
    message: /index\.html cannot be written: what has its name is not a file, /,
  });
});

test('a manifest that leads out of the folder is none of ours', async (context) => {
  const folder = await makeFolder(context);
  await mkdir(folder);
  await writeFile(join(folder, '..', 'precious.txt'), 'mine');
  const sha256 = hashBytes(Buffer.from('mine'));
  const manifest = { version: 1, files: [{ path: '../../precious.txt', sha256 }], lambda: { sha256 } };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await assert.rejects(writeDist(folder, createBuild({ 'index.html': 'one' })), {
    message: /manifest\.json is in the way/,
  });
  assert.equal(await readFile(join(folder, '..', 'precious.txt'), 'utf8'), 'mine');
});

test('a build that fails on the way leaves the one before whole', async (context) => {
  const folder = await makeFolder(context);
  const first = createBuild({ 'index.html': 'one' });
  await writeDist(folder, first);
  const second = new Map([...createBuild({ 'index.html': 'two' }), ['site/new.html', fullDisk]]);
  await assert.rejects(writeDist(folder, second), { message: /^.* cannot be written\. .* that the disk has room\.$/ });
  assert.deepEqual(await list(folder), [...first.keys()].sort());
  for (const [path, body] of first) assert.deepEqual(await readFile(join(folder, path)), body);
});
