import type {
  CachePolicyConfig,
  DistributionConfig,
  OriginAccessControlConfig,
  OriginRequestPolicyConfig,
  ResponseHeadersPolicyConfig,
} from '@aws-sdk/client-cloudfront';
import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { createObjectReader, type ObjectReader } from './create-object-reader.ts';
import { attempt } from './wrap-aws-error.ts';

/** What the edge reads of an account, through AWS's API. Each rejects when the API refuses or cannot be reached. */
export type CloudReader = DistributionReader & ObjectReader;

type DistributionReader = {
  readDistribution(id: string): Promise<DeployedDistribution>;
  readCachePolicy(id: string): Promise<CachePolicyConfig>;
  readOriginRequestPolicy(id: string): Promise<OriginRequestPolicyConfig>;
  readResponseHeadersPolicy(id: string): Promise<ResponseHeadersPolicyConfig>;
  readOriginAccessControl(id: string): Promise<OriginAccessControlConfig>;
  /** The code of a viewer function, as it is live. */
  readFunction(arn: string): Promise<string>;
  /** The ids of the newest invalidations of a distribution, in any order. */
  listInvalidations(distributionId: string): Promise<readonly string[]>;
  /** The paths of an invalidation. */
  readInvalidation(distributionId: string, id: string): Promise<readonly string[]>;
};

type DeployedDistribution = {
  readonly arn: string;
  /** Such as `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  readonly config: DistributionConfig;
};

/**
 * Creates what reads a deployed distribution, with the credentials and the endpoint that `env` names in AWS's usual ways; `region`
 * is the bucket's.
 */
export async function createCloudReader(region: string, env: Shell['env']): Promise<CloudReader> {
  const [distributions, objects] = await Promise.all([createDistributionReader(env), createObjectReader(region, env)]);
  return { ...distributions, ...objects };
}

async function createDistributionReader(env: Shell['env']): Promise<DistributionReader> {
  // Loaded here, because it takes a quarter of a second, and most commands need none of it.
  const cf = await import('@aws-sdk/client-cloudfront');
  // CloudFront has one API for the whole world, and it is there.
  const client = new cf.CloudFrontClient({ region: 'us-east-1', ...readClientSettings(env, 'CLOUDFRONT') });

  return {
    readDistribution: (id) =>
      read(
        `the distribution ${id}`,
        client.send(new cf.GetDistributionCommand({ Id: id })),
        ({ Distribution: found }) =>
          found?.DistributionConfig && {
            arn: found.ARN ?? '',
            domainName: found.DomainName ?? '',
            config: found.DistributionConfig,
          },
      ),
    readCachePolicy: (id) =>
      read(
        `the cache policy ${id}`,
        client.send(new cf.GetCachePolicyCommand({ Id: id })),
        ({ CachePolicy }) => CachePolicy?.CachePolicyConfig,
      ),
    readOriginRequestPolicy: (id) =>
      read(
        `the origin request policy ${id}`,
        client.send(new cf.GetOriginRequestPolicyCommand({ Id: id })),
        ({ OriginRequestPolicy }) => OriginRequestPolicy?.OriginRequestPolicyConfig,
      ),
    readResponseHeadersPolicy: (id) =>
      read(
        `the response headers policy ${id}`,
        client.send(new cf.GetResponseHeadersPolicyCommand({ Id: id })),
        ({ ResponseHeadersPolicy }) => ResponseHeadersPolicy?.ResponseHeadersPolicyConfig,
      ),
    readOriginAccessControl: (id) =>
      read(
        `the origin access control ${id}`,
        client.send(new cf.GetOriginAccessControlCommand({ Id: id })),
        ({ OriginAccessControl }) => OriginAccessControl?.OriginAccessControlConfig,
      ),
    async readFunction(arn) {
      const Name = arn.slice(arn.lastIndexOf('/') + 1);
      const asked = client.send(new cf.GetFunctionCommand({ Name, Stage: 'LIVE' }));
      return Buffer.from(await read(`the function ${Name}`, asked, ({ FunctionCode }) => FunctionCode)).toString(
        'utf8',
      );
    },
    listInvalidations: (distributionId) =>
      read(
        `the invalidations of ${distributionId}`,
        client.send(new cf.ListInvalidationsCommand({ DistributionId: distributionId })),
        ({ InvalidationList }) => (InvalidationList?.Items ?? []).flatMap(({ Id }) => Id ?? []),
      ),
    readInvalidation: (distributionId, id) =>
      read(
        `the invalidation ${id}`,
        client.send(new cf.GetInvalidationCommand({ DistributionId: distributionId, Id: id })),
        ({ Invalidation }) => Invalidation?.InvalidationBatch?.Paths?.Items ?? [],
      ),
  };
}

async function read<Reply, Found>(
  what: string,
  asked: Promise<Reply>,
  find: (reply: Reply) => Found | undefined,
): Promise<Found> {
  const found = find(await attempt(`Reading ${what} failed`, asked));
  if (found === undefined) throw new Error(`AWS answered without ${what}. Try again.`);
  return found;
}
