/** What many samples of one thing say. */
export type Summary = { readonly median: number; readonly min: number; readonly max: number };

/** Sums up samples, of which there is at least one: one that was disturbed moves the median little. */
export function summarize(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const { length } = sorted;
  const median = length % 2 === 1 ? at((length - 1) / 2) : (at(length / 2 - 1) + at(length / 2)) / 2;
  return { median, min: at(0), max: at(length - 1) };
}
