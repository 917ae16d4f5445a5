import { join } from 'node:path';
import { readIdentity } from '#aws';
import { readSettingsFile, type Shell, UserError } from '#cli';

/** Where the state of an environment lies. */
export type State = { readonly bucket: string; readonly region: string };

/**
 * Finds the bucket that remembers what is deployed, as infrastructure/root.hcl does: STATE_S3_BUCKET, or else the name that bootstrap
 * gave it, which holds the account's number. Without an environment the account is the one that the credentials belong to.
 */
export async function findState(
  { root, env }: Pick<Shell, 'root' | 'env'>,
  environment?: { readonly folder: string },
): Promise<State> {
  const [common, own] = await Promise.all([
    readSettingsFile(join(root, 'infrastructure/root.hcl')),
    environment ? readSettingsFile(join(environment.folder, 'env.hcl')) : '',
  ]);
  const region = readSetting(common, 'state_region') ?? 'us-east-1';
  if (env.STATE_S3_BUCKET) return { bucket: env.STATE_S3_BUCKET, region };
  const known = readSetting(own, 'account_id') ?? env.AWS_ACCOUNT_ID;
  const account = known || (await askForAccount(region, env));
  return { bucket: `${readSetting(common, 'project') ?? 'cloud-resume'}-state-${account}`, region };
}

/** Reads the region of an environment as Terragrunt does: env.hcl may name one, root.hcl names that of the state and of all others. */
export async function readRegion(root: string, environment?: { readonly folder: string }): Promise<string> {
  const own = environment
    ? readSetting(await readSettingsFile(join(environment.folder, 'env.hcl')), 'region')
    : undefined;
  return (
    own ?? readSetting(await readSettingsFile(join(root, 'infrastructure/root.hcl')), 'state_region') ?? 'us-east-1'
  );
}

async function askForAccount(region: string, env: Shell['env']): Promise<string> {
  try {
    return (await readIdentity(region, env)).account;
  } catch (error) {
    const { message } = error as Error;
    throw new UserError(`STATE_S3_BUCKET is not set, and without an account its name cannot be told. ${message}`);
  }
}

/** A setting of an HCL file, as `name = "value"` in a line of its own. */
export function readSetting(hcl: string, name: string): string | undefined {
  return new RegExp(`^\\s*${name}\\s*=\\s*"([^"]*)"`, 'm').exec(hcl)?.[1];
}
