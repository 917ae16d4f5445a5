import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import test from 'node:test';
import { TLSSocket } from 'node:tls';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { refuseForeign, type Welcome } from './refuse-foreign.ts';

type Asked = {
  readonly host?: string | readonly string[] | undefined;
  readonly origin?: string;
  readonly url?: string;
};

function statusOf({ host, origin, url }: Asked, welcome: Partial<Welcome> = {}, isSecure = false): number | undefined {
  const plain = new Socket();
  const headersDistinct = host === undefined ? {} : { host: [host].flat() };
  const request = { headers: { origin }, headersDistinct, url, socket: isSecure ? new TLSSocket(plain) : plain };
  return refuseForeign(request as unknown as IncomingMessage, { pages: 'own', ...welcome })?.status;
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
  ['undefined', 421],
  ['evil.example@localhost', 421],
  ['evil.example:80@127.0.0.1:4000', 421],
  ['localhost/evil.example', 421],
  ['localhost?evil.example', 421],
  ['localhost#evil.example', 421],
  ['localhost\\evil.example', 421],
  ['local\thost', 421],
  ['local\u00adhost', 421],
  ['\u00b927.0.0.1', 421],
  ['%6cocalhost', 421],
  ['*.localhost', 421],
  ['..localhost', 421],
  ['localhost.', 421],
  ['localhost:99999', 421],
  // What browsers write in another form: 127.0.0.1 and [::1].
  ['127.1', 421],
  ['127.0.0.1.', 421],
  ['2130706433', 421],
  ['0x7f000001', 421],
  ['[0:0:0:0:0:0:0:1]', 421],
  ['[::1%25lo]', 421],
  ['', 421],
  ['a b', 421],
  [undefined, 421],
];

for (const [host, status] of hosts) {
  test(`the host "${host}" is ${status === undefined ? 'this machine' : 'refused'}`, () => {
    assert.equal(statusOf({ host }, { name: 'desk.example' }), status);
  });
}

test('a name beyond ASCII is this machine as browsers write it', () => {
  assert.equal(statusOf({ host: 'xn--bcher-kva.example:4000' }, { name: 'Bücher.example' }), undefined);
});

const own = '127.0.0.1:4000';
const targets: readonly (readonly [what: string, asked: Asked, status: number | undefined])[] = [
  ['a path', { host: own, url: '/a://b' }, undefined],
  ['two slashes', { host: own, url: '//evil.example/' }, undefined],
  ['the whole server', { host: own, url: '*' }, undefined],
  ['its own address', { host: own, url: 'http://127.0.0.1:4000/' }, undefined],
  ['another address', { host: own, url: 'http://evil.example/' }, 421],
  ['another port', { host: own, url: 'http://127.0.0.1:4001/' }, 421],
  ['no address', { host: own, url: 'evil:' }, 421],
  ['two hosts', { host: [own, 'evil.example'] }, 421],
  ['two hosts, the other one first', { host: ['evil.example', own] }, 421],
  ['one host twice', { host: [own, own] }, 421],
];
for (const [what, asked, status] of targets) {
  test(`a request for ${what} is ${status === undefined ? 'answered' : 'refused'}`, () => {
    assert.equal(statusOf(asked), status);
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
  ['own', 'http://127.0.0.1:4000, http://evil.example', 403],
  ['own', 'http://evil.example@127.0.0.1:4000', 403],
  ['own', 'http://127.0.0.1:4000/evil', 403],
  ['own', 'blob:http://127.0.0.1:4000/1', 403],
  ['own', 'http://127.1:4000', 403],
  ['own', 'HTTP://127.0.0.1:4000', 403],
  ['local', 'http://127.0.0.1:4001', undefined],
  ['local', 'http://evil.example', 403],
  ['local', 'null', 403],
  ['local', 'http://evil.example@localhost', 403],
  ['local', 'blob:http://localhost/1', 403],
  ['local', 'http://127.1', 403],
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
  (domain, own) => `${domain}@${own}`,
  (domain, own) => `${own}/${domain}`,
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
