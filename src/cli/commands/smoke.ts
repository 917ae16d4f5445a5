import { findEnvironment, readSiteOutputs } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { UserError } from '../user-error.ts';
import { trySite } from './try-site.ts';

/** Tries the site of an environment as it is deployed, with the build in `dist/`. */
export const smoke = defineCommand({
  name: 'smoke',
  otherNames: ['try', 'probe'],
  audience: 'pipeline',
  summary: 'Tries the site of an environment in a real browser',
  details: `Runs the smoke test against the address of ENV, which compares it with the build in dist/. It adds two visits.
SITE_URL has another address tried.`,
  operands: ['ENV'],
  options: {},
  async run({ operands }, shell) {
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
  },
});
