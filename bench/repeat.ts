import type { Tick } from './row.ts';

/**
 * Runs a round again and again and gathers what each gave: `maxRuns` times, but no longer than `budgetMs` once there are three.
 * A round measures everything that is compared, one after the other, so that a busy moment of the machine hits all alike.
 */
export async function repeat<Sample>(
  { maxRuns, budgetMs, tick }: { readonly maxRuns: number; readonly budgetMs: number; readonly tick: Tick },
  round: (index: number) => Promise<Sample>,
): Promise<readonly Sample[]> {
  const end = performance.now() + budgetMs;
  const samples: Sample[] = [];
  while (samples.length < maxRuns && (samples.length < 3 || performance.now() < end)) {
    samples.push(await round(samples.length));
    tick();
  }
  return samples;
}
