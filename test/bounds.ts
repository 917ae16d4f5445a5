// Limits of a run of the tests, which waits for nothing for ever.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const fileMs = 300_000;
// The test of these need not wait as long.
const patience = Number(process.env.TEST_PATIENCE ?? 1);
const openMs = 60_000 * patience;
const slowMs = 240_000 * patience;
// Less than the twenty minutes after which a pipeline gives up and names nothing.
const processMs = 900_000 * patience;

/**
 * Writes a program that runs these test files, each as a suite: what one does before and after its tests stays its own, and one that
 * hangs is a failure. Beside it stands which process runs it, and which test is the last that began.
 */
export function writeProgram(path: string, files: readonly string[]): void {
  const program = `
    import { writeFileSync } from 'node:fs';
    import { after, beforeEach, describe } from 'node:test';
    const note = (test) => writeFileSync(${JSON.stringify(`${path}.json`)}, JSON.stringify({ pid: process.pid, test }));
    const listOpen = () => process.getActiveResourcesInfo().join(', ') || 'nothing';
    note();
    for (const [file, url] of ${JSON.stringify(files.map((file) => [file, pathToFileURL(file)]))})
      describe(file, { timeout: ${fileMs} }, () => import(url));
    let slow;
    beforeEach(({ fullName }) => {
      note(fullName);
      clearTimeout(slow);
      slow = setTimeout(() => console.error(fullName + ' goes on and on. Open are: ' + listOpen() + '.'), ${slowMs}).unref();
    });
    // What a test left open would hold the process.
    after(() => {
      clearTimeout(slow);
      setTimeout(() => {
        console.error('All tests are over, and something is still open: ' + listOpen() + '.');
        process.exit(1);
      }, ${openMs}).unref();
    });`;
  writeFileSync(path, program);
}

type Watcher = {
  /** Is told why a process was ended. */
  readonly ended: (why: string) => void;
  /** Is called when that was not enough: something that it had started holds its output open. */
  readonly held: () => void;
};

/**
 * Ends the process of such a program when it has not ended after a quarter of an hour; one that has not begun its first test by then is
 * given ten times as long. What this gives stops watching.
 */
export function watchProgram(path: string, { ended, held }: Watcher): () => void {
  let rounds = 0;
  let timer = setTimeout(function look() {
    const { pid, test } = readNote(path);
    rounds += 1;
    if (test === undefined && rounds < 10) {
      timer = setTimeout(look, processMs);
      return;
    }
    ended(`It did not end, and was ended. The last test that began: ${test ?? 'none'}.`);
    timer = setTimeout(held, openMs);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }, processMs);
  return () => clearTimeout(timer);
}

function readNote(path: string): { readonly pid?: number; readonly test?: string } {
  try {
    return JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  } catch {
    return {};
  }
}
