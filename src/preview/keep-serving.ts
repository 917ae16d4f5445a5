import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Service } from '#edge';
import type { ServedTable } from './serve-table.ts';

type KeepTools = {
  /** Is done before each start, and rejects when a start is of no use. */
  readonly prepare: () => Promise<void>;
  readonly log: (text: string) => void;
};

// How long a table that could not write waits before it tries again.
const retryMs = 1000;

/** Serves tables in a thread of its own. When that ends because of the disk, another one takes its place, on the same port. */
export async function keepServing(
  served: ServedTable & { readonly folder: string },
  { prepare, log }: KeepTools,
): Promise<Service> {
  await prepare();
  let thread = await startThread(served);
  const { url } = thread;
  const stopping = new AbortController();
  const { signal } = stopping;
  const again = { ...served, port: Number(new URL(url).port) };
  void replace();

  async function replace(): Promise<void> {
    while (!signal.aborted) {
      const error = await thread.ended;
      if (signal.aborted) return;
      const why = error?.message ?? 'the table ended';
      log(
        `The visits in ${served.folder} cannot be written (${why}). None that was answered is lost. Make room on the disk to go on.`,
      );
      const next = await startAgain();
      if (!next) return;
      thread = next;
      if (signal.aborted) return thread.stop();
      log('The visits can be written again.');
    }
  }

  async function startAgain(): Promise<TableThread | undefined> {
    while (!signal.aborted) {
      try {
        await prepare();
        return await startThread(again);
      } catch {
        // As long as the disk is full. The first sentence has said so.
        await pause(retryMs, undefined, { ref: false, signal }).catch(() => {});
      }
    }
    return undefined;
  }

  return {
    url,
    async stop() {
      stopping.abort();
      await thread.stop();
    },
  };
}

type TableThread = Service & {
  /** Resolves when it has ended, with the reason unless it was asked to. */
  readonly ended: Promise<Error | undefined>;
};

async function startThread(served: ServedTable): Promise<TableThread> {
  const worker = new Worker(new URL('./table-main.ts', import.meta.url), { workerData: served, execArgv: [] });
  const ended = new Promise<Error | undefined>((resolve) => {
    let reason: Error | undefined;
    worker.on('error', (error: Error) => {
      reason = error;
    });
    worker.on('exit', () => resolve(reason));
  });
  const started = new Promise<string>((resolve) => worker.once('message', ({ url }) => resolve(url)));
  const first = await Promise.race([started, ended]);
  if (typeof first !== 'string') throw first ?? new Error('The table ended before it began.');
  return {
    url: first,
    ended,
    async stop() {
      worker.postMessage('stop');
      await ended;
    },
  };
}
