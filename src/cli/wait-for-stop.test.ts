import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import test from 'node:test';
import { waitForStop } from './wait-for-stop.ts';

function start(env: Readonly<Record<string, string>> = {}) {
  const signals = Object.assign(new EventEmitter(), { ppid: 10, env });
  const clock = { ms: 1000 };
  let quits = 0;
  const stopped = waitForStop(
    signals,
    () => {
      quits += 1;
    },
    () => clock.ms,
  );
  return { signals, clock, stopped, quits: () => quits };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(`${signal} asks to stop`, async () => {
    const { signals, stopped, quits } = start();
    signals.emit(signal);
    await stopped;
    assert.equal(quits(), 0);
  });
}

test('what comes within half a second is the same request, what comes later is impatience', () => {
  const { signals, clock, quits } = start();
  signals.emit('SIGINT');
  clock.ms += 500;
  signals.emit('SIGINT');
  assert.equal(quits(), 0);
  clock.ms += 1;
  signals.emit('SIGINT');
  assert.equal(quits(), 1);
});

test('a preview that npm started stops when npm is gone, another one does not', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const byNpm = start({ npm_lifecycle_event: 'start' });
  const byHand = start();
  byNpm.signals.ppid = 1;
  byHand.signals.ppid = 1;
  context.mock.timers.tick(250);
  await byNpm.stopped;
  const winner = await Promise.race([byHand.stopped.then(() => 'stopped'), Promise.resolve('goes on')]);
  assert.equal(winner, 'goes on');
});
