import type { Shell } from '#cli';
import { formatFiles } from '#resume';
import type { CheckedFile } from './create-editions.ts';
import { paintProblem } from './paint-problem.ts';

/** Says in the terminal what there is to say about each of these résumés; empty when that is nothing. */
export function formatChecked(files: readonly CheckedFile[], { paintWarning }: Pick<Shell, 'paintWarning'>): string {
  return formatFiles(files, 'text', paintProblem(paintWarning)).trimEnd();
}
