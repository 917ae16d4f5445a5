import assert from 'node:assert/strict';
import test from 'node:test';
import { publishSite, readReleaseIndex, rollBack } from '#publish';
import { createContext, readSite, type TestContext } from './create-context.ts';
import { createSite, createVersion } from './create-site.ts';
import { type Aws, startAws } from './start-aws.ts';

async function publishAll(context: TestContext, ...versions: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const version of versions) {
    const publication = await publishSite(context, createVersion(version));
    if (publication.kind === 'published') ids.push(publication.release.id);
  }
  return ids;
}

const pageOf = (aws: Aws) => readSite(aws)['index.html']?.split(' ')[0];

test('rolling back twice goes back twice, and a name goes anywhere', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const [, , third = ''] = await publishAll(context, 'one', 'two', 'three');
  const first = await rollBack(context);
  assert.equal(first.kind, 'rolled back');
  assert.equal(pageOf(aws), 'two');
  assert.deepEqual(aws.invalidations.at(-1), ['/', '/index.html']);
  await rollBack(context);
  assert.equal(pageOf(aws), 'one');
  assert.equal((await rollBack(context)).kind, 'none');
  await rollBack(context, third);
  assert.equal(pageOf(aws), 'three');
  assert.equal((await readReleaseIndex(context.bucket)).index.current, third);
  assert.equal((await rollBack(context, third)).kind, 'unchanged');
});

test('a file that was gone comes back, and one that came later goes', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createSite({ 'index.html': 'one', 'old.txt': 'old' }));
  await publishSite(context, createSite({ 'index.html': 'two', 'new.txt': 'new' }));
  assert.deepEqual(readSite(aws), { 'index.html': 'two', 'new.txt': 'new' });
  await rollBack(context);
  assert.deepEqual(readSite(aws), { 'index.html': 'one', 'old.txt': 'old' });
});

test('nothing is uploaded to go back', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishAll(context, 'one', 'two');
  aws.requests.length = 0;
  await rollBack(context);
  assert.deepEqual(
    aws.requests.filter((request) => !/^(GET|LIST)/.test(request)),
    ['PUT releases.json', 'PUT releases.json', 'COPY site/index.html', 'POST invalidation', 'PUT releases.json'],
  );
});

test('after an interruption it goes back to what was live before', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishAll(context, 'one', 'two');
  aws.refuseFrom = aws.requests.length + 9;
  await assert.rejects(publishAll(context, 'three'));
  aws.refuseFrom = Number.POSITIVE_INFINITY;
  assert.equal((await readReleaseIndex(context.bucket)).index.unfinished.length, 1);
  await rollBack(context);
  assert.equal(pageOf(aws), 'two');
  assert.deepEqual(Object.keys(readSite(aws)), [
    '404.html',
    'assets/style.one.css',
    'assets/style.two.css',
    'index.html',
  ]);
  assert.deepEqual((await readReleaseIndex(context.bucket)).index.unfinished, []);
});

test('a script that the deployed policy no longer lets in does not hold up a rollback, but is told', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  aws.policy = "script-src 'sha256-one='";
  await publishSite(context, createSite({ 'index.html': 'one' }, aws.policy));
  aws.policy = "script-src 'sha256-two='";
  await publishSite(context, createSite({ 'index.html': 'two' }, aws.policy));
  const rollback = await rollBack(context);
  assert.deepEqual(rollback.kind === 'rolled back' && rollback.missing, ["script-src 'sha256-one='"]);
  assert.deepEqual(readSite(aws), { 'index.html': 'one' });
});

test('a release whose contents somebody deleted is not begun', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishAll(context, 'one', 'two');
  const { index } = await readReleaseIndex(context.bucket);
  const page = index.releases[1]?.files.find(({ path }) => path === 'index.html');
  aws.files.delete(`bodies/${page?.sha256}`);
  const before = aws.files.get('releases.json');
  const rollback = await rollBack(context);
  assert.deepEqual(rollback.kind === 'incomplete' && rollback.paths, ['index.html']);
  assert.equal(aws.files.get('releases.json'), before);
  assert.equal(pageOf(aws), 'two');
});

test('where nothing was published there is nothing to go back to', async (t) => {
  const aws = await startAws(t);
  assert.deepEqual(await rollBack(await createContext(aws)), { kind: 'none' });
  assert.equal(aws.files.size, 0);
});

test('a name that no release has changes nothing', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const [first = '', second = ''] = await publishAll(context, 'one', 'two');
  aws.requests.length = 0;
  assert.deepEqual(await rollBack(context, 'nothing'), { kind: 'none' });
  assert.deepEqual(aws.requests, ['GET releases.json']);
  const { index } = await readReleaseIndex(context.bucket);
  assert.deepEqual(
    index.releases.map(({ id }) => id),
    [second, first],
  );
});

test('going to the live release puts back what is missing of it', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const [, second = ''] = await publishAll(context, 'one', 'two');
  aws.files.delete('site/index.html');
  assert.equal((await rollBack(context, second)).kind, 'rolled back');
  assert.equal(pageOf(aws), 'two');
});

test('a release that differs in its policy alone becomes live too', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createSite({ 'index.html': 'same' }, "default-src 'none'"));
  await publishSite(context, createSite({ 'index.html': 'same' }, "default-src 'none'; base-uri 'none'"));
  const back = await rollBack(context);
  assert.equal(back.kind, 'rolled back');
  const { index } = await readReleaseIndex(context.bucket);
  assert.equal(index.releases.find(({ id }) => id === index.current)?.policy, "default-src 'none'");
});
