import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

const photo = await readFile(new URL('../../public/photo.jpg', import.meta.url));
const sample = await readFile(new URL('../../resume.yaml', import.meta.url));

async function readTree(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.sort().map(async (path) => {
        const hash = createHash('sha256')
          .update(await readFile(path))
          .digest('hex');
        return [path.slice(folder.length + 1), hash] as const;
      }),
    ),
  );
}

test('build writes the site, the function and a manifest that says what they are', async (context) => {
  const cwd = await makeProject(context, {
    'resume.yaml': `${jane}  image: me.jpg\n`,
    'public/me.jpg': photo,
    'public/.DS_Store': 'x',
  });
  const ran = await spawnCli(['build'], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(
    ran.stdout,
    /^Built resume\.yaml into dist\/: \d+ files, \d+ new or changed\.\nThe page is \d\.\d KB with Brotli, the function \d+\.\d KB\.\n$/,
  );

  const tree = await readTree(join(cwd, 'dist'));
  const manifest = JSON.parse(await readFile(join(cwd, 'dist', 'manifest.json'), 'utf8'));
  assert.equal(manifest.version, 1);
  assert.deepEqual(
    [...tree.keys()].filter((path) => path.startsWith('site/')),
    manifest.files.map(({ path }: { path: string }) => `site/${path}`),
  );
  for (const { path, sha256, bytes, type, cache } of manifest.files) {
    assert.equal(tree.get(`site/${path}`), sha256);
    assert.equal((await readFile(join(cwd, 'dist', 'site', path))).length, bytes);
    assert.match(type, /^\w+\/[\w+.-]+/);
    assert.match(cache, /max-age=\d+/);
  }
  for (const path of ['resume.pdf', 'card.png', 'favicon.ico', 'apple-touch-icon.png'])
    assert.ok(tree.has(`site/${path}`));
  assert.equal([...tree.keys()].filter((path) => /^site\/assets\/photo\.\w+\.(avif|jpg)$/.test(path)).length, 4);
  assert.ok(!tree.has('site/me.jpg'), 'the photo as it came');
  assert.ok(!tree.has('site/.DS_Store'));
  assert.match(manifest.headers['content-security-policy'], /default-src 'none'/);
  assert.deepEqual(manifest.lambda, {
    path: 'lambda.zip',
    handler: 'index.handler',
    bytes: (await readFile(join(cwd, 'dist', 'lambda.zip'))).length,
    sha256: tree.get('lambda.zip'),
  });
});

test('the function in the zip is the one beside it', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  await runCli(['build'], { cwd });
  const zip = await readFile(join(cwd, 'dist', 'lambda.zip'));
  const code = await readFile(join(cwd, 'dist', 'lambda', 'index.mjs'));
  assert.deepEqual(zip.subarray(30 + 'index.mjs'.length, 30 + 'index.mjs'.length + code.length), code);
});

test('two builds are the same bytes, whatever the time zone, the language and the folder', async (context) => {
  const trees: unknown[] = [];
  for (const env of [
    { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'C' },
  ]) {
    const cwd = await makeProject(context, { 'resume.yaml': sample });
    assert.equal((await spawnCli(['build'], { cwd, env })).code, 0);
    trees.push(await readTree(join(cwd, 'dist')));
  }
  assert.deepEqual(trees[0], trees[1]);
});

test('building again changes nothing, and says so', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  await runCli(['build'], { cwd });
  const before = await readTree(join(cwd, 'dist'));
  assert.match((await runCli(['build'], { cwd })).stdout, /files, nothing changed\./);
  assert.deepEqual(await readTree(join(cwd, 'dist')), before);
});

test('a mistake in the résumé stops the build, and the one before stays whole', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  await runCli(['build'], { cwd });
  const before = await readTree(join(cwd, 'dist'));
  await writeFile(join(cwd, 'resume.yaml'), 'basics:\n  label: Jane\n');
  const ran = await runCli(['build'], { cwd });
  assert.equal(ran.code, 1);
  assert.equal(ran.stdout, '');
  assert.match(ran.stderr, /^resume\.yaml:1:1 {2}basics\.name: /);
  assert.deepEqual(await readTree(join(cwd, 'dist')), before);
});

test('a note stops a strict build alone', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': 'basics:\n  nane: Jane\n' });
  const strict = await runCli(['build', '--strict'], { cwd });
  assert.deepEqual([strict.code, strict.stdout], [1, '']);
  const ran = await runCli(['build'], { cwd });
  assert.equal(ran.code, 0);
  for (const { stderr } of [strict, ran])
    assert.match(stderr, /^resume\.yaml:2:3 {2}note {2}basics\.nane: [\s\S]*1 note in/);
});

test('a file that no build made is never overwritten', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'dist/site/index.html': 'mine' });
  const ran = await runCli(['build'], { cwd });
  assert.equal(ran.code, 2);
  assert.match(
    ran.stderr,
    /dist\/site\/index\.html is in the way: no earlier build made it\. Move it away, or choose another folder with --out\.\n$/,
  );
  assert.deepEqual([...(await readTree(join(cwd, 'dist'))).keys()], ['site/index.html']);
});

test('what is gone from public/ goes from the site, and files beside it stay', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'public/a/old.pdf': 'x' });
  await runCli(['build', '--out', 'web'], { cwd });
  await writeFile(join(cwd, 'web', 'mine.txt'), 'mine');
  await rm(join(cwd, 'public'), { recursive: true });
  const ran = await runCli(['build', '--out', 'web'], { cwd });
  assert.match(ran.stdout, /into web\/: .*, 1 old removed\./);
  const paths = [...(await readTree(join(cwd, 'web'))).keys()];
  assert.ok(paths.includes('mine.txt') && !paths.includes('site/a/old.pdf'), paths.join());
});

test('nothing is built into public/, where all of it would be published', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  for (const out of ['public', 'public/site', join(cwd, 'public')]) {
    const ran = await runCli(['build', '-o', out], { cwd });
    assert.equal(ran.code, 2);
    assert.match(
      ran.stderr,
      /public\S* is published with all of public\/\. Name a folder outside of it with --out\.\n$/,
    );
  }
  assert.deepEqual(await readdir(cwd), ['resume.yaml']);
});

test('--resume and --out take their files elsewhere', async (context) => {
  const cwd = await makeProject(context, { 'cv/jane.json': '{"basics":{"name":"Jane"}}', 'resume.yaml': 'wrong' });
  const out = join(await makeProject(context, {}), 'deep', 'out');
  const ran = await runCli(['build', '--resume', 'cv/jane.json', '--out', out], { cwd });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(await readFile(join(out, 'site', 'index.html'), 'utf8'), /Jane/);
});

test('a résumé that is named but not there is wrong usage, and none at all is a mistake', async (context) => {
  const cwd = await makeProject(context, {});
  assert.equal((await runCli(['build', '--resume', 'no.yaml'], { cwd })).code, 2);
  assert.equal((await runCli(['build'], { cwd })).code, 1);
});

test('a fault says what was tried; where in the code is shown on demand', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  // Nobody writes there.
  const build = ['build', '--out', '/proc/nobody/dist'];
  const ran = await runCli(build, { cwd });
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /dist cannot be written\. .*\nBecause: E.*\n\(--debug shows where in the code\.\)\n$/);
  assert.match((await runCli([...build, '--debug'], { cwd })).stderr, /\n {4}at .*write-dist\.ts/);
  const env = { CLOUD_RESUME_DEBUG: '1' };
  assert.match((await runCli(build, { cwd, env })).stderr, /\n {4}at .*write-dist\.ts/);
});

test('build writes into no folder to which a link of the project leads', async (context) => {
  const outside = await makeProject(context, {});
  for (const [target, says] of [
    [outside, /^dist is a link that leaves the project\. Name the folder with --out\.\n$/],
    ['nowhere', /^dist is a link that leads nowhere\. Take it away, or name another folder with --out\.\n$/],
    ['dist', /^dist is a link that leads nowhere\./],
  ] as const) {
    const cwd = await makeProject(context, { 'resume.yaml': jane });
    await symlink(target, join(cwd, 'dist'));
    const { code, stderr } = await runCli(['build'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, says);
  }
  assert.deepEqual(await readdir(outside), []);
});

test('a link in public/ that leaves the project is refused by name, whoever asks', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'public/a.txt': 'x' });
  await symlink('/proc/self/environ', join(cwd, 'public', 'env.txt'));
  for (const command of ['build', 'check']) {
    const { code, stderr } = await runCli([command], { cwd, env: { SECRET: 'token' } });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^public\/env\.txt is a link that leaves the project, .* put an ordinary file there, or take this away\.\n$/,
    );
  }
});

test('what would steer a terminal is spelled out, in names of persons and of files', async (context) => {
  const cwd = await makeProject(context, {
    'resume.yaml': 'basics:\n  name: "Jane \\u202eeoD"\n',
    'public/\u001b[2J\u202e.txt~': 'x',
  });
  const checked = await spawnCli(['check'], { cwd });
  assert.match(checked.stdout, /^resume\.yaml is valid: Jane \\u202eeoD\.\n/);
  assert.match(checked.stdout, /public\/\\u001b\[2J\\u202e\.txt~/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  assert.doesNotMatch(checked.stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
