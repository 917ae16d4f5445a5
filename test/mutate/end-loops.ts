// A thread that ends the process when the processor is busy with one thing for too long: it is an endless loop.
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const changes = 0;
const allowed = 1;

/** Returns a function that says how many milliseconds of the processor the next thing may take; 0 is without an end. */
export function startWatch(): (ms: number) => void {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  new Worker(new URL(import.meta.url), { workerData: shared }).unref();
  return (ms) => {
    Atomics.store(shared, allowed, ms);
    Atomics.add(shared, changes, 1);
  };
}

if (!isMainThread) {
  const shared: Int32Array = workerData;
  let seen = -1;
  let start = 0;
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const now = (user + system) / 1000;
    const ms = Atomics.load(shared, allowed);
    if (Atomics.load(shared, changes) !== seen) {
      seen = Atomics.load(shared, changes);
      start = now;
    } else if (ms > 0 && now - start > ms) process.kill(process.pid, 'SIGKILL');
  }, 200);
}
