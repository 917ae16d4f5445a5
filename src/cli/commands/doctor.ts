import { findEnvironment, findEnvironments, lockProviders, readRegion } from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import type { Shell } from '../shell.ts';
import { showProgress } from '../show-progress.ts';
import type { Check } from './doctor/check.ts';
import { checkAccount } from './doctor/check-account.ts';
import { checkEnvironment } from './doctor/check-environment.ts';
import { checkGitHub } from './doctor/check-github.ts';
import { checkMachine } from './doctor/check-machine.ts';

/** Looks at all that deploying needs, and says what is missing and what to do about it. */
export const doctor = defineCommand({
  name: 'doctor',
  otherNames: ['status', 'diagnose', 'env'],
  audience: 'people',
  summary: 'Says what is missing to deploy, and what to do about it',
  details: `Looks at Node, the tools and their versions, the build, the credentials and the state bucket; with ENV also
at its units and whether its site answers. Needs no account: it says what is missing.`,
  operands: ['[ENV]'],
  options: {
    lock: { help: "Writes the provider's checksums, as its registry says them for four platforms, for git to keep." },
    github: { help: 'Looks at the repository on GitHub too: the variables and environments of the pipeline.' },
  },
  async run({ options, operands }, shell) {
    const [named] = operands;
    const environment = named === undefined ? undefined : await findEnvironment(shell.root, named, 'doctor');
    const found: Check[] = [];
    const show = (checks: readonly Check[]) => {
      for (const check of checks) shell.print(formatCheck(check, shell));
      found.push(...checks);
    };

    if (options.lock) {
      const written = await showProgress(shell, "Asking the provider's registry", lockProviders(shell));
      shell.print(`The provider's checksums are in ${written}: commit that.\n`);
    }
    show(await showProgress(shell, 'Looking at this machine', checkMachine(shell)));
    const region = await readRegion(shell.root, environment);
    const { checks, state } = await showProgress(
      shell,
      'Looking at the account',
      checkAccount(region, environment, shell),
    );
    show(checks);
    if (environment) {
      show(await showProgress(shell, `Looking at ${environment.name}`, checkEnvironment(environment, state)));
    }
    if (options.github) {
      const environments = await findEnvironments(shell.root, named, 'doctor').catch(() => []);
      const names = environments.map(({ name }) => name);
      show(await showProgress(shell, 'Looking at the repository on GitHub', checkGitHub(names, shell)));
    }
    const count = found.filter(({ state }) => state === 'bad').length;
    shell.print(count === 0 ? '\nAll is well.' : `\n${count === 1 ? '1 thing is' : `${count} things are`} missing.`);
    return count === 0 ? 0 : 1;
  },
});

function formatCheck(check: Check, { paint }: Pick<Shell, 'paint'>): string {
  switch (check.state) {
    case 'good':
      return `${paint('good', '✔')} ${check.text}`;
    case 'bad':
      return `${paint('bad', '✖')} ${check.text}\n  ${check.remedy.replaceAll('\n', '\n  ')}`;
    case 'unknown':
      return paint('dim', `- ${check.text}`);
  }
}
