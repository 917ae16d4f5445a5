import { createHmac, hash as digest } from 'node:crypto';

/** Keys of an AWS identity; the session token belongs to temporary ones, such as a Lambda's; an empty one means none. */
export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/**
 * Signs a request that stands already in the one form that both sides sign; the result is for the header `authorization`.
 *
 * `start` is its method, encoded path and sorted query, each on a line. The headers are sorted by their lower-case names and
 * trimmed, with `host` and `x-amz-date` among them. `bodyHash` is the SHA-256 of the body in hexadecimal.
 */
type Signer = (start: string, headers: Readonly<Record<string, string>>, bodyHash: string) => string;

/**
 * Creates what signs requests to a service, which is named as AWS abbreviates it: `dynamodb`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createSigner(region: string, service: string, { accessKeyId, secretAccessKey }: Credentials): Signer {
  const algorithm = 'AWS4-HMAC-SHA256';
  // A key is good for a day, and takes longer to make than all the rest.
  let scope = '';
  let key: string | Buffer;

  return function sign(start, headers, bodyHash) {
    const time = `${headers['x-amz-date']}`;
    const names = Object.keys(headers).join(';');
    const lines = Object.entries(headers).map((pair) => pair.join(':'));
    const text = [start, ...lines, '', names, bodyHash].join('\n');

    const parts = [time.slice(0, 8), region, service, 'aws4_request'];
    if (scope !== parts.join('/')) {
      scope = parts.join('/');
      key = parts.reduce<string | Buffer>(authenticate, `AWS4${secretAccessKey}`);
    }
    const signature = authenticate(key, [algorithm, time, scope, hash(text)].join('\n')).toString('hex');
    return `${algorithm} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  };
}

/** SHA-256 in hexadecimal. */
export function hash(content: string | Uint8Array): string {
  return digest('sha256', content);
}

/** HMAC-SHA256. */
export function authenticate(key: string | Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

/** As signatures want it: `20260520T073112Z`. */
export function formatTime(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}
