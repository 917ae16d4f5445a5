import { Worker } from 'node:worker_threads';
import type { Build, Project } from './build-project.ts';

export type Builder = {
  /** Builds once more; with `reloadCode` everything below `src/` is read again. Never rejects. One build at a time. */
  build(options: { readonly reloadCode: boolean }): Promise<BuildOutcome>;
  stop(): Promise<void>;
};

/** A build, or the fault that ended it: the code does not load, or there is a mistake in a stylesheet or a script. */
export type BuildOutcome = Build | { readonly kind: 'fault'; readonly fault: Error };

/** Starts a builder. It is a thread of its own, so that its code can be thrown away and loaded again. */
export function startBuilder(project: Project): Builder {
  let worker: Worker | undefined;
  let settle: (outcome: BuildOutcome) => void = () => {};

  function start(): Worker {
    const started = new Worker(new URL('./builder-main.ts', import.meta.url), { workerData: project, execArgv: [] });
    started.on('message', (build: Build) => settle(build));
    started.on('error', (fault: Error) => settle({ kind: 'fault', fault }));
    started.on('exit', () => {
      if (worker === started) worker = undefined;
      settle({ kind: 'fault', fault: new Error('The builder was stopped before it was done.') });
    });
    return started;
  }

  async function stop(): Promise<void> {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  return {
    async build({ reloadCode }) {
      if (reloadCode) await stop();
      worker ??= start();
      const running = worker;
      return new Promise((resolve) => {
        settle = resolve;
        running.postMessage('build');
      });
    },
    stop,
  };
}
