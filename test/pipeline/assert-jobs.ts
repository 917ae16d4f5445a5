import assert from 'node:assert/strict';
import type { Run } from './create-stage.ts';

const shownLines = 40;

/** Asserts how the jobs of a run ended, in their order; if otherwise, the end of what they printed is shown. */
export function assertJobs({ jobs, output }: Run, ...wanted: readonly string[]): void {
  const tail = output.split('\n').slice(-shownLines).join('\n');
  assert.deepEqual(jobs, wanted, `The jobs ended otherwise: ${jobs.join(', ') || 'none ran'}.\n${tail}`);
}
