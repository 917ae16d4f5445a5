import assert from 'node:assert/strict';
import test from 'node:test';
import type { Guard } from '#aws';
import { publishSite, readReleaseIndex, rollBack } from '#publish';
import { createContext, readSite, type TestContext } from './create-context.ts';
import { createSite, createVersion } from './create-site.ts';
import { startAws } from './start-aws.ts';

test('while someone publishes, others are told who and since when', async (t) => {
  const aws = await startAws(t);
  const [jane, ci] = [await createContext(aws), await createContext(aws, 'the workflow run 7')];
  await publishSite(jane, createVersion('one'));
  const slow = createVersion('two');
  const refusals: string[] = [];
  const tryToPublish = async () => {
    const work = [publishSite(ci, createVersion('three')), rollBack(ci)];
    for (const one of await Promise.allSettled(work)) refusals.push(String(one.status === 'rejected' && one.reason));
  };
  await publishSite(jane, {
    ...slow,
    async readBody(file) {
      if (file.path === 'index.html') await tryToPublish();
      return slow.readBody(file);
    },
  });
  assert.match(readSite(aws)['index.html'] ?? '', /^two/);
  assert.equal(refusals.length, 2);
  for (const refusal of refusals) {
    assert.match(
      refusal,
      /^UserError: jane@laptop \(process 1\) has been publishing to the bucket files since 08:00 UTC\. Wait until that is done, then run this again\. If it was stopped, add --force, or wait until 08:20 UTC\.$/,
    );
  }
  assert.equal((await publishSite(ci, createVersion('three'))).kind, 'published');
});

test('a lock holds while files are deleted after the record, and is gone then', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  for (const version of ['a', 'b', 'c', 'd', 'e']) await publishSite(context, createVersion(version));
  const locks: boolean[] = [];
  const watched = {
    ...context,
    bucket: {
      ...context.bucket,
      async remove(key: string, guard: Guard) {
        locks.push((await readReleaseIndex(context.bucket)).index.lock !== undefined);
        await context.bucket.remove(key, guard);
      },
    },
  };
  await publishSite(watched, createVersion('f'));
  assert.deepEqual([...new Set(locks)], [true]);
  assert.equal((await readReleaseIndex(context.bucket)).index.lock, undefined);
});

const overrides: readonly (readonly [title: string, override: (context: TestContext) => object])[] = [
  ['twenty minutes after its last word', (context) => ({ now: () => context.now() + 21 * 60_000 })],
  ['when it is known to be over', () => ({ isOver: (owner: string) => owner === 'jane@laptop (process 1)' })],
  ['by the same publisher', () => ({ owner: 'jane@laptop (process 1)' })],
];
for (const [title, override] of overrides) {
  test(`a run that was killed keeps nobody out ${title}`, async (t) => {
    const aws = await startAws(t);
    const context = await createContext(aws);
    // As a killed process would, it leaves everything where it is.
    const killed = { ...context, bucket: { ...context.bucket, copy: () => new Promise<boolean>(() => {}) } };
    void publishSite(killed, createVersion('one'));
    while ((await readReleaseIndex(context.bucket)).index.lock === undefined) await new Promise(setImmediate);
    const other = await createContext(aws, 'joe@desk (process 2)');
    await assert.rejects(publishSite(other, createVersion('two')), /jane@laptop .* has been publishing/);
    const work = publishSite({ ...other, ...override(other) }, createVersion('two'));
    assert.equal((await work).kind, 'published');
    assert.match(readSite(aws)['index.html'] ?? '', /^two/);
  });
}

test('a run that has failed keeps nobody out', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const site = createVersion('one');
  await assert.rejects(
    publishSite(context, { ...site, readBody: () => Promise.reject(new Error('no disk')) }),
    /no disk/,
  );
  const other = await createContext(aws, 'joe@desk (process 2)');
  assert.equal((await publishSite(other, site)).kind, 'published');
});

for (const moment of ['before its pages', 'between the look and the page', 'before it removes', 'while it waits']) {
  test(`who was overruled ${moment} puts nothing in place afterwards`, async (t) => {
    const aws = await startAws(t);
    const context = await createContext(aws);
    await publishSite(context, createVersion('one', { 'old.txt': 'old' }));
    const hasty = { ...(await createContext(aws, 'joe@desk (process 2)')), isOver: () => true };
    const overrule = async () => void (await publishSite(hasty, createVersion('three')));
    let isDone = false;
    const once = async () => {
      if (isDone) return;
      isDone = true;
      await overrule();
    };
    const { bucket } = context;
    const slow = {
      ...context,
      bucket: {
        ...bucket,
        async copy(...copy: Parameters<typeof bucket.copy>) {
          const [, to] = copy;
          if (moment === 'between the look and the page' && to === 'site/index.html') await once();
          const placed = await bucket.copy(...copy);
          if (moment === 'before its pages' && to.endsWith('two.css')) await once();
          if (moment === 'before it removes' && to === 'site/index.html') await once();
          return placed;
        },
      },
      async pause(ms: number) {
        await context.pause(ms);
        if (moment === 'while it waits') await once();
      },
    };
    aws.pending = 1;
    await assert.rejects(publishSite(slow, createVersion('two')), /Someone else is publishing to the bucket files/);
    assert.match(readSite(aws)['index.html'] ?? '', /^three/);
    assert.equal(readSite(aws)['assets/style.three.css'], 'three');
    const { index } = await readReleaseIndex(bucket);
    assert.deepEqual([index.unfinished, index.lock], [[], undefined]);
  });
}

test('a long upload keeps the others out all the time', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  const files = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`${at}.txt`, `${at}`]));
  const site = createSite(files);
  const ends = new Set<string | undefined>();
  await publishSite(context, {
    ...site,
    async readBody(file) {
      context.time += 70_000;
      ends.add((await readReleaseIndex(context.bucket)).index.lock?.until);
      return site.readBody(file);
    },
  });
  assert.ok(ends.size >= 3, [...ends].join());
  assert.equal(ends.has(undefined), false);
});

test('a machine that slept on its way to the page changes nothing more', async (t) => {
  const aws = await startAws(t);
  const context = await createContext(aws);
  await publishSite(context, createVersion('one'));
  const { bucket } = context;
  const slow = {
    ...context,
    bucket: {
      ...bucket,
      async copy(...copy: Parameters<typeof bucket.copy>) {
        if (copy[1] === 'site/index.html') context.time += 25 * 60_000;
        return bucket.copy(...copy);
      },
    },
  };
  await assert.rejects(
    publishSite(slow, createVersion('two')),
    /^UserError: This machine stood still for minutes, and someone else may be publishing to the bucket files by now, so no more was changed\. Run this again\.$/,
  );
  assert.match(readSite(aws)['index.html'] ?? '', /^one/);
});
