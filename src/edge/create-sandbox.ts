import { Worker } from 'node:worker_threads';
import type { Invocation, Outcome } from './sandbox-main.ts';

export type SandboxOptions = {
  /** Path of the bundled function, a module that exports `handler`. */
  readonly bundle: string;
  /** The whole environment that the function sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes what the function prints and how it failed, without the line break at the end. */
  readonly log: (text: string) => void;
  /** How long one call may take, in milliseconds. */
  readonly timeoutMs: number;
};

/** What became of a call: the function's result as plain data, or nothing because it failed; `log` then knows why. */
export type Called = { readonly result?: unknown };

export type Sandbox = {
  invoke(event: unknown): Promise<Called>;
  /** Ends the function; the next call starts it afresh, with the bundle that the file then holds. */
  stop(): Promise<void>;
};

type Run = { readonly worker: Worker; readonly pending: Map<number, (outcome: Called) => void> };

/**
 * Creates a sandbox that runs a bundled Lambda function in a thread of its own, with its own environment. It starts with
 * the first call. Several calls may be under way at once, where AWS would start several sandboxes.
 */
export function createSandbox({ bundle, env, log, timeoutMs }: SandboxOptions): Sandbox {
  let run: Run | undefined;
  let lastId = 0;

  function start(): Run {
    const worker = new Worker(new URL('./sandbox-main.ts', import.meta.url), {
      workerData: { bundle },
      env: { ...env },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const started: Run = { worker, pending: new Map() };
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
    }
    worker.on('message', ({ id, result, error }: Outcome) => {
      if (error !== undefined) log(`The function failed: ${error}`);
      started.pending.get(id)?.(error === undefined ? { result } : {});
    });
    worker.on('error', (fault: Error) => log(`The function crashed: ${fault.stack ?? fault.message}`));
    worker.on('exit', () => {
      if (run === started) run = undefined;
      for (const settle of started.pending.values()) settle({});
    });
    // A call that waits holds the process; a sandbox at rest does not.
    worker.unref();
    return started;
  }

  return {
    invoke(event) {
      run ??= start();
      const { worker, pending } = run;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          log(`The function was stopped: it took longer than ${timeoutMs / 1000} s.`);
          if (run?.worker === worker) run = undefined;
          void worker.terminate();
        }, timeoutMs);
        pending.set(id, (outcome) => {
          clearTimeout(timer);
          pending.delete(id);
          resolve(outcome);
        });
        worker.postMessage({ id, event } satisfies Invocation);
      });
    },

    async stop() {
      const stopped = run;
      run = undefined;
      await stopped?.worker.terminate();
    },
  };
}
