import { formatProblems } from '#resume';
import { explainFault } from './explain-fault.ts';
import { paintProblem } from './paint-problem.ts';
import type { Shell } from './shell.ts';
import type { BuildOutcome } from './start-builder.ts';

/** Says in the terminal why a build could not be made. */
export function formatTrouble(
  outcome: Exclude<BuildOutcome, { readonly kind: 'built' }>,
  shell: Pick<Shell, 'paint'>,
): string {
  switch (outcome.kind) {
    case 'problems':
      return formatProblems(outcome.problems, outcome.file, 'text', paintProblem(shell)).trimEnd();
    case 'missing':
      return outcome.mistake;
    case 'fault':
      return explainFault(outcome.fault, { debug: false });
  }
}
