import { createHash, createHmac } from 'node:crypto';
import { canonicalizeRequest } from './canonicalize-request.ts';
import type { Credentials } from './credentials.ts';

export type UnsignedRequest = {
  readonly method: string;
  /** Host name, with the port unless it is the protocol's own. */
  readonly host: string;
  /** As it goes over the wire, encoded, query included: `/`, `/2020-05-31/distribution?Marker=a`. */
  readonly path: string;
  /** All of them are signed. Values of a name that comes more than once are joined with commas. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: empty. */
  readonly body?: string | Uint8Array;
  /** SHA-256 of the body in hexadecimal, or `UNSIGNED-PAYLOAD`. Default: computed from `body`. */
  readonly bodyHash?: string;
};

export type SigningScope = {
  /** Such as `eu-central-1`. */
  readonly region: string;
  /** As AWS abbreviates it: `dynamodb`, `s3`, `cloudfront`. */
  readonly service: string;
  readonly credentials: Credentials;
  /** AWS refuses a time that is more than five minutes off. */
  readonly now: Date;
};

/**
 * Signs a request with AWS Signature Version 4 and returns all the headers to send, by lower-case name.
 *
 * Adds `host`, `x-amz-date` and `authorization`; with temporary credentials `x-amz-security-token`; for S3
 * `x-amz-content-sha256`.
 * Throws a URIError when the query, or the path of S3, holds a `%` that encodes nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signRequest(
  { method, host, path, headers = {}, body = '', bodyHash = hash(body) }: UnsignedRequest,
  { region, service, credentials, now }: SigningScope,
): Readonly<Record<string, string>> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const isS3 = service === 's3';

  const toSign: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) toSign[name.toLowerCase()] = value;
  toSign.host = host;
  toSign['x-amz-date'] = time;
  if (credentials.sessionToken) toSign['x-amz-security-token'] = credentials.sessionToken;
  if (isS3) toSign['x-amz-content-sha256'] = bodyHash;

  const { text, signedHeaders } = canonicalizeRequest({ method, path, headers: toSign, bodyHash, isS3 });
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    authenticate,
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = authenticate(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(text)}`).toString('hex');
  return {
    ...toSign,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function authenticate(key: string | Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}
