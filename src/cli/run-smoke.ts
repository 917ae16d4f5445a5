import type { Input } from './command.ts';
import { findEnvironment } from './find-environment.ts';
import { readSiteOutputs } from './read-site-outputs.ts';
import type { ExitCode, Shell } from './shell.ts';
import { trySite } from './try-site.ts';

/** Tries the site of an environment as it is deployed, with the build in `dist/`. */
export async function runSmoke({ operands }: Input, shell: Shell): Promise<ExitCode> {
  const { environment, mistake } = await findEnvironment(shell.root, operands[0], 'smoke');
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }
  const found = await readSiteOutputs(environment, shell);
  if (found.mistake !== undefined) {
    shell.warn(found.mistake);
    return 3;
  }
  const { url } = found.outputs;
  if (await trySite(url, shell)) {
    shell.print(`\n${shell.paint('good', 'All is well')} at ${shell.paint('link', url)}`);
    return 0;
  }
  shell.warn(
    `The smoke test of ${url} failed. To go back to the release before: npx cloud-resume rollback ${environment.name}.`,
  );
  return 3;
}
