import assert from 'node:assert/strict';
import test from 'node:test';
import { publishSite, readReleaseIndex } from '#publish';
import { createContext, readSite } from './create-context.ts';
import { createVersion } from './create-site.ts';
import { startAws } from './start-aws.ts';

test('wherever it is interrupted, visitors see one whole site, and running it again ends it', async (t) => {
  const aws = await startAws(t);
  const old = createVersion('one', { 'old.txt': 'old', 'same.txt': 'same' });
  const next = createVersion('two', { 'new.txt': 'new', 'same.txt': 'same' });
  const context = await createContext(aws);
  for (const version of ['a', 'b', 'c', 'd']) await publishSite(context, createVersion(version));
  await publishSite(context, old);
  const before = [...aws.files];
  for (let writes = 0; ; writes += 1) {
    aws.files.clear();
    for (const [key, file] of before) aws.files.set(key, file);
    aws.requests.length = 0;
    aws.refuseFrom = writes;
    const outcome = await publishSite(context, next).then(
      () => 'published',
      (fault: Error) => fault.message,
    );

    const seen = readSite(aws);
    const [version = '', css = ''] = /^(\w+) <link href="(.*)">$/.exec(seen['index.html'] ?? '')?.slice(1) ?? [];
    assert.ok(['one', 'two'].includes(version), `the page after ${writes} requests: ${seen['index.html']}`);
    assert.equal(seen[css], version, `its stylesheet after ${writes} requests`);
    assert.equal(seen['404.html'], 'not here');
    if (outcome === 'published') {
      assert.ok(writes > 15, `${writes} requests are too few to have seen every step`);
      break;
    }
    assert.match(outcome, /failed\. These credentials may not do that/);

    aws.refuseFrom = Number.POSITIVE_INFINITY;
    await publishSite(context, next);
    const { index } = await readReleaseIndex(context.bucket);
    assert.deepEqual(index.unfinished, []);
    assert.deepEqual(
      index.releases.map(({ files }) => files.find(({ path }) => path.startsWith('assets/'))?.path),
      ['two', 'one', 'd', 'c', 'b'].map((each) => `assets/style.${each}.css`),
    );
    assert.deepEqual(readSite(aws), {
      '404.html': 'not here',
      'assets/style.b.css': 'b',
      'assets/style.c.css': 'c',
      'assets/style.d.css': 'd',
      'assets/style.one.css': 'one',
      'assets/style.two.css': 'two',
      'index.html': 'two <link href="assets/style.two.css">',
      'new.txt': 'new',
      'same.txt': 'same',
    });
    const bodies = new Set(index.releases.flatMap(({ files }) => files.map(({ sha256 }) => `bodies/${sha256}`)));
    assert.deepEqual([...aws.files.keys()].filter((key) => key.startsWith('bodies/')).sort(), [...bodies].sort());
  }
});

test('after an interruption the old site can be published again, whatever is in place', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one', { 'old.txt': 'old' }));
  aws.refuseFrom = aws.requests.length + 13;
  await assert.rejects(publishSite(context, createVersion('two', { 'old.txt': 'new', 'new.txt': 'new' })));
  assert.equal(readSite(aws)['new.txt'], 'new');
  aws.refuseFrom = Number.POSITIVE_INFINITY;
  await publishSite(context, createVersion('one', { 'old.txt': 'old' }));
  assert.deepEqual(Object.keys(readSite(aws)), ['404.html', 'assets/style.one.css', 'index.html', 'old.txt']);
  assert.equal(readSite(aws)['old.txt'], 'old');
});

test('what two interrupted publications brought is taken away by the third', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one'));
  const invalidate = () => Promise.reject(new Error('It was stopped.'));
  const stopped = { ...context, distribution: { ...context.distribution, invalidate } };
  for (const version of ['two', 'three'])
    await assert.rejects(publishSite(stopped, createVersion(version, { [`${version}.txt`]: version })), /stopped/);
  assert.deepEqual(
    (await readReleaseIndex(context.bucket)).index.unfinished.map(({ files }) => files.length),
    [4, 4],
  );
  await publishSite(context, createVersion('four'));
  assert.deepEqual(Object.keys(readSite(aws)), [
    '404.html',
    'assets/style.four.css',
    'assets/style.one.css',
    'index.html',
  ]);
});
