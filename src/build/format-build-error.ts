import type { Shell } from '#cli';
import { formatProblems } from '#resume';
import type { Build } from './build-project.ts';
import { paintProblem } from './paint-problem.ts';

/** Says in the terminal which mistakes of the résumé are in the way of a build. */
export function formatBuildError(
  build: Exclude<Build, { readonly kind: 'built' }>,
  shell: Pick<Shell, 'paintWarning'>,
): string {
  return formatProblems(build.problems, build.file, 'text', paintProblem(shell.paintWarning)).trimEnd();
}
