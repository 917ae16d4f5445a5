import type { Distribution } from './distribution.ts';
import { explainAwsFault } from './explain-aws-fault.ts';
import { requestHandler } from './request-handler.ts';

/**
 * Creates the port to a distribution of CloudFront, with the credentials and the endpoint that the environment names in
 * AWS's usual ways. Rejects with what was tried and what to do next.
 */
export async function createDistribution(id: string): Promise<Distribution> {
  const cloudFront = await import('@aws-sdk/client-cloudfront');
  // CloudFront has one API for the whole world, and it is there.
  const client = new cloudFront.CloudFrontClient({ region: 'us-east-1', requestHandler });

  function attempt<Result>(what: string, work: Promise<Result>): Promise<Result> {
    return work.catch((fault: unknown) => {
      throw explainAwsFault(`${what} the distribution ${id} failed`, fault);
    });
  }

  return {
    async readPolicy() {
      const config = await attempt(
        'Reading the settings of',
        client.send(new cloudFront.GetDistributionConfigCommand({ Id: id })),
      );
      const policyId = config.DistributionConfig?.DefaultCacheBehavior?.ResponseHeadersPolicyId;
      // The API writes "none" as an empty text.
      if (policyId === undefined || policyId === '') return undefined;
      const { ResponseHeadersPolicy } = await attempt(
        'Reading the response headers of',
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
        'Invalidating the cache of',
        client.send(new cloudFront.CreateInvalidationCommand({ DistributionId: id, InvalidationBatch: batch })),
      );
      return Invalidation?.Id ?? '';
    },

    async isInvalidated(invalidation) {
      const { Invalidation } = await attempt(
        'Waiting for the invalidation of',
        client.send(new cloudFront.GetInvalidationCommand({ DistributionId: id, Id: invalidation })),
      );
      return Invalidation?.Status === 'Completed';
    },
  };
}
