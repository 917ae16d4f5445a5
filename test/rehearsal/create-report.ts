export type Report = {
  /** Runs a step whose failure ends what builds on it: it rejects when the step does. */
  need<Result>(title: string, work: () => Promise<Result>): Promise<Result>;
  /** Runs a step that nothing builds on: it only counts. */
  prove(title: string, work: () => Promise<void>): Promise<void>;
  /** Counts and prints a fault, unless it is that of a step, which has been told. */
  tell(fault: unknown): void;
  /** Prints the last line, `N passed, N failed`, and says whether nothing failed. */
  finish(): boolean;
};

const heartbeatMs = 30_000;

/** Creates what runs steps and prints each with its time as it ends; what takes long is named every half minute. */
export function createReport(print: (text: string) => void, signal: AbortSignal): Report {
  const running = new Map<string, number>();
  const told = new Set<unknown>();
  let passed = 0;
  let failed = 0;
  const heartbeat = setInterval(() => {
    const names = [...running].map(([title, start]) => `${title} (${formatSeconds(start).trim()})`);
    if (names.length > 0) print(`  …                ${names.join(' · ')}`);
  }, heartbeatMs);

  function tell(fault: unknown): void {
    if (told.has(fault)) return;
    told.add(fault);
    failed += 1;
    print(
      String((fault as Error).message ?? fault)
        .trim()
        .replaceAll(/^/gm, '                   '),
    );
  }

  async function need<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const start = performance.now();
    running.set(title, start);
    try {
      const result = await work();
      passed += 1;
      print(`  ok     ${formatSeconds(start)}  ${title}`);
      return result;
    } catch (fault) {
      signal.throwIfAborted();
      print(`  FAILED ${formatSeconds(start)}  ${title}`);
      tell(fault);
      throw fault;
    } finally {
      running.delete(title);
    }
  }

  return {
    need,
    prove: (title, work) => need(title, work).catch(() => signal.throwIfAborted()),
    tell,
    finish() {
      clearInterval(heartbeat);
      print(`\n${passed} passed, ${failed} failed`);
      return failed === 0;
    },
  };
}

function formatSeconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;
}
