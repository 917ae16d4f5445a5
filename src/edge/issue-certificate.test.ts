import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import test from 'node:test';
import { createServer } from 'node:tls';
import { issueCertificate } from './issue-certificate.ts';

const now = new Date('2026-11-24T08:00:00.500Z');
const names = ['localhost', '127.0.0.1', '*.execute-api.localhost'];

test('a certificate names its hosts, its time and its authority', () => {
  const { ca, chain, key } = issueCertificate({ names, now, days: 2 });
  const authority = new X509Certificate(ca);
  const certificate = new X509Certificate(chain);
  assert.equal(certificate.subjectAltName, 'DNS:localhost, IP Address:127.0.0.1, DNS:*.execute-api.localhost');
  assert.equal(certificate.validFromDate.toISOString(), '2026-11-24T08:00:00.000Z');
  assert.equal(certificate.validToDate.toISOString(), '2026-11-26T08:00:00.000Z');
  assert.deepEqual([authority.ca, certificate.ca], [true, false]);
  assert.ok(certificate.checkIssued(authority));
  assert.ok(certificate.verify(authority.publicKey));
  assert.ok(authority.verify(authority.publicKey));
  assert.ok(chain.endsWith(ca));
  assert.match(key, /^-----BEGIN PRIVATE KEY-----/);
  assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.1']);
});

test('no two certificates have the same number or the same key', () => {
  const [one, other] = [0, 1].map(() => new X509Certificate(issueCertificate({ names, now }).chain));
  assert.notEqual(one?.serialNumber, other?.serialNumber);
  assert.notEqual(one?.fingerprint256, other?.fingerprint256);
});

for (const [title, host, trusted, code] of [
  ['is trusted by whoever trusts its authority', 'api.execute-api.localhost', true, undefined],
  ['is trusted for its names alone', 'elsewhere.localhost', true, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['is trusted by nobody else', 'localhost', false, 'SELF_SIGNED_CERT_IN_CHAIN'],
] as const) {
  test(`a certificate ${title}`, async (context) => {
    const { ca, chain, key } = issueCertificate({ names, now: new Date() });
    const server = createServer({ cert: chain, key }, (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    server.on('tlsClientError', () => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    context.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const got = await new Promise((resolve) => {
      get({ host: '127.0.0.1', port, servername: host, headers: { host }, agent: false, ...(trusted && { ca }) })
        .on('response', (response) => resolve(response.resume().statusCode))
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    assert.equal(got, code ?? 204);
  });
}
