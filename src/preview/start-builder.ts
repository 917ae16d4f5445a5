import { Worker } from 'node:worker_threads';
import type { Build, ProjectFolder } from '#build';

type Builder = {
  /** Builds once more; with `reloadCode` everything below `src/` is read again. Never rejects. One build at a time. */
  build(options: { readonly reloadCode: boolean }): Promise<BuilderReply>;
  stop(): Promise<void>;
};

export type BuilderReply = {
  readonly outcome: BuildOutcome;
  /**
   * Where the outcome is a site without what takes long: the one with all of it, or nothing when another build took its place
   * before.
   */
  readonly whole?: Promise<BuildOutcome | undefined>;
};

/** What the builder's thread says: of a build by its number, first perhaps a site without what takes long, at last the whole one. */
export type BuilderMessage = { readonly id: number; readonly outcome: BuildOutcome; readonly isWhole: boolean };

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
export function startBuilder(project: ProjectFolder): Builder {
  type Settle = (message: Omit<BuilderMessage, 'id'> | undefined) => void;
  let settle: Settle = () => {};
  let lastId = 0;
  let running = start();
  let spare: Worker | undefined;
  let isStopped = false;
  // It has ended, or is about to: it is told nothing more.
  let isBroken = false;

  function start(): Worker {
    const worker = new Worker(new URL('./builder-main.ts', import.meta.url), { workerData: project, execArgv: [] });
    const finish = (message: Omit<BuilderMessage, 'id'>) => {
      settle(message);
      // Not before: it would take the build's time. What was said before the end may be heard after it.
      if (message.isWhole && !isStopped) spare ??= start();
    };
    worker.on('message', ({ id, ...message }: BuilderMessage) => {
      if (worker === running && id === lastId) finish(message);
    });
    const fail = (error: Error) => {
      if (worker === spare) spare = undefined;
      if (worker !== running || isBroken) return;
      isBroken = true;
      finish({ outcome: { kind: 'crashed', error }, isWhole: true });
    };
    worker.on('error', fail).on('exit', () => fail(new Error("The builder's thread ended by itself.")));
    return worker;
  }

  return {
    build({ reloadCode }) {
      settle(undefined);
      if (reloadCode || isBroken) {
        void running.terminate();
        running = spare ?? start();
        spare = undefined;
        isBroken = false;
      }
      lastId += 1;
      running.postMessage(lastId);
      return new Promise((resolve) => {
        settle = (first) => {
          if (!first) return;
          if (first.isWhole) return resolve({ outcome: first.outcome });
          const whole = new Promise<BuildOutcome | undefined>((complete) => {
            settle = (last) => complete(last?.outcome);
          });
          resolve({ outcome: first.outcome, whole });
        };
      });
    },
    async stop() {
      isStopped = true;
      settle(undefined);
      settle = () => {};
      await Promise.all([running.terminate(), spare?.terminate()]);
    },
  };
}
