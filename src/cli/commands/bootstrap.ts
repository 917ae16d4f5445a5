import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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
  readSetting,
  readUnitStates,
} from '#terragrunt';
import { defineCommand } from '../define-command.ts';
import { readSettingsFile } from '../read-ordinary-file.ts';
import type { Shell } from '../shell.ts';
import { UserError } from '../user-error.ts';
import { findRepository, guessRepository, setUpRepository } from './bootstrap/github-repository.ts';

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
    const ask = async (question: string, known: string) =>
      options.yes ? known : (await shell.ask(`${question}${known === '' ? '' : ` [${known}]`}: `)) || known;

    const root = join(shell.root, 'infrastructure/root.hcl');
    const usual = await readRegion(shell.root);
    const region =
      options.region ?? (options.destroy ? usual : await ask('Region of the state, and of all else', usual));
    if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
      throw new UserError(`"${region}" is not a region of AWS, such as us-east-1.`, 2);
    const { account, arn } = await readIdentity(region, shell.env);
    shell.print(`The account is ${account}; AWS knows you as ${arn}.`);

    const environments = await chooseEnvironments(shell, operands[0], account);
    const name = readSetting(await readSettingsFile(root), 'project') ?? 'cloud-resume';
    const { bucket } = await findState({ root: shell.root, env: { ...shell.env, AWS_ACCOUNT_ID: account } });
    const before = await readBootstrap({ bucket, region }, shell);
    const last = before?.settings ?? {};
    const settings: BootstrapSettings = {
      name,
      account_id: account,
      region,
      state_bucket: bucket,
      environments: environments.map((environment) => environment.name),
      email: last.email ?? '',
      github_repository: last.github_repository ?? '',
      github_owner_id: last.github_owner_id ?? 0,
      github_repository_id: last.github_repository_id ?? 0,
      github_provider_arn: last.github_provider_arn ?? '',
      domains: await readDomains(environments),
      dnssec_zone_ids:
        options.dnssec === undefined
          ? (last.dnssec_zone_ids ?? [])
          : options.dnssec.split(',').filter((id) => id !== 'none'),
    };
    if (options.destroy) return destroyAll(settings, environments, options.yes === true, shell);

    const email =
      options.email ??
      (await ask(
        'Whom to mail when the month costs more than the budget, if anybody',
        last.email || shell.env.ALARM_EMAIL || '',
      ));
    const guess =
      last.github_repository ||
      (options.github && options.repository === undefined && (await guessRepository(shell))) ||
      '';
    const wanted =
      options.repository ??
      (await ask('GitHub repository whose pipeline deploys, such as jane/cloud-resume, if any', guess));
    if (options.github && wanted === '')
      throw new UserError('Say which repository: --repository jane/cloud-resume.', 2);
    const repository = wanted === '' ? undefined : await findRepository(wanted, shell);
    const isForeign = repository !== undefined && !before?.ownsProvider;
    const provider = isForeign ? ((await findIdentityProvider(account, gitHub, shell.env)) ?? '') : '';

    const made = await makeBucket({ name: bucket, region }, shell.env);
    shell.print(`The state bucket ${bucket} ${made ? 'was made' : 'is there'}.`);
    await applyBootstrap(
      {
        ...settings,
        email,
        github_repository: repository?.name ?? '',
        github_owner_id: repository?.ownerId ?? 0,
        github_repository_id: repository?.id ?? 0,
        github_provider_arn: provider,
      },
      { asks: !options.yes },
      shell,
    );
    await remember(root, region, usual, environments, account, shell);
    await lock(shell);
    if (options.github && repository) {
      const variables = {
        AWS_ACCOUNT_ID: account,
        AWS_REGION: region,
        STATE_S3_BUCKET: bucket,
        ...(email !== '' && { ALARM_EMAIL: email }),
      };
      const left = await setUpRepository(repository.name, variables, settings.environments, shell);
      shell.print(
        left.length === 0
          ? `The repository ${repository.name} has its variables and environments.`
          : `gh could not do these, so they are left to you (https://cli.github.com):\n  ${left.join('\n  ')}`,
      );
    }
    const signed = Object.entries((await readBootstrap({ bucket, region }, shell))?.dsRecords ?? {});
    for (const [zone, record] of signed)
      shell.print(`DS record of the zone ${zone}, for whoever sold the domain: ${record}`);
    shell.print(`\n${shell.paint('good', 'Ready')}. Next: npx cloud-resume deploy ${settings.environments[0]}`);
    return 0;
  },
});

/** The environments that belong to the account: those that name it or none, or the one that was asked for. */
async function chooseEnvironments(
  shell: Shell,
  named: string | undefined,
  account: string,
): Promise<readonly Environment[]> {
  const all = await findEnvironments(shell.root, named, 'bootstrap');
  const owners = await Promise.all(all.map(async (one) => readSetting(await readSettings(one), 'account_id')));
  const chosen = all.filter((_, index) => [undefined, '', account].includes(owners[index]));
  if (chosen.length > 0) return chosen;
  const places = all.map(({ name }, index) => `${name} in ${owners[index]}`).join(', ');
  throw new UserError(
    `These credentials are for the account ${account}, and env.hcl says otherwise: ${places}. Name another profile with AWS_PROFILE.`,
  );
}

/** The domains of environments, as their env.hcl names them. */
async function readDomains(environments: readonly Environment[]): Promise<BootstrapSettings['domains']> {
  const found = await Promise.all(
    environments.map(async (environment) => {
      const text = await readSettings(environment);
      const [domain, zone] = [readSetting(text, 'domain'), readSetting(text, 'hosted_zone_id')];
      const [, list = ''] = /^\s*redirects\s*=\s*\[([^\]]*)\]/m.exec(text) ?? [];
      const others = [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
      return domain ? [[environment.name, { names: [domain, ...others], hosted_zone_id: zone ?? '' }]] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Writes down where all this is, for git to keep: the region, and for each environment the account that it is held to. */
async function remember(
  root: string,
  region: string,
  usual: string,
  environments: readonly Environment[],
  account: string,
  shell: Shell,
): Promise<void> {
  const changed: string[] = [];
  if (region !== usual) {
    const text = await readSettingsFile(root);
    await writeFile(root, text.replace(/^(\s*state_region\s*=\s*)"[^"]*"/m, `$1"${region}"`));
    changed.push('infrastructure/root.hcl');
  }
  for (const environment of environments) {
    const text = await readSettings(environment);
    if (readSetting(text, 'account_id') !== undefined) continue;
    const line = `  account_id = "${account}" # no other account is touched, whichever profile is in use\n\n`;
    await writeFile(
      join(environment.folder, 'env.hcl'),
      text.replace(/^locals \{\n/m, (begin) => begin + line),
    );
    changed.push(`infrastructure/live/${environment.name}/env.hcl`);
  }
  if (changed.length > 0) shell.print(`Region and account are noted in ${changed.join(', ')}: commit that.`);
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

function readSettings({ folder }: Environment): Promise<string> {
  return readSettingsFile(join(folder, 'env.hcl'));
}
