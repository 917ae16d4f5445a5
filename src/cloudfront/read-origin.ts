import type { Origin as AwsOrigin } from '@aws-sdk/client-cloudfront';
import type { CloudReader } from '#aws';
import type { Origin } from './distribution.ts';

// name.s3.eu-central-1.amazonaws.com and the older name.s3.amazonaws.com
const bucketHost = /^(?<bucket>.+)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** Reads an origin: of a bucket also its policy, and whether CloudFront signs what it asks for. */
export async function readOrigin(reader: CloudReader, origin: AwsOrigin): Promise<Origin> {
  const host = origin.DomainName ?? '';
  const common = {
    path: origin.OriginPath ?? '',
    headers: Object.fromEntries(
      (origin.CustomHeaders?.Items ?? []).map(({ HeaderName, HeaderValue }) => [
        (HeaderName ?? '').toLowerCase(),
        HeaderValue ?? '',
      ]),
    ),
  };
  const custom = origin.CustomOriginConfig;
  if (custom) {
    return {
      ...common,
      kind: 'server',
      host,
      protocol: custom.OriginProtocolPolicy ?? 'https-only',
      httpPort: custom.HTTPPort ?? 80,
      httpsPort: custom.HTTPSPort ?? 443,
      timeoutMs: (custom.OriginReadTimeout ?? 30) * 1000,
    };
  }
  const bucket = bucketHost.exec(host)?.groups?.bucket;
  if (bucket === undefined) {
    throw new Error(
      `The origin ${host} is neither a bucket nor a server, so this edge cannot follow it. Use one of them.`,
    );
  }
  const control = origin.OriginAccessControlId;
  const [policy, access] = await Promise.all([
    reader.readBucketPolicy(bucket),
    control ? reader.readOriginAccessControl(control) : undefined,
  ]);
  const isSigned = access?.OriginAccessControlOriginType === 's3' && access.SigningBehavior !== 'never';
  return { ...common, kind: 'bucket', bucket, policy, isSigned };
}
