import assert from 'node:assert/strict';
import test from 'node:test';
import { showProgress } from './show-progress.ts';

function createListener(showsProgress = true) {
  const lines: string[] = [];
  return { lines, shell: { showsProgress, warn: (text: string) => void lines.push(text) } };
}

test('work that takes longer than the delay is announced, once', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { lines, shell } = createListener();
  const work = Promise.withResolvers<number>();
  const shown = showProgress(shell, 'Building', work.promise, 1000);
  context.mock.timers.tick(999);
  assert.deepEqual(lines, []);
  context.mock.timers.tick(1);
  assert.deepEqual(lines, ['Building …']);
  context.mock.timers.tick(5000);
  assert.deepEqual(lines, ['Building …']);
  work.resolve(7);
  assert.equal(await shown, 7);
});

test('a log gets no such line, however long it takes', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { lines, shell } = createListener(false);
  const work = Promise.withResolvers<number>();
  const shown = showProgress(shell, 'Building', work.promise);
  context.mock.timers.tick(60_000);
  work.resolve(7);
  assert.equal(await shown, 7);
  assert.deepEqual(lines, []);
});

test('quick work passes in silence, also when it fails', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { lines, shell } = createListener();
  assert.equal(await showProgress(shell, 'Building', Promise.resolve(1)), 1);
  await assert.rejects(showProgress(shell, 'Building', Promise.reject(new Error('No.'))), /No\./);
  context.mock.timers.tick(5000);
  assert.deepEqual(lines, []);
});
