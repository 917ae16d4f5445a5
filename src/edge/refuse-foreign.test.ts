import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import test from 'node:test';
import { TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { refuseForeign, type Welcome } from './refuse-foreign.ts';

function statusOf(headers: object, welcome: Partial<Welcome> = {}, isSecure = false): number | undefined {
  const plain = new Socket();
  const request = { headers, socket: isSecure ? new TLSSocket(plain) : plain };
  return refuseForeign(request as IncomingMessage, { pages: 'own', ...welcome })?.status;
}

const hosts: readonly (readonly [host: string | undefined, status: number | undefined])[] = [
  ['127.0.0.1:4000', undefined],
  ['localhost:4000', undefined],
  ['LOCALHOST', undefined],
  ['jane.localhost:4000', undefined],
  ['[::1]:4000', undefined],
  ['192.0.2.7:4000', undefined],
  ['desk.example:4000', undefined],
  ['DESK.example', undefined],
  ['evil.example', 421],
  ['evil.example:4000', 421],
  ['localhost.evil.example', 421],
  ['evillocalhost', 421],
  ['127.0.0.1.evil.example:4000', 421],
  ['evil.example#localhost', 421],
  ['localhost@evil.example', 421],
  ['not.desk.example', 421],
  ['', 421],
  ['a b', 421],
  [undefined, 421],
];

for (const [host, status] of hosts) {
  test(`the host "${host}" is ${status === undefined ? 'this machine' : 'refused'}`, () => {
    assert.equal(statusOf({ host }, { name: 'desk.example' }), status);
  });
}

const origins: readonly (readonly [
  pages: Welcome['pages'],
  origin: string,
  status: number | undefined,
  isSecure?: boolean,
])[] = [
  ['own', 'http://127.0.0.1:4000', undefined],
  ['own', 'https://127.0.0.1:4000', undefined, true],
  ['own', 'http://127.0.0.1:4000', 403, true],
  ['own', 'https://127.0.0.1:4000', 403],
  ['own', 'http://127.0.0.1:4001', 403],
  ['own', 'http://localhost:4000', 403],
  ['own', 'http://evil.example', 403],
  ['own', 'null', 403],
  ['own', '', 403],
  ['local', 'http://127.0.0.1:4001', undefined],
  ['local', 'http://evil.example', 403],
  ['local', 'null', 403],
  ['none', 'http://127.0.0.1:4000', 403],
];

for (const [pages, origin, status, isSecure = false] of origins) {
  const answer = status === undefined ? 'is answered' : 'is not';
  test(`where ${pages} pages may ask${isSecure ? ' by HTTPS' : ''}, one of "${origin}" ${answer}`, () => {
    assert.equal(statusOf({ host: '127.0.0.1:4000', origin }, { pages }, isSecure), status);
  });
}

const local = ['127.0.0.1', 'localhost', '[::1]', 'jane.localhost', 'desk.example'];
const disguises: readonly ((domain: string, own: string) => string)[] = [
  (domain) => domain,
  (domain) => domain.toUpperCase(),
  (domain) => `${domain}.`,
  (domain, own) => `${own}.${domain}`.replaceAll(/[[\]:]/g, ''),
  (domain, own) => `${own}@${domain}`,
  (domain, own) => `${own}:80@${domain}`,
  (domain, own) => `${domain}#${own}`,
  (domain, own) => `${domain}/${own}`,
  (domain, own) => `${domain}?${own}`,
  (domain, own) => `${domain}\\${own}`,
  (domain, own) => `${domain} ${own}`,
];
const foreign = fc
  .tuple(fc.domain(), fc.constantFrom(...disguises), fc.constantFrom(...local), fc.constantFrom('', ':80', ':4000'))
  .filter(([domain]) => !local.includes(domain))
  .map(([domain, disguise, own, port]) => disguise(domain, own) + port);

test('no name of another site gets an answer, as a host or as an origin, however it is disguised', () =>
  fc.assert(
    fc.property(foreign, fc.constantFrom('own', 'local', 'none'), (host, pages) => {
      const welcome = { name: 'desk.example', pages } as const;
      assert.equal(statusOf({ host }, welcome), 421);
      for (const protocol of ['http', 'https', 'file', 'chrome-extension'])
        assert.equal(statusOf({ host: '127.0.0.1:4000', origin: `${protocol}://${host}` }, welcome), 403);
    }),
    fuzzRuns(100),
  ));

test('whatever the headers are, they are answered or refused', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('null', 'localhost', '127.0.0.1'),
  );
  fc.assert(
    fc.property(value, value, (host, origin) => {
      assert.ok([undefined, 403, 421].includes(statusOf({ host, origin })));
    }),
    fuzzRuns(100),
  );
});
