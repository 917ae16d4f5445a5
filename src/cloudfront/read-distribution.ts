import type { CacheBehavior, DefaultCacheBehavior, DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { CloudReader } from '#aws';
import type { Distribution, ErrorPage, Origin } from './distribution.ts';
import { readBehavior } from './read-behavior.ts';
import { readOrigin } from './read-origin.ts';

/** Reads a distribution and all that belongs to it. Rejects when it cannot be read or does what this edge cannot. */
export async function readDistribution(reader: CloudReader, id: string): Promise<Distribution> {
  const { arn, domainName, config } = await reader.readDistribution(id);
  const origins = new Map<string | undefined, Origin>(
    await Promise.all(
      (config.Origins?.Items ?? []).map(async (one) => [one.Id, await readOrigin(reader, one)] as const),
    ),
  );
  const behaviors = await Promise.all(
    listBehaviors(config).map((behavior) => {
      const origin = origins.get(behavior.TargetOriginId);
      if (!origin) {
        throw new Error(
          `The behavior of distribution ${id} for ${behavior.PathPattern} has the origin "${behavior.TargetOriginId}", which this edge cannot follow. Use an origin rather than a group of them.`,
        );
      }
      return readBehavior(reader, behavior, origin);
    }),
  );
  return {
    id,
    arn,
    domainName,
    isEnabled: config.Enabled ?? false,
    rootPath: config.DefaultRootObject ? `/${config.DefaultRootObject}` : '',
    behaviors,
    errorPages: readErrorPages(config),
    notes: listNotes(config),
  };
}

function listBehaviors({ CacheBehaviors, DefaultCacheBehavior }: DistributionConfig): readonly CacheBehavior[] {
  const last = { ...(DefaultCacheBehavior as DefaultCacheBehavior), PathPattern: '*' };
  return [...(CacheBehaviors?.Items ?? []), last];
}

function readErrorPages({ CustomErrorResponses }: DistributionConfig): ReadonlyMap<number, ErrorPage> {
  return new Map(
    (CustomErrorResponses?.Items ?? []).map((one) => [
      Number(one.ErrorCode),
      {
        path: one.ResponsePagePath || undefined,
        status: Number(one.ResponseCode || one.ErrorCode),
        ttlSeconds: one.ErrorCachingMinTTL ?? 10,
      },
    ]),
  );
}

function listNotes(config: DistributionConfig): readonly string[] {
  const behaviors = listBehaviors(config);
  const notes: readonly (readonly [boolean, string])[] = [
    [Boolean(config.WebACLId), 'The firewall (AWS WAF) does not run here.'],
    [(config.Restrictions?.GeoRestriction?.Quantity ?? 0) > 0, 'Countries are not told apart here.'],
    [
      behaviors.some((one) => (one.LambdaFunctionAssociations?.Quantity ?? 0) > 0),
      'Lambda@Edge functions do not run here.',
    ],
    [
      behaviors.some((one) => one.TrustedKeyGroups?.Enabled || one.TrustedSigners?.Enabled),
      'Signed addresses and cookies are not asked for here.',
    ],
  ];
  return notes.flatMap(([applies, note]) => (applies ? [note] : []));
}
