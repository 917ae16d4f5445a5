import type {
  CachePolicyConfig,
  DistributionConfig,
  OriginAccessControlConfig,
  OriginRequestPolicyConfig,
  ResponseHeadersPolicyConfig,
} from '@aws-sdk/client-cloudfront';

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

export type DeployedDistribution = {
  readonly arn: string;
  /** Such as `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  readonly config: DistributionConfig;
};

export type WantedObject = {
  readonly bucket: string;
  readonly key: string;
  /** The version that the edge has already, with its quotes. */
  readonly etag?: string | undefined;
};

export type StoredObject = {
  /** Whether `etag` still is the newest version; then there is no body. */
  readonly isUnchanged: boolean;
  /** By lower-case name, as S3 sends them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};
