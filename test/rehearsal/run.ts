import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createReport } from './create-report.ts';
import { describeEnvironment } from './describe-environment.ts';
import { emulatorGaps } from './emulator-gaps.ts';
import { findTools } from './find-tools.ts';
import { rehearse } from './rehearse.ts';
import { endCommands } from './run-command.ts';

/**
 * Rehearses a deployment against an emulated AWS: `npm run rehearse`. From an empty account to two environments, what can be done
 * with them, and back. Prints each step with its time and last `N passed, N failed`; leaves nothing behind, not even on Ctrl-C.
 */

const project = join(import.meta.dirname, '../..');
const stopping = new AbortController();
const { signal } = stopping;
const report = createReport((text) => console.log(text), signal);
// The functions of the emulator run by the first node of all, which is to be the one of AWS.
const path = [join(project, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
const providers = process.env.TF_PLUGIN_CACHE_DIR ?? join(project, 'node_modules/.cache/opentofu');
const { ministack, missing = [] } = await findTools(path);
if (missing.length > 0) console.log('This machine lacks what a rehearsal needs:');
for (const sentence of missing) report.tell(new Error(sentence));
if (ministack !== undefined) await runRehearsal(ministack);
process.exitCode = report.finish() ? 0 : 1;

async function runRehearsal(ministack: string): Promise<void> {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopping.abort(new Error(`The rehearsal was stopped by ${name}.`)));
  }
  mkdirSync(providers, { recursive: true });
  const start = performance.now();
  const workbench = mkdtempSync(join(tmpdir(), 'cloud-resume-rehearsal-'));
  try {
    await rehearse({
      project,
      workbench,
      ministack,
      env: describeEnvironment(process.env, path, providers),
      report,
      signal,
    });
  } catch (fault) {
    report.tell(fault);
  } finally {
    stopping.abort(new Error('The rehearsal is over.'));
    await endCommands();
    rmSync(workbench, { recursive: true, force: true, maxRetries: 10 });
  }
  console.log('\nWhere the emulator is not AWS, and what stood in for it:');
  for (const { gap, instead } of emulatorGaps) console.log(`  - ${gap}\n    ${instead}`);
  console.log(`\nThe rehearsal took ${Math.round((performance.now() - start) / 1000)} s.`);
}
