/**
 * Runs pieces of work as AWS runs visits: each sandbox does one at a time and takes the next that waits. Gives what became of
 * each, in their order.
 */
export async function runSandboxes<Sandbox, Work, Result>(
  sandboxes: readonly Sandbox[],
  works: readonly Work[],
  run: (sandbox: Sandbox, work: Work) => Promise<Result>,
): Promise<readonly PromiseSettledResult<Result>[]> {
  const results: PromiseSettledResult<Result>[] = [];
  let next = 0;
  async function live(sandbox: Sandbox): Promise<void> {
    while (next < works.length) {
      const at = next;
      next += 1;
      const [result] = await Promise.allSettled([run(sandbox, works[at] as Work)]);
      results[at] = result;
    }
  }
  await Promise.all(sandboxes.map(live));
  return results;
}
