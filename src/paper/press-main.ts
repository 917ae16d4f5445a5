// Runs in the thread of a press: opens it at once, and prints what it is sent, one after the other.
import { parentPort } from 'node:worker_threads';
import { openPress } from './open-press.ts';
import type { PressAnswer, PressJob } from './start-press.ts';

const post = (answer: PressAnswer) => parentPort?.postMessage(answer);
const opening = openPress();
opening.then(
  () => post({ made: true }),
  () => post({ made: false }),
);

parentPort?.on('message', async (job: PressJob) => {
  try {
    post({ made: (await opening).print(...job) });
  } catch (error) {
    post({ error });
  }
});
