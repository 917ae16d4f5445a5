import { findEnvironment, readSiteOutputs } from '#terragrunt';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { trySite } from './try-site.ts';

/** Tries the site of an environment as it is deployed, with the build in `dist/`. */
export async function runSmoke({ operands }: Input, shell: Shell): Promise<ExitCode> {
  const environment = await findEnvironment(shell.root, operands[0], 'smoke');
  const outputs = await readSiteOutputs(environment, shell);
  const { url } = outputs;
  if (await trySite(url, shell)) {
    shell.print(`\n${shell.paint('good', 'All is well')} at ${shell.paint('link', url)}`);
    return 0;
  }
  throw new UserError(
    `The smoke test of ${url} failed. To go back to the release before: npx cloud-resume rollback ${environment.name}.`,
  );
}
