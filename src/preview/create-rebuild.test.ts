import assert from 'node:assert/strict';
import test from 'node:test';
import { createRebuild } from './create-rebuild.ts';

test('what changes during a build is built together, after it', async () => {
  const builds: (readonly string[])[] = [];
  const steps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = Promise.withResolvers<void>();
  const rebuild = createRebuild(async (paths) => {
    builds.push(paths);
    if (builds.length === 2) done.resolve();
    await steps[builds.length - 1]?.promise;
  }, done.reject);

  rebuild(['a']);
  await Promise.resolve();
  assert.deepEqual(builds, [['a']]);
  rebuild(['b']);
  rebuild(['c', 'b']);
  assert.deepEqual(builds, [['a']]);
  steps[0]?.resolve();
  await done.promise;
  assert.deepEqual(builds, [['a'], ['b', 'c']]);
});

test('a fault is told, and nothing more is built', async () => {
  const failed = Promise.withResolvers<unknown>();
  let builds = 0;
  const rebuild = createRebuild(async () => {
    builds += 1;
    throw new Error('The disk is full.');
  }, failed.resolve);
  rebuild(['a']);
  assert.match(String(await failed.promise), /disk is full/);
  rebuild(['b']);
  await Promise.resolve();
  assert.equal(builds, 1);
});
