import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Credentials } from '#counter';

export type UnsignedRequest = {
  readonly method: string;
  /** Host name, with the port unless it is the protocol's own. */
  readonly host: string;
  /** As it goes over the wire, encoded, query included: `/`, `/2020-05-31/distribution?Marker=a`. */
  readonly path: string;
  /** All of them are signed. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: empty. */
  readonly body?: string;
};

export type SigningScope = {
  readonly region: string;
  /** As AWS abbreviates it: `dynamodb`, `s3`, `cloudfront`. */
  readonly service: string;
  readonly credentials: Credentials;
  readonly now: Date;
};

/** Signs with AWS's own package, which knows nothing of ours, and gives all the headers to send, by lower-case name. */
export async function signRequest(
  request: UnsignedRequest,
  { region, service, credentials, now }: SigningScope,
): Promise<Readonly<Record<string, string>>> {
  const isS3 = service === 's3';
  const signer = new SignatureV4({
    region,
    service,
    credentials,
    sha256: OfficialHash,
    uriEscapePath: !isS3,
    applyChecksum: isS3,
  });
  const [path = '', search = ''] = request.path.split('?');
  const query: Record<string, string[]> = {};
  for (const [name = '', value = ''] of search.split('&').map((pair) => pair.split('=').map(decodeURIComponent))) {
    if (name !== '') query[name] = [...(query[name] ?? []), value];
  }
  const { headers } = await signer.sign(
    {
      protocol: 'https:',
      method: request.method,
      hostname: request.host,
      path,
      query,
      headers: { ...request.headers, host: request.host },
      body: request.body ?? '',
    },
    { signingDate: now },
  );
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** What the official signer wants of a hash: with a secret it is a keyed one. */
class OfficialHash {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(toBytes(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

function toBytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
