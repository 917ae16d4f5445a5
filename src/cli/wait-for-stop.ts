// npm and the terminal both deliver one and the same Ctrl-C, within milliseconds.
const sameMs = 500;
const orphanMs = 250;

/** What is needed of Node's `process`. */
type Stoppable = Pick<NodeJS.Process, 'ppid' | 'env'> & {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
};

/**
 * Resolves when the process is asked to stop: Ctrl-C, SIGTERM, its terminal is closed, or the npm that started it is gone.
 * From then on a second request calls `quit`, for whoever does not want to wait. `now` is a clock in milliseconds.
 */
export function waitForStop(process: Stoppable, quit: () => void, now = () => performance.now()): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked !== undefined && now() - asked > sameMs) quit();
        asked ??= now();
        resolve();
      });
    }
    // npm passes a signal on to its shell alone, which ends without passing it on further.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event === undefined) return;
    setInterval(() => process.ppid !== parent && resolve(), orphanMs).unref();
  });
}
