import { Worker } from 'node:worker_threads';
import type { Build, Project } from '#build';

export type Builder = {
  /** Builds once more; with `reloadCode` everything below `src/` is read again. Never rejects. One build at a time. */
  build(options: { readonly reloadCode: boolean }): Promise<BuildOutcome>;
  stop(): Promise<void>;
};

/**
 * A build; the sentence for the person who has to do something before there is one, such as write a résumé; or the error that
 * ended it: the code does not load, or there is a mistake in a stylesheet or a script.
 */
export type BuildOutcome =
  | Build
  | { readonly kind: 'refused'; readonly mistake: string }
  | { readonly kind: 'crashed'; readonly error: Error };

/**
 * Starts a builder. It is a thread of its own, so that its code can be thrown away and loaded again; a second thread waits
 * to take its place, because starting one takes longer than building.
 */
export function startBuilder(project: Project): Builder {
  let settle: (outcome: BuildOutcome) => void = () => {};
  let running = start();
  let spare: Worker | undefined;

  function start(): Worker {
    const worker = new Worker(new URL('./builder-main.ts', import.meta.url), { workerData: project, execArgv: [] });
    const finish = (outcome: BuildOutcome) => {
      if (worker !== running) return;
      settle(outcome);
      // Not before: it would take the build's time.
      spare ??= start();
    };
    worker.on('message', finish);
    worker.on('error', (error: Error) => finish({ kind: 'crashed', error }));
    return worker;
  }

  return {
    build({ reloadCode }) {
      // An error ended the thread.
      if (reloadCode || running.threadId === -1) {
        void running.terminate();
        running = spare ?? start();
        spare = undefined;
      }
      return new Promise((resolve) => {
        settle = resolve;
        running.postMessage('build');
      });
    },
    async stop() {
      settle = () => {};
      await Promise.all([running.terminate(), spare?.terminate()]);
    },
  };
}
