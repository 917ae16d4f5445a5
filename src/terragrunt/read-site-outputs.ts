import type { Shell } from '#cli';
import { showProgress } from '#cli';
import type { Environment } from './find-environment.ts';
import { readOutputs } from './read-outputs.ts';

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
