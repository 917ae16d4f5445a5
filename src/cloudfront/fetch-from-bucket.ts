import type { CloudReader } from '#aws';
import { type Answer, decodePath } from '#edge';
import type { BucketOrigin, Distribution } from './distribution.ts';
import { evaluatePolicy } from './evaluate-policy.ts';

type BucketRequest = {
  /** Encoded, as in an address. */
  readonly path: string;
  /** Whether the viewer came by HTTPS: CloudFront asks a bucket the way it was asked. */
  readonly isSecure: boolean;
  /** The version that is kept already. */
  readonly etag?: string | undefined;
};

/**
 * Asks a bucket for a file as this distribution. S3 takes CloudFront's word for who asks; here CloudFront's signature cannot be made,
 * so the bucket's policy is read and held to: what it does not grant to this distribution is answered with 403.
 */
export async function fetchFromBucket(
  reader: Pick<CloudReader, 'readObject'>,
  { bucket, policy, isSigned, path: folder }: BucketOrigin,
  { arn }: Pick<Distribution, 'arn'>,
  { path, isSecure, etag }: BucketRequest,
): Promise<Answer> {
  const key = decodePath(folder + path).slice(1);
  const isGranted = (action: string, resource: string) =>
    policy !== undefined &&
    evaluatePolicy(policy, {
      action,
      resource,
      service: isSigned ? 'cloudfront.amazonaws.com' : undefined,
      context: {
        'aws:securetransport': String(isSecure),
        ...(isSigned && { 'aws:sourcearn': arn, 'aws:sourceaccount': arn.split(':')[4] ?? '' }),
      },
    });
  if (!isGranted('s3:GetObject', `arn:aws:s3:::${bucket}/${key}`)) return refuse(403, 'AccessDenied', 'Access Denied');
  const object = await reader.readObject({ bucket, key, etag });
  if (object) return { status: object.isUnchanged ? 304 : 200, headers: object.headers, body: object.body };
  // Without the right to list, what is there is not told.
  return isGranted('s3:ListBucket', `arn:aws:s3:::${bucket}`)
    ? refuse(404, 'NoSuchKey', 'The specified key does not exist.')
    : refuse(403, 'AccessDenied', 'Access Denied');
}

function refuse(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(body) };
}
