import { Worker } from 'node:worker_threads';
import type { Press, Print } from './open-press.ts';

/** A press in a thread of its own, with our own fonts: it is opened, and prints, while something else is done. */
export type StartedPress = {
  /** Whether Typst runs here. */
  readonly isOpen: Promise<boolean>;
  print(...job: PressJob): Promise<Print>;
  stop(): Promise<unknown>;
};

export type PressJob = Parameters<Press['print']>;

/** What the thread says: first whether it is open, then of each job what was made or went wrong. */
export type PressAnswer = { readonly made: Print | boolean } | { readonly error: unknown };

/** Starts a press. It must be stopped. */
export function startPress(): StartedPress {
  const worker = new Worker(new URL('./press-main.ts', import.meta.url), { execArgv: [] });
  const waiting: ((answer: PressAnswer) => void)[] = [];
  let last: PressAnswer | undefined;
  const wait = () => new Promise<PressAnswer>((answer) => (last ? answer(last) : waiting.push(answer)));
  const end = (error: Error) => {
    last ??= { error };
    for (const answer of waiting.splice(0)) answer(last);
  };
  worker.on('message', (answer: PressAnswer) => waiting.shift()?.(answer));
  worker.on('error', end).on('exit', () => end(new Error('The press has ended. Run this again.')));
  const isOpen = wait().then((answer) => 'made' in answer && answer.made === true);
  return {
    isOpen,
    async print(...job) {
      const made = wait();
      worker.postMessage(job);
      const answer = await made;
      if ('error' in answer) throw answer.error;
      return answer.made as Print;
    },
    stop: () => worker.terminate(),
  };
}
