import { canonicalizePath } from './canonicalize-path.ts';
import { createSigner, formatTime, hash } from './create-signer.ts';
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
  const isS3 = service === 's3';
  const toSign = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  toSign.set('host', host);
  toSign.set('x-amz-date', formatTime(now));
  if (credentials.sessionToken) toSign.set('x-amz-security-token', credentials.sessionToken);
  if (isS3) toSign.set('x-amz-content-sha256', bodyHash);

  const canonicalHeaders = Object.fromEntries(
    [...toSign].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, value.trim().replace(/\s+/g, ' ')]),
  );
  const { route, query } = canonicalizePath(path, { isS3 });
  const start = [method, route, query].join('\n');
  const authorization = createSigner(region, service, credentials)(start, canonicalHeaders, bodyHash);
  return { ...Object.fromEntries(toSign), authorization };
}
