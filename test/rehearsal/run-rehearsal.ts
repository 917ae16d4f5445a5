import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createReport, type Report } from './create-report.ts';
import { describeEnvironment } from './describe-environment.ts';
import { findTools } from './find-tools.ts';
import { endCommands } from './run-command.ts';

export type RehearsalOptions = {
  /** The checkout that is rehearsed; nothing in it is changed. */
  readonly project: string;
  /** A folder for all that is made. */
  readonly workbench: string;
  /** The path of `ministack`. */
  readonly ministack: string;
  /** The environment without anything of AWS in it. */
  readonly env: NodeJS.ProcessEnv;
  readonly report: Report;
  readonly signal: AbortSignal;
};

type Rehearsal = {
  /** Completes `This machine lacks what a … needs`. */
  readonly name: string;
  /** What is rehearsed. Default: this checkout. */
  readonly project?: string;
  /** What it needs beside what every rehearsal does. Default: nothing. */
  readonly tools?: readonly string[];
  rehearse(options: RehearsalOptions): Promise<void>;
  /** Lines that say what took the place of what, printed at the end. */
  readonly standIns: readonly string[];
};

const checkout = join(import.meta.dirname, '../..');

/**
 * Runs a rehearsal as a program: prints each step with its time and last `N passed, N failed`, sets the exit code, and leaves nothing
 * behind, not even on Ctrl-C.
 */
export async function runRehearsal({ name, project = checkout, tools, rehearse, standIns }: Rehearsal): Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const report = createReport((text) => console.log(text), signal);
  // The functions of the emulator run by the first node of all, which is to be the one of AWS.
  const path = [join(project, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  const { ministack, missing = [] } = await findTools(path, tools);
  if (missing.length > 0) console.log(`This machine lacks what a ${name} needs:`);
  for (const sentence of missing) report.tell(new Error(sentence));
  if (ministack !== undefined) await run(ministack);
  process.exitCode = report.finish() ? 0 : 1;

  async function run(ministack: string): Promise<void> {
    for (const one of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(one, () => stopping.abort(new Error(`The rehearsal was stopped by ${one}.`)));
    }
    const start = performance.now();
    const workbench = mkdtempSync(join(tmpdir(), 'cloud-resume-rehearsal-'));
    const cache = join(workbench, 'cache');
    mkdirSync(cache);
    const env = describeEnvironment(process.env, path, cache);
    try {
      await rehearse({ project, workbench, ministack, env, report, signal });
    } catch (fault) {
      report.tell(fault);
    } finally {
      stopping.abort(new Error('The rehearsal is over.'));
      await endCommands();
      rmSync(workbench, { recursive: true, force: true, maxRetries: 10 });
    }
    console.log(`\n${standIns.join('\n')}`);
    console.log(`\nThe rehearsal took ${Math.round((performance.now() - start) / 1000)} s.`);
  }
}
