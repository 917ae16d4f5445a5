// npm and the terminal both deliver one and the same Ctrl-C, within milliseconds.
const sameMs = 500;

/**
 * Resolves when the process is asked to stop: Ctrl-C, SIGTERM, or its terminal is closed. From then on a second request
 * calls `quit`, for whoever does not want to wait.
 */
export function waitForStop(process: NodeJS.Process, quit: () => void): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked !== undefined && performance.now() - asked > sameMs) quit();
        asked ??= performance.now();
        resolve();
      });
    }
  });
}
