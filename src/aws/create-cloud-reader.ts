import type { CloudReader } from './cloud-reader.ts';
import { explainAwsFault } from './explain-aws-fault.ts';
import { requestHandler } from './request-handler.ts';

/**
 * Creates what reads a deployed distribution, with the credentials and the endpoint that the environment names in AWS's usual
 * ways; `region` is the bucket's. Its functions reject with what was tried and what to do next.
 */
export async function createCloudReader(region: string): Promise<CloudReader> {
  // Loaded here, because half a second is too much for commands that need none of it.
  const [cf, s3] = await Promise.all([import('@aws-sdk/client-cloudfront'), import('@aws-sdk/client-s3')]);
  // CloudFront has one API for the whole world, and it is there.
  const cloudFront = new cf.CloudFrontClient({ region: 'us-east-1', requestHandler });
  const files = new s3.S3Client({ region, requestHandler });

  async function attempt<Result>(what: string, work: Promise<Result>): Promise<Result> {
    return work.catch((fault: unknown) => {
      throw explainAwsFault(`Reading ${what} failed`, fault);
    });
  }

  return {
    async readDistribution(id) {
      const { Distribution: found } = await attempt(
        `the distribution ${id}`,
        cloudFront.send(new cf.GetDistributionCommand({ Id: id })),
      );
      if (!found?.DistributionConfig) throw new Error(`AWS answered without the distribution ${id}. Try again.`);
      return { arn: found.ARN ?? '', domainName: found.DomainName ?? '', config: found.DistributionConfig };
    },

    async readCachePolicy(id) {
      const { CachePolicy } = await attempt(
        `the cache policy ${id}`,
        cloudFront.send(new cf.GetCachePolicyCommand({ Id: id })),
      );
      return known(CachePolicy?.CachePolicyConfig, `the cache policy ${id}`);
    },

    async readOriginRequestPolicy(id) {
      const { OriginRequestPolicy } = await attempt(
        `the origin request policy ${id}`,
        cloudFront.send(new cf.GetOriginRequestPolicyCommand({ Id: id })),
      );
      return known(OriginRequestPolicy?.OriginRequestPolicyConfig, `the origin request policy ${id}`);
    },

    async readResponseHeadersPolicy(id) {
      const { ResponseHeadersPolicy } = await attempt(
        `the response headers policy ${id}`,
        cloudFront.send(new cf.GetResponseHeadersPolicyCommand({ Id: id })),
      );
      return known(ResponseHeadersPolicy?.ResponseHeadersPolicyConfig, `the response headers policy ${id}`);
    },

    async readOriginAccessControl(id) {
      const { OriginAccessControl } = await attempt(
        `the origin access control ${id}`,
        cloudFront.send(new cf.GetOriginAccessControlCommand({ Id: id })),
      );
      return known(OriginAccessControl?.OriginAccessControlConfig, `the origin access control ${id}`);
    },

    async readFunction(arn) {
      const Name = arn.slice(arn.lastIndexOf('/') + 1);
      const { FunctionCode } = await attempt(
        `the function ${Name}`,
        cloudFront.send(new cf.GetFunctionCommand({ Name, Stage: 'LIVE' })),
      );
      return Buffer.from(known(FunctionCode, `the function ${Name}`)).toString('utf8');
    },

    async listInvalidations(distributionId) {
      const { InvalidationList } = await attempt(
        `the invalidations of ${distributionId}`,
        cloudFront.send(new cf.ListInvalidationsCommand({ DistributionId: distributionId })),
      );
      return (InvalidationList?.Items ?? []).flatMap(({ Id }) => Id ?? []);
    },

    async readInvalidation(distributionId, id) {
      const { Invalidation } = await attempt(
        `the invalidation ${id}`,
        cloudFront.send(new cf.GetInvalidationCommand({ DistributionId: distributionId, Id: id })),
      );
      return Invalidation?.InvalidationBatch?.Paths?.Items ?? [];
    },

    async readBucketPolicy(bucket) {
      const work = files.send(new s3.GetBucketPolicyCommand({ Bucket: bucket })).catch((fault: unknown) => {
        if (fault instanceof Error && fault.name === 'NoSuchBucketPolicy') return undefined;
        throw fault;
      });
      return (await attempt(`the policy of the bucket ${bucket}`, work))?.Policy;
    },

    async readObject({ bucket, key, etag }) {
      const command = new s3.GetObjectCommand({ Bucket: bucket, Key: key, ...(etag && { IfNoneMatch: etag }) });
      const work = files.send(command).catch((fault: unknown) => {
        const status = (fault as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
        if (status === 304 || status === 404) return status;
        throw fault;
      });
      const found = await attempt(`${key} from the bucket ${bucket}`, work);
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
