import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Aws, readElements } from './call-aws.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';
import { runTerragrunt } from './run-project.ts';

type Zone = { readonly id: string; readonly domain: string };

const domain = 'jane.example';

/** Makes a zone, as whoever buys a domain at Route 53 has one. */
export async function makeZone(aws: Aws): Promise<Zone> {
  const body = `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${domain}</Name><CallerReference>rehearsal</CallerReference></CreateHostedZoneRequest>`;
  const text = await aws.read({ service: 'route53', path: '/2013-04-01/hostedzone', xml: body });
  return { id: (readElements(text, 'Id')[0] ?? '').replace('/hostedzone/', ''), domain };
}

/** Says in a checkout that an environment has a domain in this zone. */
export function nameDomain(checkout: string, environment: string, { id }: Zone): void {
  const file = join(checkout, 'infrastructure/live', environment, 'env.hcl');
  const lines = `  domain         = "${domain}"\n  redirects      = ["www.${domain}"]\n  hosted_zone_id = "${id}"\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\}/m, `\n${lines}}`));
}

/** Gives a site its domain, and takes it back. Without a second name, for the emulator publishes no changed function. */
export async function tryDomain(rehearsal: Rehearsal, environment: Deployed, zone: Zone): Promise<void> {
  const { aws } = rehearsal.emulator;
  const apply = (env: Record<string, string>) =>
    runTerragrunt(rehearsal, environment, ['apply', '-auto-approve'], { env }, 's3-cloudfront');
  const said = await apply({ TF_VAR_domain: domain, TF_VAR_hosted_zone_id: zone.id });
  assert.match(said, new RegExp(`url = "https://${domain}"`));
  const path = `/2013-04-01/hostedzone/${zone.id}/rrset`;
  const records = await aws.read({ service: 'route53', method: 'GET', path });
  const found = new Set(
    readElements(records, 'Name').map((name, index) => `${name} ${readElements(records, 'Type')[index]}`),
  );
  for (const type of ['A', 'AAAA', 'HTTPS']) assert.ok(found.has(`${domain}. ${type}`), `${type}: ${[...found]}`);
  const config = await aws.read({
    service: 'cloudfront',
    method: 'GET',
    path: `/2020-05-31/distribution/${environment.distributionId}/config`,
  });
  assert.match(config, new RegExp(`<CNAME>${domain}</CNAME>`));
  await apply({});
  const after = await aws.read({ service: 'route53', method: 'GET', path });
  assert.ok(!readElements(after, 'Type').includes('AAAA'), after);
}
