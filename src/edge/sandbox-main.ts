// Runs in the sandbox's own thread, as AWS's runtime does around a function: loads the bundle, then hands it each event.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

export type Invocation = { readonly id: number; readonly event: unknown };
/** Of the call with this number; 0 says that the function is loaded. */
export type Outcome = { readonly id: number; readonly result?: unknown; readonly error?: string };

const { handler } = await import(pathToFileURL(workerData.bundle).href);
if (typeof handler !== 'function') throw new Error(`${workerData.bundle} does not export a function named handler.`);

parentPort?.postMessage({ id: 0 } satisfies Outcome);
parentPort?.on('message', ({ id, event }: Invocation) => {
  const answer = (outcome: Outcome) => parentPort?.postMessage(outcome);
  // The result goes over as JSON, as it does on AWS: what JSON can't hold fails here too.
  Promise.resolve(event)
    .then(handler)
    .then((result) => JSON.parse(JSON.stringify(result ?? null)))
    .then(
      (result) => answer({ id, result }),
      (error) => answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
