import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { type SigningScope, signRequest, type UnsignedRequest } from '../../test/sign-request.ts';
import { createSigner, formatTime, hash } from './create-signer.ts';

/** Of AWS's test suite, what has no path and no query: the function's requests have none. */
const published: {
  readonly host: string;
  readonly service: string;
  readonly region: string;
  readonly now: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly requests: readonly {
    readonly name: string;
    readonly method: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly sessionToken?: string;
    readonly signature: string;
  }[];
} = JSON.parse(readFileSync(new URL('../../test/fixtures/published-signatures.json', import.meta.url), 'utf8'));

/** Signs with our signer, which takes the headers in the form that both sides sign. */
function signHere({ method, host, headers, body = '' }: UnsignedRequest, scope: SigningScope): string {
  const { sessionToken } = scope.credentials;
  const all = {
    ...headers,
    host,
    'x-amz-date': formatTime(scope.now),
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
  };
  const canonical = Object.entries(all)
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/\s+/g, ' ')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sign = createSigner(scope.region, scope.service, scope.credentials);
  return sign(`${method}\n/\n`, Object.fromEntries(canonical), hash(body));
}

for (const { name, method, headers = {}, body = '', sessionToken, signature } of published.requests) {
  const { host, service, region, now, accessKeyId, secretAccessKey } = published;
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  test(`${name} of AWS's test suite gets the signature that is published for it`, () => {
    const scope = { region, service, credentials, now: new Date(now) };
    assert.equal(signHere({ method, host, path: '/', headers, body }, scope).split('Signature=')[1], signature);
  });
}

/** A linear congruential generator: the same requests in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('two hundred random requests are signed as by the official signer', async () => {
  const random = createRandom(20150830);
  const letters = [...'abzABZ019-._~', ...` !"$&'()*+,:;<=>?@[]^{|}%/\\#`, 'é', 'ሴ', '😀'];
  const word = (most: number) =>
    Array.from({ length: random(most + 1) }, () => letters[random(letters.length)] ?? '').join('');
  for (let round = 0; round < 200; round += 1) {
    const request = {
      method: 'POST',
      host: ['table.example', '127.0.0.1:8000'][random(2)] ?? '',
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', [`x-amz-${random(9)}`]: ` ${word(5)}  ${word(5)} ` },
      body: JSON.stringify({ text: word(40) }),
    };
    const scope = {
      region: ['us-east-1', 'eu-central-1'][random(2)] ?? '',
      service: 'dynamodb',
      credentials: {
        accessKeyId: `AKID${random(10_000)}`,
        secretAccessKey: `secret${word(20)}`,
        ...(random(2) === 0 && { sessionToken: `token${random(10_000)}/+==` }),
      },
      now: new Date(Date.UTC(2026, random(12), 1 + random(28), random(24), random(60), random(60), random(1000))),
    };
    const { authorization } = await signRequest(request, scope);
    assert.equal(signHere(request, scope), authorization, JSON.stringify(request));
  }
});

test('a key that was made for one day is not used on the next', async () => {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const sign = createSigner('eu-central-1', 'dynamodb', credentials);
  for (const time of ['2026-05-20T23:59:59Z', '2026-05-21T00:00:00Z', '2026-05-20T23:59:58Z']) {
    const now = new Date(time);
    const request = { method: 'POST', host: 'table.example', path: '/', body: '{}' };
    const { authorization } = await signRequest(request, {
      region: 'eu-central-1',
      service: 'dynamodb',
      credentials,
      now,
    });
    const headers = { host: request.host, 'x-amz-date': formatTime(now) };
    assert.equal(sign('POST\n/\n', headers, hash('{}')), authorization);
  }
});
