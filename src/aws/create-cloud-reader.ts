import type {
  CachePolicyConfig,
  DistributionConfig,
  OriginAccessControlConfig,
  OriginRequestPolicyConfig,
  ResponseHeadersPolicyConfig,
} from '@aws-sdk/client-cloudfront';
import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { attempt, hasName } from './wrap-aws-error.ts';

/** What the edge reads of an account, through AWS's API. Each rejects when the API refuses or cannot be reached. */
export type CloudReader = {
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
  /** The bucket's policy as JSON; nothing when it has none. */
  readBucketPolicy(bucket: string): Promise<string | undefined>;
  /** An object; nothing when there is none by this key. */
  readObject(wanted: WantedObject): Promise<StoredObject | undefined>;
};

type DeployedDistribution = {
  readonly arn: string;
  /** Such as `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  readonly config: DistributionConfig;
};

type WantedObject = {
  readonly bucket: string;
  readonly key: string;
  /** The version that the edge has already, with its quotes. */
  readonly etag?: string | undefined;
};

type StoredObject = {
  /** Whether `etag` still is the newest version; then there is no body. */
  readonly isUnchanged: boolean;
  /** By lower-case name, as S3 sends them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/**
 * Creates what reads a deployed distribution, with the credentials and the endpoint that `env` names in AWS's usual ways; `region`
 * is the bucket's.
 */
export async function createCloudReader(region: string, env: Shell['env']): Promise<CloudReader> {
  // Loaded here, because half a second is too much for commands that need none of it.
  const [cf, s3] = await Promise.all([import('@aws-sdk/client-cloudfront'), import('@aws-sdk/client-s3')]);
  // CloudFront has one API for the whole world, and it is there.
  const cloudFront = new cf.CloudFrontClient({ region: 'us-east-1', ...readClientSettings(env, 'CLOUDFRONT') });
  const files = new s3.S3Client({ region, ...readClientSettings(env, 'S3') });

  return {
    async readDistribution(id) {
      const { Distribution: found } = await attempt(
        `Reading the distribution ${id} failed`,
        cloudFront.send(new cf.GetDistributionCommand({ Id: id })),
      );
      if (!found?.DistributionConfig) throw new Error(`AWS answered without the distribution ${id}. Try again.`);
      return { arn: found.ARN ?? '', domainName: found.DomainName ?? '', config: found.DistributionConfig };
    },

    async readCachePolicy(id) {
      const { CachePolicy } = await attempt(
        `Reading the cache policy ${id} failed`,
        cloudFront.send(new cf.GetCachePolicyCommand({ Id: id })),
      );
      return known(CachePolicy?.CachePolicyConfig, `the cache policy ${id}`);
    },

    async readOriginRequestPolicy(id) {
      const { OriginRequestPolicy } = await attempt(
        `Reading the origin request policy ${id} failed`,
        cloudFront.send(new cf.GetOriginRequestPolicyCommand({ Id: id })),
      );
      return known(OriginRequestPolicy?.OriginRequestPolicyConfig, `the origin request policy ${id}`);
    },

    async readResponseHeadersPolicy(id) {
      const { ResponseHeadersPolicy } = await attempt(
        `Reading the response headers policy ${id} failed`,
        cloudFront.send(new cf.GetResponseHeadersPolicyCommand({ Id: id })),
      );
      return known(ResponseHeadersPolicy?.ResponseHeadersPolicyConfig, `the response headers policy ${id}`);
    },

    async readOriginAccessControl(id) {
      const { OriginAccessControl } = await attempt(
        `Reading the origin access control ${id} failed`,
        cloudFront.send(new cf.GetOriginAccessControlCommand({ Id: id })),
      );
      return known(OriginAccessControl?.OriginAccessControlConfig, `the origin access control ${id}`);
    },

    async readFunction(arn) {
      const Name = arn.slice(arn.lastIndexOf('/') + 1);
      const { FunctionCode } = await attempt(
        `Reading the function ${Name} failed`,
        cloudFront.send(new cf.GetFunctionCommand({ Name, Stage: 'LIVE' })),
      );
      return Buffer.from(known(FunctionCode, `the function ${Name}`)).toString('utf8');
    },

    async listInvalidations(distributionId) {
      const { InvalidationList } = await attempt(
        `Reading the invalidations of ${distributionId} failed`,
        cloudFront.send(new cf.ListInvalidationsCommand({ DistributionId: distributionId })),
      );
      return (InvalidationList?.Items ?? []).flatMap(({ Id }) => Id ?? []);
    },

    async readInvalidation(distributionId, id) {
      const { Invalidation } = await attempt(
        `Reading the invalidation ${id} failed`,
        cloudFront.send(new cf.GetInvalidationCommand({ DistributionId: distributionId, Id: id })),
      );
      return Invalidation?.InvalidationBatch?.Paths?.Items ?? [];
    },

    async readBucketPolicy(bucket) {
      const work = files.send(new s3.GetBucketPolicyCommand({ Bucket: bucket })).catch((error: unknown) => {
        if (hasName(error, 'NoSuchBucketPolicy')) return undefined;
        throw error;
      });
      return (await attempt(`Reading the policy of the bucket ${bucket} failed`, work))?.Policy;
    },

    async readObject({ bucket, key, etag }) {
      const command = new s3.GetObjectCommand({ Bucket: bucket, Key: key, ...(etag && { IfNoneMatch: etag }) });
      const work = files.send(command).catch((error: unknown) => {
        const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
        if (status === 304 || status === 404) return status;
        throw error;
      });
      const found = await attempt(`Reading ${key} from the bucket ${bucket} failed`, work);
      if (found === 404) return undefined;
      if (found === 304) return { isUnchanged: true, headers: {}, body: new Uint8Array() };
      const headers = {
        'accept-ranges': found.AcceptRanges,
        'cache-control': found.CacheControl,
        'content-disposition': found.ContentDisposition,
        'content-encoding': found.ContentEncoding,
        'content-language': found.ContentLanguage,
        'content-type': found.ContentType,
        etag: found.ETag,
        'last-modified': found.LastModified?.toUTCString(),
        server: 'AmazonS3',
        'x-amz-server-side-encryption': found.ServerSideEncryption,
        'x-amz-version-id': found.VersionId,
      };
      return {
        isUnchanged: false,
        headers: Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : []))),
        body: (await found.Body?.transformToByteArray()) ?? new Uint8Array(),
      };
    },
  };
}

function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`AWS answered without ${what}. Try again.`);
  return value;
}
