/**
 * How often generated input is tried, and from which seed. `npm test` tries it the usual number of times, with the same input on
 * every machine; `npm run fuzz` a hundred times as often, from another seed each time.
 */
export function fuzzRuns(usual: number): { readonly numRuns: number; readonly seed: number } {
  const { FUZZ_TIMES: times = '1', FUZZ_RUNS: runs, FUZZ_SEED: seed = '1' } = process.env;
  return { numRuns: runs === undefined ? usual * Number(times) : Number(runs), seed: Number(seed) };
}
