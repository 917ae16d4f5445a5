import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { CloudReader } from '#aws';

type StoredFile = { body: string; type: string; cache: string };

/** An account with one distribution and its bucket, as AWS's API would tell of it. Everything may be changed while it is read. */
export type Cloud = {
  readonly reader: CloudReader;
  readonly config: DistributionConfig;
  policy: { Statement: object[] };
  functionCode: string;
  /** What the bucket holds, by key. */
  readonly files: Map<string, StoredFile>;
  /** What was read of the bucket: the key, and `if changed` when the edge had a version already. */
  readonly reads: string[];
  readonly invalidations: { id: string; paths: string[] }[];
};

const arn = 'arn:aws:cloudfront::000000000000:distribution/E1';

/** Creates an account whose distribution is set up as the project's own; its API is at `apiUrl`. */
export function createCloud(apiUrl: string): Cloud {
  const reads: string[] = [];
  const page = (body: string): StoredFile => ({
    body,
    type: 'text/html; charset=utf-8',
    cache: 'public, max-age=0, must-revalidate',
  });
  const cloud: Cloud = {
    config: createConfig(new URL(apiUrl)),
    policy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: ['arn:aws:s3:::files', 'arn:aws:s3:::files/site/*'],
          Condition: { StringEquals: { 'AWS:SourceArn': arn } },
        },
      ],
    },
    functionCode:
      "function handler({ request }) { if (request.uri.endsWith('/')) request.uri += 'index.html'; return request; }",
    files: new Map([
      ['site/index.html', page(`<!doctype html>${'<p>Hello.</p>'.repeat(200)}`)],
      ['site/404.html', page('<!doctype html>Nothing here.')],
      ['site/blog/index.html', page('<!doctype html>A folder.')],
      ['site/a.css', { body: 'a{}', type: 'text/css; charset=utf-8', cache: 'public, max-age=31536000, immutable' }],
      ['other/secret.txt', { body: 'secret', type: 'text/plain', cache: '' }],
    ]),
    reads,
    invalidations: [],
    reader: {
      readDistribution: async () => ({ arn, domainName: 'd1.cloudfront.net', config: cloud.config }),
      readCachePolicy: async (id) => {
        const isOn = id === 'on';
        return {
          Name: id,
          MinTTL: isOn ? 1 : 0,
          DefaultTTL: isOn ? 86_400 : 0,
          MaxTTL: isOn ? 31_536_000 : 0,
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingBrotli: isOn,
            EnableAcceptEncodingGzip: isOn,
            HeadersConfig: { HeaderBehavior: 'none' },
            CookiesConfig: { CookieBehavior: 'none' },
            QueryStringsConfig: { QueryStringBehavior: 'none' },
          },
        };
      },
      readOriginRequestPolicy: async (id) => ({
        Name: id,
        HeadersConfig: {
          HeaderBehavior: 'whitelist',
          Headers: {
            Quantity: 4,
            Items: ['CloudFront-Viewer-Country', 'CloudFront-Viewer-Address', 'Origin', 'User-Agent'],
          },
        },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      }),
      readResponseHeadersPolicy: async (id) => ({
        Name: id,
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: false },
        },
        CustomHeadersConfig: { Quantity: 1, Items: [{ Header: 'X-Own', Value: 'yes', Override: false }] },
        RemoveHeadersConfig: { Quantity: 1, Items: [{ Header: 'Server' }] },
      }),
      readOriginAccessControl: async (id) => ({
        Name: id,
        SigningProtocol: 'sigv4',
        SigningBehavior: 'always',
        OriginAccessControlOriginType: 's3',
      }),
      readFunction: async () => cloud.functionCode,
      listInvalidations: async () => cloud.invalidations.map(({ id }) => id),
      readInvalidation: async (_, id) => cloud.invalidations.find((one) => one.id === id)?.paths ?? [],
      readBucketPolicy: async () => JSON.stringify(cloud.policy),
      readObject: async ({ bucket, key, etag }) => {
        reads.push(etag === undefined ? key : `${key} if changed`);
        const file = bucket === 'files' ? cloud.files.get(key) : undefined;
        if (!file) return undefined;
        const current = `"${Buffer.from(file.body).toString('hex').slice(-16)}"`;
        if (etag === current) return { isUnchanged: true, headers: {}, body: new Uint8Array() };
        const headers = { 'content-type': file.type, 'cache-control': file.cache, etag: current, server: 'AmazonS3' };
        return { isUnchanged: false, headers, body: Buffer.from(file.body) };
      },
    },
  };
  return cloud;
}

function createConfig({ hostname, port }: URL): DistributionConfig {
  return {
    CallerReference: '1',
    Comment: '',
    Enabled: true,
    DefaultRootObject: 'index.html',
    Origins: {
      Quantity: 2,
      Items: [
        {
          Id: 'files',
          DomainName: 'files.s3.eu-central-1.amazonaws.com',
          OriginPath: '/site',
          OriginAccessControlId: 'oac',
          S3OriginConfig: { OriginAccessIdentity: '' },
        },
        {
          Id: 'api',
          DomainName: hostname,
          CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Origin-Secret', HeaderValue: 'secret' }] },
          CustomOriginConfig: {
            HTTPPort: Number(port),
            HTTPSPort: Number(port),
            OriginProtocolPolicy: 'http-only',
            OriginReadTimeout: 30,
          },
        },
      ],
    },
    DefaultCacheBehavior: {
      TargetOriginId: 'files',
      ViewerProtocolPolicy: 'redirect-to-https',
      AllowedMethods: { Quantity: 2, Items: ['GET', 'HEAD'], CachedMethods: { Quantity: 2, Items: ['GET', 'HEAD'] } },
      Compress: true,
      CachePolicyId: 'on',
      ResponseHeadersPolicyId: 'headers',
      FunctionAssociations: {
        Quantity: 1,
        Items: [{ EventType: 'viewer-request', FunctionARN: 'arn:function/index' }],
      },
    },
    CacheBehaviors: {
      Quantity: 1,
      Items: [
        {
          PathPattern: '/visitor',
          TargetOriginId: 'api',
          ViewerProtocolPolicy: 'https-only',
          AllowedMethods: {
            Quantity: 3,
            Items: ['GET', 'HEAD', 'POST'],
            CachedMethods: { Quantity: 2, Items: ['GET', 'HEAD'] },
          },
          Compress: true,
          CachePolicyId: 'off',
          OriginRequestPolicyId: 'visitor',
          ResponseHeadersPolicyId: 'headers',
        },
      ],
    },
    CustomErrorResponses: {
      Quantity: 1,
      Items: [{ ErrorCode: 404, ResponseCode: '404', ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 }],
    },
  };
}
