import { findEnvironment, readSiteOutputs, trySite } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';

/** Tries the site of an environment as it is deployed, with the build in `dist/`. */
export const smoke = defineCommand({
  name: 'smoke',
  otherNames: ['try', 'probe'],
  audience: 'pipeline',
  summary: 'Tries the site of an environment in a real browser',
  details: `Runs the smoke test against the address of ENV, which compares it with the build in dist/. It leaves no
visit behind. SITE_URL has another address tried.`,
  operands: ['[ENV]'],
  options: { local: { help: 'Tries the build on this machine instead, with its own API and table.' } },
  async run({ options, operands }, shell) {
    if (options.local) return tryLocally(operands[0], shell);
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

/** Runs the cloud of this folder on any free port, just for the test. */
async function tryLocally(named: string | undefined, shell: Shell): Promise<0> {
  if (named !== undefined) throw new UserError(`Choose one of ${named} and --local.`, 2);
  const { startPreview } = await import('#preview');
  const preview = await startPreview({
    root: shell.root,
    host: '127.0.0.1',
    port: 0,
    isDemo: false,
    log: shell.warn,
    shown: (outcome) => {
      if (outcome.kind !== 'built') throw new UserError('There is no site to try. Run npx cloud-resume check.', 1);
    },
  });
  try {
    if (await trySite(preview.url, { ...shell, env: { ...shell.env, SITE_URL: '' } })) return 0;
    throw new UserError('The smoke test failed; it says why above.');
  } finally {
    await preview.stop();
  }
}
