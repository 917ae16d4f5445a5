import { readdir } from 'node:fs/promises';
import { type Bucket, createBucket } from '#aws';
import type { Shell } from '#cli';
import type { DnsRecord } from './await-certificate.ts';
import type { Environment } from './find-environment.ts';
import { findState } from './find-state.ts';
import { prepareProviders } from './prepare-providers.ts';
import { runTerragrunt } from './run-terragrunt.ts';

/** A unit of an environment, as the state knows it. */
export type UnitState = {
  readonly unit: string;
  /** Whether something of it is there. */
  readonly isApplied: boolean;
  /** The site's address, of the unit that has it. */
  readonly url?: string | undefined;
  /** What somebody has to write where the domain's DNS is, and whether its certificate is issued. */
  readonly dnsRecords?: readonly DnsRecord[] | undefined;
  readonly certificate?: string | undefined;
};

/** Reads from the state bucket which units of an environment are there, wholly or in part. */
export async function readUnitStates(
  { name, folder }: Environment,
  state: Pick<Bucket, 'read'>,
): Promise<readonly UnitState[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const units = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  return Promise.all(
    units.map(async (unit) => ({ unit, ...parseState((await state.read(`${name}/${unit}.tfstate`))?.text) })),
  );
}

/** Destroys what is there of an environment, in one go or in several, and says in a sentence what is not. */
export async function destroyEnvironment(environment: Environment, shell: Shell): Promise<void> {
  const { name, folder } = environment;
  const { bucket, region } = await findState(shell, environment);
  const states = await readUnitStates(environment, await createBucket({ name: bucket, region }, shell.env));
  const there = states.filter(({ isApplied }) => isApplied).map(({ unit }) => unit);
  const missing = states.filter(({ isApplied }) => !isApplied).map(({ unit }) => unit);
  if (there.length === 0) {
    shell.print(`Nothing of ${name} is there, so there is nothing to destroy.`);
    return;
  }
  if (missing.length > 0) shell.print(`Not there, so nothing of it is destroyed: ${missing.join(', ')}.`);
  await prepareProviders(environment, shell);
  const filters = missing.length === 0 ? [] : there.flatMap((unit) => ['--filter', `./${unit}`]);
  const args = ['run', '--all', '--non-interactive', ...filters, '--', 'destroy'];
  const failed = `Not all of ${name} was destroyed. Terragrunt says why above; run this again when it is mended.`;
  await runTerragrunt(folder, args, shell.env, failed);
  shell.print(`${shell.paint('good', 'Destroyed')} ${name}. Its state stays in ${bucket}, empty.`);
}

// A state that is encrypted tells no more than that it is there; one without resources is what destroy leaves.
function parseState(text: string | undefined): Omit<UnitState, 'unit'> {
  if (text === undefined) return { isApplied: false };
  try {
    const { resources, outputs } = JSON.parse(text) as {
      readonly resources?: readonly unknown[];
      readonly outputs?: {
        readonly url?: { readonly value?: string };
        readonly dns_records?: { readonly value?: readonly DnsRecord[] };
        readonly certificate_status?: { readonly value?: string };
      };
    };
    return {
      isApplied: resources?.length !== 0,
      url: outputs?.url?.value,
      dnsRecords: outputs?.dns_records?.value,
      certificate: outputs?.certificate_status?.value,
    };
  } catch {
    return { isApplied: true };
  }
}
