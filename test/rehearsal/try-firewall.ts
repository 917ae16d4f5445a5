import assert from 'node:assert/strict';
import type { Environment, Rehearsal } from './rehearsal.ts';
import { runTerragrunt } from './run-project.ts';

/** Puts the firewall before a site and takes it back: the distribution lets go before the firewall is deleted, which AWS refuses otherwise. */
export async function tryFirewall(rehearsal: Rehearsal, environment: Environment): Promise<void> {
  const apply = (firewall: boolean) => {
    const options = { env: { TF_VAR_firewall: String(firewall) } };
    return runTerragrunt(rehearsal, environment, ['apply', '-auto-approve'], options, 's3-cloudfront');
  };
  assert.match(await apply(true), /aws_wafv2_web_acl\.site\[0\]: Creation complete/);
  const back = await apply(false);
  const detached = back.indexOf('aws_cloudfront_distribution.site: Modifications complete');
  const deleted = back.indexOf('aws_wafv2_web_acl.site[0]: Destroying');
  assert.ok(detached >= 0 && detached < deleted, back);
}
