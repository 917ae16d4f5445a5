import type { Shell } from '#cli';
import type { BuildOutcome } from '#preview';
import { formatProblems } from '#resume';
import { describeTrouble } from './describe-trouble.ts';
import { paintProblem } from './paint-problem.ts';

/** Says in the terminal why a build could not be made. */
export function formatTrouble(
  outcome: Exclude<BuildOutcome, { readonly kind: 'built' }>,
  shell: Pick<Shell, 'paintWarning' | 'root'>,
): string {
  if (outcome.kind === 'missing') return outcome.mistake;
  if (outcome.kind === 'problems') {
    return formatProblems(outcome.problems, outcome.file, 'text', paintProblem(shell.paintWarning)).trimEnd();
  }
  const { title, items } = describeTrouble(outcome, shell.root);
  return [`${title}:`, ...items.map(({ place, message }) => `${shell.paintWarning('strong', place)}  ${message}`)].join(
    '\n',
  );
}
