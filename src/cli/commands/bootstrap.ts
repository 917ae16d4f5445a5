import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBucket, findIdentityProvider, makeBucket, readIdentity } from '#aws';
import {
  applyBootstrap,
  type BootstrapSettings,
  destroyBootstrap,
  type Environment,
  findEnvironments,
  findState,
  lockFile,
  lockProviders,
  readBootstrap,
  readRegion,
  readUnitStates,
} from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { printable } from '../printable.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import {
  findRepository,
  guessRepository,
  type Repository,
  refuseRepository,
  setUpRepository,
} from './bootstrap/github-repository.ts';
import { chooseEnvironments, readDomains, readProjectName, rememberAccount } from './bootstrap/written-settings.ts';

const gitHub = 'token.actions.githubusercontent.com';

/** Makes in an account what must be there before the first deployment, or destroys it. */
export const bootstrap = defineCommand({
  name: 'bootstrap',
  otherNames: ['setup', 'prepare', 'account'],
  audience: 'people',
  summary: 'Prepares an AWS account, once: state bucket, roles and budget',
  details: `Makes the bucket that remembers what is deployed, the bounds of the function's rights, a budget, and with a
repository the roles of its pipeline. Asks for what it needs, shows OpenTofu's plan and asks again. Safe to
repeat: what exists is found, and what was answered before is offered. With ENV the account is prepared for
that environment alone, as for one account per environment; the others are left to theirs.`,
  operands: ['[ENV]'],
  options: {
    region: { value: 'REGION', help: 'Where the state lies, and what names no region of its own. Default: asks.' },
    email: { value: 'EMAIL', help: 'Who is told when the month costs more than the budget. Default: asks.' },
    repository: { value: 'OWNER/NAME', help: 'The GitHub repository whose pipeline deploys. Default: asks.' },
    github: { help: 'Sets variables and environments of the repository too, through gh, or lists them.' },
    dnssec: {
      value: 'ZONES',
      help: 'Signs these Route 53 zones, by their ids with commas between, or none. Default: as before.',
    },
    destroy: { help: 'Destroys all that this command has made, the state bucket last.' },
    yes: { help: 'Goes on without asking: what is not said is as the last time, or left out.' },
  },
  async run({ options, operands }, shell) {
    if (!options.yes && !shell.canAsk)
      throw new UserError('Not a terminal, so cannot ask. Add --yes to go on without asking.', 2);
    const ask: Ask = async (question, known) =>
      options.yes ? known : (await shell.ask(`${question}${known === '' ? '' : ` [${known}]`}: `)) || known;

    // Before AWS is asked for anything.
    refuseEmail(options.email);
    refuseRepository(options.repository);
    const all = await findEnvironments(shell.root, operands[0], 'bootstrap');
    const usual = await readRegion(shell.root);
    const region =
      options.region ?? (options.destroy ? usual : await ask('Region of the state, and of all else', usual));
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
      throw new UserError(`"${region}" is not a region of AWS. Write one such as us-east-1.`, 2);
    const { account, arn } = await readIdentity(region, shell.env);
    shell.print(`The account is ${account}; AWS knows you as ${arn}.`);

    const environments = await chooseEnvironments(all, account);
    const { bucket } = await findState({ root: shell.root, env: { ...shell.env, AWS_ACCOUNT_ID: account } });
    const before = await readBootstrap({ bucket, region }, shell);
    const known: BootstrapSettings = {
      ...recallAnswers(before?.settings, options.dnssec),
      name: await readProjectName(shell),
      account_id: account,
      region,
      state_bucket: bucket,
      environments: environments.map((environment) => environment.name),
      domains: await readDomains(environments),
    };
    if (options.destroy) return destroyAll(known, environments, options.yes === true, shell);

    const email = options.email ?? (await ask(emailQuestion, known.email || shell.env.ALARM_EMAIL || ''));
    refuseEmail(email);
    const repository = await chooseRepository(
      { named: options.repository, isNeeded: options.github === true },
      known.github_repository,
      ask,
      shell,
    );
    const isForeign = repository !== undefined && !before?.ownsProvider;
    const settings: BootstrapSettings = {
      ...known,
      email,
      github_repository: repository?.name ?? '',
      github_owner_id: repository?.ownerId ?? 0,
      github_repository_id: repository?.id ?? 0,
      github_provider_arn: isForeign ? ((await findIdentityProvider(account, gitHub, shell.env)) ?? '') : '',
    };
    const made = await makeBucket({ name: bucket, region }, shell.env);
    shell.print(`The state bucket ${bucket} ${made ? 'was made' : 'is there'}.`);
    await applyBootstrap(settings, { asks: !options.yes }, shell);
    await rememberAccount({ region, account }, environments, shell);
    await lock(shell);
    if (options.github && repository) await fillRepository(settings, shell);
    const signed = Object.entries((await readBootstrap({ bucket, region }, shell))?.dsRecords ?? {});
    for (const [zone, record] of signed)
      shell.print(`DS record of the zone ${zone}, for the registrar of the domain: ${record}`);
    shell.print(`\n${shell.paint('good', 'Ready')}. Next: npx cloud-resume deploy ${settings.environments[0]}`);
    return 0;
  },
});

/** What was answered the last time; `dnssec` are zones that are named now. */
function recallAnswers(last: Partial<BootstrapSettings> = {}, dnssec: string | undefined) {
  return {
    email: last.email ?? '',
    github_repository: last.github_repository ?? '',
    github_owner_id: last.github_owner_id ?? 0,
    github_repository_id: last.github_repository_id ?? 0,
    github_provider_arn: last.github_provider_arn ?? '',
    dnssec_zone_ids: dnssec?.split(',').filter((id) => id !== 'none') ?? last.dnssec_zone_ids ?? [],
  };
}

/** Asks a question; without an answer, or without a person who may be asked, what is known. */
type Ask = (question: string, known: string) => Promise<string>;

const emailQuestion = 'Whom to mail when the month costs more than the budget, if anybody';

type Wanted = { readonly named: string | undefined; readonly isNeeded: boolean };

function refuseEmail(email = ''): void {
  if (email === '' || /^[^\s@]+@[^\s@]+$/.test(email)) return;
  throw new UserError(`"${printable(email)}" is not an e-mail address. Write one such as jane@jane.example.`, 2);
}

/** The repository whose pipeline deploys, by what was said, asked or seen in the checkout; nothing where none does. */
async function chooseRepository(
  { named, isNeeded }: Wanted,
  last: string,
  ask: Ask,
  shell: Shell,
): Promise<Repository | undefined> {
  const guess = last || (isNeeded && named === undefined && (await guessRepository(shell))) || '';
  const wanted =
    named ?? (await ask('GitHub repository whose pipeline deploys, such as jane/cloud-resume, if any', guess));
  if (wanted !== '') return findRepository(wanted, shell);
  if (isNeeded) throw new UserError('Say which repository: --repository jane/cloud-resume.', 2);
  return undefined;
}

/** Sets what the pipeline needs to know in the repository, or says what is left to do there by hand. */
async function fillRepository(settings: BootstrapSettings, shell: Shell): Promise<void> {
  const { account_id, region, state_bucket, email, github_repository: name, environments } = settings;
  const variables = {
    AWS_ACCOUNT_ID: account_id,
    AWS_REGION: region,
    STATE_S3_BUCKET: state_bucket,
    ...(email !== '' && { ALARM_EMAIL: email }),
  };
  const left = await setUpRepository(name, variables, environments, shell);
  shell.print(
    left.length === 0
      ? `The repository ${name} has its variables and environments.`
      : `gh could not do these, so they are left to you (https://cli.github.com):\n  ${left.join('\n  ')}`,
  );
}

/** Writes the provider's checksums where there are none yet; without them all works too. */
async function lock(shell: Shell): Promise<void> {
  if (existsSync(join(shell.root, lockFile))) return;
  try {
    shell.print(`The provider's checksums are in ${await lockProviders(shell)}: commit that too.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    shell.warn(`${error.message}\nAll else is done; npx cloud-resume doctor --lock tries it again.`);
  }
}

async function destroyAll(
  settings: BootstrapSettings,
  environments: readonly Environment[],
  isSure: boolean,
  shell: Shell,
): Promise<0> {
  const { name, state_bucket: bucket, region, account_id: account } = settings;
  const state = await createBucket({ name: bucket, region }, shell.env);
  for (const environment of environments) {
    // A bucket that is gone remembers nothing.
    const units = await readUnitStates(environment, state).catch(() => []);
    const left = units.filter(({ isApplied }) => isApplied).map(({ unit }) => unit);
    if (left.length > 0)
      throw new UserError(
        `${environment.name} is still there (${left.join(', ')}), and would be forgotten. First: npx cloud-resume destroy ${environment.name}`,
      );
  }
  if (!isSure) {
    shell.print(`This deletes the state bucket ${bucket}, the roles and the budget of ${account} for good.`);
    if ((await shell.ask(`Write ${name} to destroy it: `)) !== name) throw new UserError('Nothing was destroyed.');
  }
  await destroyBootstrap(settings, shell);
  shell.print(`${shell.paint('good', 'Destroyed')}. Nothing of ${name} is left in the account ${account}.`);
  return 0;
}
