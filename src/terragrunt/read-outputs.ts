import { join } from 'node:path';
import { type Shell, showProgress, UserError } from '#cli';
import type { Environment } from './find-environment.ts';
import { findState } from './find-state.ts';
import { askTerragrunt } from './run-terragrunt.ts';

/** Outputs of a unit, and what a person calls that which it makes. */
type WantedOutputs<Name extends string> = {
  readonly unit: string;
  readonly what: string;
  /** The outputs that are wanted. */
  readonly names: readonly Name[];
};

/** Asks Terragrunt for the outputs of a unit, or says why there are none and what to do. */
export async function readOutputs<Name extends string>(
  environment: Environment,
  { unit, what, names }: WantedOutputs<Name>,
  shell: Pick<Shell, 'root' | 'env'>,
): Promise<Readonly<Record<Name, string>>> {
  const { name, folder } = environment;
  const { bucket } = await findState(shell, environment);
  const unitFolder = join(folder, unit);
  const read = await askTerragrunt(unitFolder, ['output', '-json'], { ...shell.env, STATE_S3_BUCKET: bucket });
  const values = read.ok ? parseOutputs(read.stdout) : undefined;
  const isEmpty = values !== undefined && Object.keys(values).length === 0;
  if (isEmpty || /has not been applied yet/.test(read.stderr)) {
    throw new UserError(`${name} is not deployed yet. Run npx cloud-resume deploy ${name}.`);
  }
  if (!values) {
    throw new UserError(
      `Terragrunt cannot tell where the ${what} of ${name} is. Run npx cloud-resume doctor, or mend what it says:\n${pickErrors(read.stderr)}`,
    );
  }
  if (names.every((wanted) => values[wanted])) return values as Readonly<Record<Name, string>>;
  const remedy = `Run npx cloud-resume deploy ${name}, or terragrunt apply in ${unitFolder}.`;
  throw new UserError(`The ${what} of ${name} was deployed by an earlier version. ${remedy}`);
}

function parseOutputs(text: string): Readonly<Record<string, string | undefined>> | undefined {
  try {
    const outputs = JSON.parse(text) as Readonly<Record<string, { readonly value: unknown }>>;
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  } catch {
    return undefined;
  }
}

// Terragrunt says everything twice, with tips in between.
function pickErrors(text: string): string {
  const lines = text.split('\n').filter((line) => / ERROR | STDERR |Error/.test(line));
  const picked = lines.map((line) => `  ${line.replace(/^[\d:.]+ (ERROR|STDERR) +/, '')}`);
  return [...new Set(picked)].slice(0, 12).join('\n') || `  ${text.trim()}`;
}

/** Where an environment's site is. */
export type SiteOutputs = {
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  readonly distributionId: string;
};

/** Asks Terragrunt for the outputs of an environment's site, or says why there are none and what to do. */
export async function readSiteOutputs(environment: Environment, shell: Shell): Promise<SiteOutputs> {
  const names = ['url', 'bucket', 'region', 'distribution_id'] as const;
  const reading = readOutputs(environment, { unit: 's3-cloudfront', what: 'site', names }, shell);
  const outputs = await showProgress(shell, 'Asking Terragrunt where the site is', reading);
  const { url, bucket, region, distribution_id: distributionId } = outputs;
  return { url, bucket, region, distributionId };
}
