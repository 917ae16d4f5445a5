import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createReport } from '../rehearsal/create-report.ts';
import { describeEnvironment } from '../rehearsal/describe-environment.ts';
import { findTools } from '../rehearsal/find-tools.ts';
import { endCommands } from '../rehearsal/run-command.ts';
import { rehearsePipeline } from './rehearse-pipeline.ts';
import { standIns } from './write-stand-ins.ts';

/**
 * Rehearses the pipeline without GitHub and without an account: `npm run rehearse:pipeline`. Runs the workflow with act, from a
 * first pull request to drift. Prints each step with its time and last `N passed, N failed`; leaves nothing behind, not even on
 * Ctrl-C. Words after `npm run rehearse:pipeline --` pick the tests that the first run repeats, as those after `npm test --` do, and
 * leave out the checks of the infrastructure; default: all, and these too. REHEARSAL_LOGS names a folder in which to keep what each
 * run printed; default: nothing is kept.
 */

const project = join(import.meta.dirname, '../..');
const stopping = new AbortController();
const { signal } = stopping;
const report = createReport((text) => console.log(text), signal);
const path = [join(project, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
const providers = process.env.TF_PLUGIN_CACHE_DIR ?? join(project, 'node_modules/.cache/opentofu');
const { ministack, missing = [] } = await findTools(path, ['act', 'actionlint', 'zizmor', 'tflint', 'checkov']);
if (missing.length > 0) console.log('This machine lacks what a rehearsal of the pipeline needs:');
for (const sentence of missing) report.tell(new Error(sentence));
if (ministack !== undefined) await runRehearsal(ministack);
process.exitCode = report.finish() ? 0 : 1;

async function runRehearsal(ministack: string): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopping.abort(new Error(`The rehearsal was stopped by ${name}.`)));
  }
  mkdirSync(providers, { recursive: true });
  const start = performance.now();
  const workbench = mkdtempSync(join(tmpdir(), 'cloud-resume-pipeline-'));
  const env = describeEnvironment(process.env, path, providers);
  try {
    await rehearsePipeline({ project, workbench, words: process.argv.slice(2), ministack, env, report, signal });
  } catch (fault) {
    report.tell(fault);
  } finally {
    stopping.abort(new Error('The rehearsal is over.'));
    await endCommands();
    rmSync(workbench, { recursive: true, force: true, maxRetries: 10 });
  }
  console.log('\nWhat stood in for GitHub; for AWS it is what npm run rehearse names:');
  for (const text of standIns) console.log(`  - ${text}`);
  console.log(`\nThe rehearsal took ${Math.round((performance.now() - start) / 1000)} s.`);
}
