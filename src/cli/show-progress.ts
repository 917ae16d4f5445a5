import type { Shell } from './shell.ts';

/** Says what is going on when `work` takes longer than a second, and gives back what it gives. */
export async function showProgress<Result>(
  shell: Pick<Shell, 'warn'>,
  text: string,
  work: Promise<Result>,
): Promise<Result> {
  const timer = setTimeout(() => shell.warn(`${text} …`), 1000);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
