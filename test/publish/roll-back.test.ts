import assert from 'node:assert/strict';
import test from 'node:test';
import { openBook, publishSite, rollBack } from '#publish';
import { createSite, createVersion } from './create-site.ts';
import { createStage, readSite, type TestStage } from './create-stage.ts';
import { type Aws, startAws } from './start-aws.ts';

async function publishAll(stage: TestStage, ...versions: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const version of versions) {
    const publication = await publishSite(stage, createVersion(version));
    if (publication.kind === 'published') ids.push(publication.release.id);
  }
  return ids;
}

const pageOf = (aws: Aws) => readSite(aws)['index.html']?.split(' ')[0];

test('rolling back twice goes back twice, and a name goes anywhere', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  const [, , third = ''] = await publishAll(stage, 'one', 'two', 'three');
  const first = await rollBack(stage);
  assert.equal(first.kind, 'rolled back');
  assert.equal(pageOf(aws), 'two');
  assert.deepEqual(aws.invalidations.at(-1), ['/', '/index.html']);
  await rollBack(stage);
  assert.equal(pageOf(aws), 'one');
  assert.equal((await rollBack(stage)).kind, 'none');
  await rollBack(stage, third);
  assert.equal(pageOf(aws), 'three');
  assert.equal((await openBook(stage.bucket)).book.current, third);
  assert.equal((await rollBack(stage, third)).kind, 'unchanged');
});

test('a file that was gone comes back, and one that came later goes', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  await publishSite(stage, createSite({ 'index.html': 'one', 'old.txt': 'old' }));
  await publishSite(stage, createSite({ 'index.html': 'two', 'new.txt': 'new' }));
  assert.deepEqual(readSite(aws), { 'index.html': 'two', 'new.txt': 'new' });
  await rollBack(stage);
  assert.deepEqual(readSite(aws), { 'index.html': 'one', 'old.txt': 'old' });
});

test('nothing is uploaded to go back', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  await publishAll(stage, 'one', 'two');
  aws.requests.length = 0;
  await rollBack(stage);
  assert.deepEqual(
    aws.requests.filter((request) => !/^(GET|LIST)/.test(request)),
    ['PUT releases.json', 'COPY site/index.html', 'POST invalidation', 'PUT releases.json'],
  );
});

test('after an interruption it goes back to what was live before', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  await publishAll(stage, 'one', 'two');
  aws.refuseFrom = aws.requests.length + 9;
  await assert.rejects(publishAll(stage, 'three'));
  aws.refuseFrom = Number.POSITIVE_INFINITY;
  assert.equal((await openBook(stage.bucket)).book.unfinished.length, 1);
  await rollBack(stage);
  assert.equal(pageOf(aws), 'two');
  assert.deepEqual(Object.keys(readSite(aws)), [
    '404.html',
    'assets/style.one.css',
    'assets/style.two.css',
    'index.html',
  ]);
  assert.deepEqual((await openBook(stage.bucket)).book.unfinished, []);
});

test('a script that the deployed policy no longer lets in does not hold up a rollback, but is told', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  aws.policy = "script-src 'sha256-one='";
  await publishSite(stage, createSite({ 'index.html': 'one' }, aws.policy));
  aws.policy = "script-src 'sha256-two='";
  await publishSite(stage, createSite({ 'index.html': 'two' }, aws.policy));
  const rollback = await rollBack(stage);
  assert.deepEqual(rollback.kind === 'rolled back' && rollback.missing, ["script-src 'sha256-one='"]);
  assert.deepEqual(readSite(aws), { 'index.html': 'one' });
});

test('a release whose contents somebody deleted is not begun', async (context) => {
  const aws = await startAws(context);
  const stage = await createStage(aws);
  await publishAll(stage, 'one', 'two');
  const { book } = await openBook(stage.bucket);
  const page = book.releases[1]?.files.find(({ path }) => path === 'index.html');
  aws.files.delete(`bodies/${page?.sha256}`);
  const before = aws.files.get('releases.json');
  const rollback = await rollBack(stage);
  assert.deepEqual(rollback.kind === 'incomplete' && rollback.paths, ['index.html']);
  assert.equal(aws.files.get('releases.json'), before);
  assert.equal(pageOf(aws), 'two');
});

test('where nothing was published there is nothing to go back to', async (context) => {
  const aws = await startAws(context);
  assert.deepEqual(await rollBack(await createStage(aws)), { kind: 'none', releases: [] });
  assert.equal(aws.files.size, 0);
});
