import type { Shell } from '#cli';
import { formatProblems } from '#resume';
import type { CheckedFile } from './create-editions.ts';
import { paintProblem } from './paint-problem.ts';

/** Says in the terminal what there is to say about each of these résumés; empty when that is nothing. */
export function formatChecked(files: readonly CheckedFile[], { paintWarning }: Pick<Shell, 'paintWarning'>): string {
  return files
    .map((file) => formatProblems(file.problems, file, 'text', paintProblem(paintWarning)).trimEnd())
    .filter((text) => text !== '')
    .join('\n\n');
}
