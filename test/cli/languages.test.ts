import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { readDist } from '#build';
import { publishSite, rollBack } from '#publish';
import { openEvents } from '../local/open-events.ts';
import { send } from '../local/send.ts';
import { startPreview } from '../local/start-preview.ts';
import { createContext } from '../publish/create-context.ts';
import { startAws } from '../publish/start-aws.ts';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

/** The sample in two languages. */
async function makeSample(context: TestContext): Promise<string> {
  const root = await makeProject(context, { 'resume.yaml': await readFile('resume.yaml') });
  await mkdir(join(root, 'public'));
  await copyFile('public/photo.jpg', join(root, 'public', 'photo.jpg'));
  await copyFile('test/fixtures/languages/resume.de.yaml', join(root, 'resume.de.yaml'));
  return root;
}

test('the sample and its translation are in step', async (context) => {
  const ran = await runCli(['check', '--strict'], { cwd: await makeSample(context) });
  assert.equal(ran.code, 0, ran.stdout);
  assert.match(ran.stdout, /^resume\.yaml is valid.*\nresume\.de\.yaml is valid/);
});

test('two languages are the same bytes each time; a change of one is a change of its files alone, there and back', async (context) => {
  const [cwd, again] = [await makeSample(context), await makeSample(context)];
  for (const root of [cwd, again]) {
    const ran = await runCli(['build', '--strict'], { cwd: root });
    assert.equal(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, /^Built resume\.yaml and resume\.de\.yaml into dist\//);
  }
  const read = (root: string) => readFile(join(root, 'dist', 'manifest.json'), 'utf8');
  assert.equal(await read(cwd), await read(again));

  const aws = await startAws(context);
  const publisher = await createContext(aws);
  const { policy } = await readDist(join(cwd, 'dist'));
  aws.policy = policy;
  await publishSite(publisher, await readDist(join(cwd, 'dist')));

  const german = await readFile(join(cwd, 'resume.de.yaml'), 'utf8');
  await writeFile(join(cwd, 'resume.de.yaml'), german.replace('Mentorin', 'Begleiterin'));
  assert.equal((await runCli(['build'], { cwd })).code, 0);
  aws.requests.length = 0;
  await publishSite(publisher, await readDist(join(cwd, 'dist')));
  const placed = () => aws.requests.filter((request) => request.startsWith('COPY'));
  const files = ['COPY site/de/resume.json', 'COPY site/de/resume.pdf', 'COPY site/de/index.html'];
  assert.deepEqual(placed(), files);
  assert.deepEqual(aws.invalidations.at(-1), ['/de/', '/de/index.html', '/de/resume.json', '/de/resume.pdf']);

  aws.requests.length = 0;
  assert.equal((await rollBack(publisher)).kind, 'rolled back');
  assert.deepEqual(placed(), files);
});

test('the preview follows a language that comes, changes, has a mistake and goes', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd });
  const events = await openEvents(preview.url);
  context.after(() => events.close());
  const status = async (target: string) => (await send(preview.url, { target })).status;
  const file = join(cwd, 'resume.de.yaml');
  const { build } = await events.next();
  assert.equal(await status('/de/'), 404);

  await writeFile(`${file}.new`, jane.replace('Jane', 'Johanna'));
  await rename(`${file}.new`, file);
  await events.until((state) => state.build !== build);
  assert.match((await send(preview.url, { target: '/de/' })).body.toString(), /<html lang="de"[\s\S]*Johanna Doe/);
  assert.equal(await status('/de'), 404);

  await writeFile(file, 'basics: {}\n');
  const { error } = await events.until((state) => state.error !== undefined);
  assert.match(error?.items[0]?.place ?? '', /^resume\.de\.yaml:1:1$/);

  await rm(file);
  await events.until((state) => state.build === build && !state.error);
  assert.equal(await status('/de/'), 404);
});
