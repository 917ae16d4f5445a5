// Runs in the table's own thread, which ends with what the table throws, and then another one is started.
import { parentPort, workerData } from 'node:worker_threads';
import { serveTable } from './serve-table.ts';

const service = await serveTable(workerData);
parentPort?.postMessage({ url: service.url });
parentPort?.once('message', async () => {
  await service.stop();
  parentPort?.close();
});
