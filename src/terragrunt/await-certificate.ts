import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readSettingsFile, type Shell, showProgress, UserError } from '#cli';
import type { Environment } from './find-environment.ts';
import { readSetting } from './find-state.ts';
import { readOutputs } from './read-outputs.ts';
import { askTerragrunt } from './run-terragrunt.ts';

/** A record that a domain needs, which somebody writes where its DNS is. */
export type DnsRecord = { readonly name: string; readonly type: string; readonly value: string };

const unit = 's3-cloudfront';
const pauseMs = 30_000;
const maxTries = 60;

/** One record a line, in columns. */
export function formatRecords(records: readonly DnsRecord[]): string {
  const longest = Math.max(...records.map(({ name }) => name.length));
  return records.map(({ name, type, value }) => `  ${name.padEnd(longest)}  ${type}  ${value}`).join('\n');
}

/**
 * With a domain whose DNS is elsewhere (`dns = "manual"`): shows its records, and until Amazon has found them applies the site's unit
 * again and again, which takes the certificate when it is issued. After half an hour it says how to go on and resolves too: the
 * site is there, at CloudFront's name.
 */
export async function awaitCertificate(
  environment: Environment,
  shell: Shell,
  pause: (ms: number) => Promise<unknown> = setTimeout,
): Promise<void> {
  const { name, folder } = environment;
  const settings = await readSettingsFile(join(folder, 'env.hcl'));
  const domain = readSetting(settings, 'domain');
  if (readSetting(settings, 'dns') !== 'manual' || domain === undefined) return;

  const read = async () => {
    const names = ['certificate_status', 'dns_records'] as const;
    const found = await readOutputs(environment, { unit, what: 'site', names }, shell);
    return { status: found.certificate_status, records: JSON.parse(found.dns_records) as readonly DnsRecord[] };
  };
  const { status: first, records } = await read();
  shell.print(
    `\n${domain} needs these records, where its DNS is. At the top of a domain, where no CNAME may be, write ALIAS or ANAME:`,
  );
  shell.print(formatRecords(records));
  if (first === 'ISSUED') return;

  shell.print(
    'Amazon looks for the first ones every few minutes. This waits; to go on later, press Ctrl-C and run it again.',
  );
  const wait = async (): Promise<string> => {
    for (let tries = 0; tries < maxTries; tries += 1) {
      await pause(pauseMs);
      const args = ['apply', '-auto-approve', '-input=false', '-no-color'];
      const { ok, stderr } = await askTerragrunt(join(folder, unit), args, shell.env);
      if (!ok)
        throw new UserError(
          `Applying the site of ${name} again failed. Mend what Terragrunt says, then run npx cloud-resume deploy ${name} again:\n${stderr.trim().split('\n').slice(-20).join('\n')}`,
        );
      const { status } = await read();
      if (status !== 'PENDING_VALIDATION') return status;
    }
    return 'PENDING_VALIDATION';
  };
  const status = await showProgress(shell, `Waiting for the certificate of ${domain}`, wait());
  if (status === 'ISSUED') return shell.print(`The certificate of ${domain} is issued.`);
  const remedy = `Check them, then run npx cloud-resume deploy ${name} again.`;
  if (status !== 'PENDING_VALIDATION')
    throw new UserError(`Amazon gave up on the certificate of ${domain} (${status}). ${remedy}`);
  shell.print(`The records were not found yet, so the site is at CloudFront's name for now. ${remedy}`);
}
