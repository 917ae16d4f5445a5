import { formatSeconds } from './format-seconds.ts';
import type { Shell } from './shell.ts';

/** Does one step of several, with its name before and its time after it. */
export async function runStep<Result>(
  { print, paint }: Pick<Shell, 'print' | 'paint'>,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  print(`\n${paint('strong', name)}`);
  const start = performance.now();
  try {
    return await work();
  } finally {
    print(paint('dim', `${name}: ${formatSeconds(performance.now() - start)}`));
  }
}
