import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { publishDist } from '#publish';
import { type CloudProject, makeCloudProject } from '../cli/make-cloud-project.ts';
import { createShell, type TestShell } from './create-shell.ts';

type Place = CloudProject & { readonly shell: TestShell; publish(force?: boolean): ReturnType<typeof publishDist> };

/** A project whose environment `dev` is deployed, as far as publishing can tell. */
async function openPlace(context: TestContext): Promise<Place> {
  const project = await makeCloudProject(context);
  const shell = createShell(project.cwd, project.env);
  const environment = { name: 'dev', folder: join(project.cwd, 'infrastructure', 'live', 'dev') };
  return { ...project, shell, publish: (force) => publishDist(environment, { force }, shell) };
}

/** Writes into `dist/` what a build of these files would. */
async function writeDist(cwd: string, contents: Readonly<Record<string, string>>, policy = "default-src 'none'") {
  const files = Object.entries(contents).map(([path, body]) => ({
    path,
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    type: path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    cache: 'public, max-age=0',
  }));
  const manifest = { version: 1, files, headers: { 'content-security-policy': policy }, lambda: { sha256: '' } };
  for (const [path, body] of Object.entries(contents)) {
    const file = join(cwd, 'dist', 'site', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, body);
  }
  await writeFile(join(cwd, 'dist', 'manifest.json'), JSON.stringify(manifest));
}

const site = (version: string) => ({ '404.html': 'no', 'index.html': version, 'cv.txt': `cv ${version}` });
const withoutNames = (lines: readonly string[]) =>
  lines.map((line) => line.replace(/\d{8}-\d{6}-[0-9a-f]{6}/, 'ID').replace(/ in [\d.]+ s:/, ' in … s:'));

test('what a build wrote is brought to the bucket, and each step is told', async (context) => {
  const { cwd, aws, shell, publish } = await openPlace(context);
  await writeDist(cwd, site('one'));
  assert.deepEqual(await publish(), { url: 'https://site.example', canGoBack: false, isNew: true });
  assert.deepEqual(withoutNames(shell.printed), [
    '<dim   Uploading 404.html, index.html, cv.txt>',
    '<dim   Putting in place cv.txt>',
    '<dim   Putting in place 404.html, index.html>',
    '<dim   Invalidating /, /404.html, /cv.txt, /index.html>',
    '<good Published> ID in … s: 3 of 3 files new or changed.',
    '  <link https://site.example>',
  ]);
  assert.deepEqual(shell.warned, []);
  assert.equal(aws.files.get('site/index.html')?.body.toString(), 'one');
  assert.equal(aws.files.get('site/index.html')?.type, 'text/html; charset=utf-8');
});

test('a second release can be gone back from, and what it lacks is counted', async (context) => {
  const { cwd, shell, publish } = await openPlace(context);
  await writeDist(cwd, { ...site('one'), 'old.txt': 'old' });
  await publish();
  await writeDist(cwd, { ...site('one'), 'index.html': 'two' });
  shell.printed.length = 0;
  assert.deepEqual(await publish(), { url: 'https://site.example', canGoBack: true, isNew: true });
  assert.deepEqual(withoutNames(shell.printed), [
    '<dim   Uploading index.html>',
    '<dim   Putting in place index.html>',
    '<dim   Removing old.txt>',
    '<dim   Invalidating /, /index.html, /old.txt>',
    '<good Published> ID in … s: 1 of 3 files new or changed, 1 removed.',
    '  <link https://site.example>',
    '  To go back: npx cloud-resume rollback dev',
  ]);
});

test('what is live already is not published again', async (context) => {
  const { cwd, shell, publish } = await openPlace(context);
  await writeDist(cwd, site('one'));
  await publish();
  shell.printed.length = 0;
  assert.deepEqual(await publish(), { url: 'https://site.example', canGoBack: false, isNew: false });
  assert.deepEqual(withoutNames(shell.printed), ['<good Nothing to publish>: ID is live at https://site.example']);
  await writeDist(cwd, site('two'));
  await publish();
  assert.deepEqual(await publish(), { url: 'https://site.example', canGoBack: true, isNew: false });
});

test('of many files five are named', async (context) => {
  const { cwd, shell, publish } = await openPlace(context);
  const list = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, `${at}`]));
  await writeDist(cwd, list(5));
  await publish();
  assert.equal(shell.printed[0], '<dim   Uploading 0.txt, 1.txt, 2.txt, 3.txt, 4.txt>');
  await writeDist(cwd, { ...list(5), ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => [one, one])) });
  shell.printed.length = 0;
  await publish();
  assert.equal(shell.printed[0], '<dim   Uploading a, b, c, d, e and 1 more>');
});

test('a page that the deployed policy would stop is refused with what it needs and what to do', async (context) => {
  const { cwd, aws, publish } = await openPlace(context);
  await writeDist(cwd, site('one'), "script-src 'sha256-new='; img-src https://a.example");
  await assert.rejects(publish(), {
    name: 'UserError',
    exitCode: 3,
    message: `The site was not published: its pages need what the deployed distribution does not allow yet,
  script-src 'sha256-new='
  img-src https://a.example
Run npx cloud-resume deploy dev, which does both, or first terragrunt apply in infrastructure/live/dev/s3-cloudfront.`,
  });
  assert.equal(aws.files.size, 0);
});

const locked = (owner: string) =>
  Buffer.from(
    `${JSON.stringify({
      ...{ version: 1, current: null, releases: [], unfinished: [], dropped: [] },
      lock: { owner, since: '2026-11-24T08:00:00.000Z', until: '9999-11-24T08:00:00.000Z' },
    })}\n`,
  );

test('who seems to be publishing is waited for, unless that is forced', async (context) => {
  const { cwd, aws, publish } = await openPlace(context);
  await writeDist(cwd, site('one'));
  aws.files.set('releases.json', { body: locked('joe@desk (process 1)'), type: '', cache: '' });
  await assert.rejects(
    publish(),
    /^UserError: joe@desk \(process 1\) has been publishing to the bucket files since 08:00 UTC\./,
  );
  await assert.rejects(publish(false), /has been publishing/);
  assert.equal((await publish(true)).isNew, true);
});
