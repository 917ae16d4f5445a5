import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { attempt } from './wrap-aws-error.ts';

/** The site's edge, as publishing needs it. Every function rejects with what was tried and what to do next. */
export type Distribution = {
  /** The `content-security-policy` that it sends with the site's files; nothing when it sends none. */
  readPolicy(): Promise<string | undefined>;
  /** Begins to forget what is cached for these paths; gives the id of that. */
  invalidate(paths: readonly string[]): Promise<string>;
  /** Whether that has been done everywhere. */
  isInvalidated(id: string): Promise<boolean>;
};

/** Creates the port to a distribution of CloudFront, with the credentials and the endpoint that `env` names in AWS's usual ways. */
export async function createDistribution(id: string, env: Shell['env']): Promise<Distribution> {
  const cloudFront = await import('@aws-sdk/client-cloudfront');
  // CloudFront has one API for the whole world, and it is there.
  const client = new cloudFront.CloudFrontClient({ region: 'us-east-1', ...readClientSettings(env, 'CLOUDFRONT') });

  return {
    async readPolicy() {
      const config = await attempt(
        `Reading the settings of the distribution ${id} failed`,
        client.send(new cloudFront.GetDistributionConfigCommand({ Id: id })),
      );
      const policyId = config.DistributionConfig?.DefaultCacheBehavior?.ResponseHeadersPolicyId;
      // The API writes "none" as an empty text.
      if (policyId === undefined || policyId === '') return undefined;
      const { ResponseHeadersPolicy } = await attempt(
        `Reading the response headers of the distribution ${id} failed`,
        client.send(new cloudFront.GetResponseHeadersPolicyCommand({ Id: policyId })),
      );
      return ResponseHeadersPolicy?.ResponseHeadersPolicyConfig?.SecurityHeadersConfig?.ContentSecurityPolicy
        ?.ContentSecurityPolicy;
    },

    async invalidate(paths) {
      const batch = {
        // The same reference asks for the same invalidation, so a request that is tried again makes no second one.
        CallerReference: crypto.randomUUID(),
        Paths: { Quantity: paths.length, Items: [...paths] },
      };
      const { Invalidation } = await attempt(
        `Invalidating the cache of the distribution ${id} failed`,
        client.send(new cloudFront.CreateInvalidationCommand({ DistributionId: id, InvalidationBatch: batch })),
      );
      return Invalidation?.Id ?? '';
    },

    async isInvalidated(invalidation) {
      const { Invalidation } = await attempt(
        `Waiting for the invalidation of the distribution ${id} failed`,
        client.send(new cloudFront.GetInvalidationCommand({ DistributionId: id, Id: invalidation })),
      );
      return Invalidation?.Status === 'Completed';
    },
  };
}
