import { readdir } from 'node:fs/promises';
import type { Bucket } from '#aws';
import type { DnsRecord } from './await-certificate.ts';
import type { Environment } from './find-environment.ts';

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
