import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BootstrapSettings, type Environment, readRegion, readSetting } from '#terragrunt';
import { readSettingsFile } from '../../read-ordinary-file.ts';
import type { Shell } from '../../shell.ts';
import { UserError } from '../../user-error.ts';

// What the project's own files say: infrastructure/root.hcl and the env.hcl of each environment.

/** What the project calls itself on AWS. */
export async function readProjectName(shell: Pick<Shell, 'root'>): Promise<string> {
  return readSetting(await readSettingsFile(findRoot(shell)), 'project') ?? 'cloud-resume';
}

/** Those of the environments that belong to the account: they name it or none. */
export async function chooseEnvironments(
  all: readonly Environment[],
  account: string,
): Promise<readonly Environment[]> {
  const owners = await Promise.all(all.map(async (one) => readSetting(await readSettings(one), 'account_id')));
  const chosen = all.filter((_, index) => [undefined, '', account].includes(owners[index]));
  if (chosen.length > 0) return chosen;
  const places = all.map(({ name }, index) => `${name} in ${owners[index]}`).join(', ');
  throw new UserError(
    `These credentials are for the account ${account}, and env.hcl says otherwise: ${places}. Name another profile with AWS_PROFILE.`,
  );
}

/** The domains of environments, as their env.hcl names them. */
export async function readDomains(environments: readonly Environment[]): Promise<BootstrapSettings['domains']> {
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
export async function rememberAccount(
  { region, account }: { readonly region: string; readonly account: string },
  environments: readonly Environment[],
  shell: Shell,
): Promise<void> {
  const changed: string[] = [];
  if (region !== (await readRegion(shell.root))) {
    const root = findRoot(shell);
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

function findRoot({ root }: Pick<Shell, 'root'>): string {
  return join(root, 'infrastructure/root.hcl');
}

function readSettings({ folder }: Environment): Promise<string> {
  return readSettingsFile(join(folder, 'env.hcl'));
}
