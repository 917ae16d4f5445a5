import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { SignatureV4 } from '@smithy/signature-v4';
import { type SigningScope, signRequest, type UnsignedRequest } from './sign-request.ts';

type PublishedSet = {
  readonly source: string;
  readonly host: string;
  readonly service: string;
  readonly region: string;
  readonly now: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly requests: readonly {
    readonly name: string;
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly sessionToken?: string;
    readonly signature: string;
  }[];
};

const published: readonly PublishedSet[] = JSON.parse(
  readFileSync(new URL('../../test/fixtures/published-signatures.json', import.meta.url), 'utf8'),
);

for (const { source, host, service, region, now, accessKeyId, secretAccessKey, requests } of published) {
  for (const { name, method, path, headers = {}, body = '', sessionToken, signature } of requests) {
    const request = { method, host, path, headers, body };
    const credentials = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
    const scope = { region, service, credentials, now: new Date(now) };

    test(`${name} gets the signature published in ${source}`, () => {
      assert.equal(readSignature(signRequest(request, scope)), signature);
    });

    test(`${name} of ${source} gets all the headers that the official signer sends`, async () => {
      // It drops a `date` header of one's own.
      const { Date: _, ...comparable } = headers;
      const comparableRequest = { ...request, headers: comparable };
      assert.deepEqual(signRequest(comparableRequest, scope), await signOfficially(comparableRequest, scope));
    });
  }
}

test('five hundred random requests get the headers that the official signer sends', async () => {
  const random = createRandom(20150830);
  for (let round = 0; round < 500; round += 1) {
    const { request, scope } = inventRequest(random);
    assert.deepEqual(signRequest(request, scope), await signOfficially(request, scope), JSON.stringify(request));
  }
});

test('a hash given for the body is signed instead of the body', async () => {
  const scope: SigningScope = {
    region: 'eu-central-1',
    service: 's3',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    now: new Date('2026-05-20T08:00:00Z'),
  };
  const request = { method: 'PUT', host: 'bucket.s3.amazonaws.com', path: '/a', bodyHash: 'UNSIGNED-PAYLOAD' };
  const signed = signRequest(request, scope);
  assert.equal(signed['x-amz-content-sha256'], 'UNSIGNED-PAYLOAD');
  assert.notEqual(readSignature(signed), readSignature(signRequest({ ...request, bodyHash: 'other' }, scope)));
  const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  assert.deepEqual(signed, await signOfficially({ ...request, headers }, scope));
});

function readSignature(headers: Readonly<Record<string, string>>): string | undefined {
  return headers.authorization?.split('Signature=')[1];
}

/** Signs with AWS's own package, which takes the query apart and the path as it goes over the wire. */
async function signOfficially(request: UnsignedRequest, scope: SigningScope): Promise<Record<string, string>> {
  const isS3 = scope.service === 's3';
  const signer = new SignatureV4({
    ...scope,
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
      body: request.body,
    },
    { signingDate: scope.now },
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

type Random = (below: number) => number;

/** A linear congruential generator: the same requests in every run. */
function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function inventRequest(random: Random): { request: UnsignedRequest; scope: SigningScope } {
  const letters = [...'abzABZ019-._~', ...` !"$&'()*+,:;<=>?@[]^{|}%/\\#`, 'é', 'ሴ', '😀'];
  const word = (most: number) =>
    Array.from({ length: random(most + 1) }, () => letters[random(letters.length)] ?? '').join('');
  const pick = <T>(items: readonly [T, ...T[]]): T => items[random(items.length)] ?? items[0];
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const list = <T>(most: number, make: () => T): T[] => Array.from({ length: random(most + 1) }, make);

  const path = `/${list(4, () => encode(word(6))).join('/')}`;
  const query = list(4, () => `${pick(['a', 'B', 'Z', `x${encode(word(4))}`])}=${encode(word(5))}`).join('&');
  const headers = Object.fromEntries(
    list(4, () => [`${pick(['X-Amz-Meta-', 'my-', 'Content-'])}${random(9)}`, ` ${word(5)}  ${word(5)} `]),
  );
  return {
    request: {
      method: pick(['GET', 'POST', 'PUT', 'DELETE']),
      host: pick(['table.example', '127.0.0.1:8000', 'bucket.s3.amazonaws.com']),
      path: query === '' ? path : `${path}?${query}`,
      headers,
      body: pick(['', word(40), JSON.stringify({ text: word(40) })]),
    },
    scope: {
      region: pick(['us-east-1', 'eu-central-1']),
      service: pick(['dynamodb', 's3', 'cloudfront']),
      credentials: {
        accessKeyId: `AKID${random(10_000)}`,
        secretAccessKey: `secret${word(20)}`,
        ...(random(2) === 0 && { sessionToken: `token${random(10_000)}/+==` }),
      },
      now: new Date(Date.UTC(2026, random(12), 1 + random(28), random(24), random(60), random(60), random(1000))),
    },
  };
}
