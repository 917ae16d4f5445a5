import { Worker } from 'node:worker_threads';
import type { Invocation, Outcome } from './sandbox-main.ts';

/** Calls back after so many milliseconds, unless what it gives is called before. */
export type StartTimer = (callback: () => void, ms: number) => () => void;

type SandboxOptions = {
  /** Path of the bundled function, a module that exports `handler`. */
  readonly bundle: string;
  /** The whole environment that the function sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes what the function prints and how it failed, without the line break at the end. */
  readonly log: (text: string) => void;
  /** How long one call may take, in milliseconds, from when the function is loaded. */
  readonly timeoutMs: number;
  /** Default: the machine's clock. */
  readonly startTimer?: StartTimer | undefined;
};

/** What became of a call: the function's result as plain data, or nothing because it failed; `log` then knows why. */
type Called = { readonly result?: unknown };

type Sandbox = {
  invoke(event: unknown): Promise<Called>;
  /** The next call starts the function afresh, with the bundle that the file then holds; those under way are ended by the old one. */
  renew(): void;
  /** Ends the function. */
  stop(): Promise<void>;
};

type Run = {
  readonly worker: Worker;
  readonly pending: Map<number, (outcome: Called) => void>;
  readonly loaded: Promise<void>;
};

// As on AWS, where loading a function has a limit of its own.
const maxLoadMs = 10_000;

/**
 * Creates a sandbox that runs a bundled Lambda function in a thread of its own, with its own environment. It starts with
 * the first call. Several calls may be under way at once, where AWS would start several sandboxes.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { log, timeoutMs, startTimer = startOwnTimer } = options;
  const runs = new Set<Run>();
  let current: Run | undefined;
  let lastId = 0;

  function start(): Run {
    const run = startRun(options);
    runs.add(run);
    run.worker.on('exit', () => {
      runs.delete(run);
      if (current === run) current = undefined;
      for (const settle of run.pending.values()) settle({});
    });
    return run;
  }

  function limit(run: Run): () => void {
    const end = (ms: number) => () => {
      log(`The function was stopped: it took longer than ${ms / 1000} s.`);
      if (current === run) current = undefined;
      void run.worker.terminate();
    };
    let stopTimer = startTimer(end(maxLoadMs), maxLoadMs);
    let isOver = false;
    void run.loaded.then(() => {
      stopTimer();
      if (!isOver) stopTimer = startTimer(end(timeoutMs), timeoutMs);
    });
    return () => {
      isOver = true;
      stopTimer();
    };
  }

  return {
    invoke(event) {
      current ??= start();
      const run = current;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const stopTimer = limit(run);
        run.pending.set(id, (outcome) => {
          stopTimer();
          run.pending.delete(id);
          resolve(outcome);
          if (run !== current && run.pending.size === 0) void run.worker.terminate();
        });
        run.worker.postMessage({ id, event } satisfies Invocation);
      });
    },

    renew() {
      const old = current;
      current = undefined;
      if (old?.pending.size === 0) void old.worker.terminate();
    },

    async stop() {
      current = undefined;
      await Promise.all([...runs].map(({ worker }) => worker.terminate()));
    },
  };
}

/** Starts the function in a thread, which hands its outcomes to those who wait for them. */
function startRun({ bundle, env, log }: SandboxOptions): Run {
  const worker = new Worker(new URL('./sandbox-main.ts', import.meta.url), {
    workerData: { bundle },
    env: { ...env },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const pending: Run['pending'] = new Map();
  const loaded = new Promise<void>((resolve) => worker.once('message', () => resolve()));
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()));
  }
  worker.on('message', ({ id, result, error }: Outcome) => {
    if (error !== undefined) log(`The function failed: ${error}`);
    pending.get(id)?.(error === undefined ? { result } : {});
  });
  worker.on('error', (error: Error) => log(`The function crashed: ${error.stack ?? error.message}`));
  // A call that waits holds the process; a sandbox at rest does not.
  worker.unref();
  return { worker, pending, loaded };
}

/** The machine's clock, as a sandbox takes one. */
export function startOwnTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
