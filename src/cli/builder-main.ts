// Runs in the builder's own thread: it keeps the modules loaded from one build to the next, and ends with the first fault.
import { parentPort, workerData } from 'node:worker_threads';
import { buildProject } from './build-project.ts';

parentPort?.on('message', async () => parentPort?.postMessage(await buildProject(workerData)));
