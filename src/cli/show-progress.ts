import type { Shell } from './shell.ts';

/** Says on a terminal what is going on when `work` takes longer than a delay, by default a second; gives back what it gives. */
export async function showProgress<Result>(
  { showsProgress, warn }: Pick<Shell, 'showsProgress' | 'warn'>,
  text: string,
  work: Promise<Result>,
  delayMs = 1000,
): Promise<Result> {
  // A log or a pipe gets the same lines on every machine.
  if (!showsProgress) return work;
  const timer = setTimeout(() => warn(`${text} …`), delayMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
