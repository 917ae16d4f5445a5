import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import { encodeBits, encodeDer, encodeOid, encodeTime } from './encode-der.ts';

type IssuedCertificate = {
  /** The authority's certificate, in PEM. To trust it is to trust this one certificate, for its key is gone. */
  readonly ca: string;
  /** The certificate and then the authority's, in PEM: what a server presents. */
  readonly chain: string;
  /** The certificate's private key, in PEM. */
  readonly key: string;
};

type CertificateOptions = {
  /** Host names and IPv4 addresses; a name may begin with `*.`. */
  readonly names: readonly string[];
  readonly now: Date;
  /** Default: 30. */
  readonly days?: number;
};

/**
 * Issues a certificate for servers on this machine, by an authority that is made for it and whose key is not kept.
 * Source: https://www.rfc-editor.org/rfc/rfc5280
 */
export function issueCertificate({ names, now, days = 30 }: CertificateOptions): IssuedCertificate {
  const validity = [now, new Date(now.getTime() + days * 86_400_000)] as const;
  const authority = makeKeys();
  const server = makeKeys();
  const issuer = `cloud-resume on this machine, ${now.toISOString().slice(0, 19)}`;
  const signedBy = { issuer, key: authority.privateKey, keyId: identifyKey(authority.publicKey), validity };

  const ca = encodeCertificate(issuer, authority.publicKey, signedBy, [
    encodeExtension('2.5.29.19', encodeDer('sequence', encodeDer('boolean', Buffer.from([0xff]))), true), // a CA
    encodeExtension('2.5.29.15', encodeBits(Buffer.from([0x06]), 1), true), // signs certificates
  ]);
  const certificate = encodeCertificate(names[0] ?? 'localhost', server.publicKey, signedBy, [
    encodeExtension('2.5.29.19', encodeDer('sequence'), true), // no CA
    encodeExtension('2.5.29.15', encodeBits(Buffer.from([0x80]), 7), true), // signs handshakes
    encodeExtension('2.5.29.37', encodeDer('sequence', encodeOid('1.3.6.1.5.5.7.3.1'))), // of a server
    encodeExtension('2.5.29.17', encodeDer('sequence', ...names.map(encodeName))), // with these names
  ]);
  return {
    ca: formatPem(ca),
    chain: formatPem(certificate) + formatPem(ca),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

type Issuer = {
  readonly issuer: string;
  readonly key: KeyObject;
  readonly keyId: Buffer;
  readonly validity: readonly [Date, Date];
};

const ecdsaWithSha256 = encodeDer('sequence', encodeOid('1.2.840.10045.4.3.2'));

function encodeCertificate(
  subject: string,
  publicKey: KeyObject,
  { issuer, key, keyId, validity }: Issuer,
  extensions: readonly Buffer[],
): Buffer {
  const content = encodeDer(
    'sequence',
    encodeDer(0xa0, encodeDer('integer', Buffer.from([2]))), // version 3
    encodeDer('integer', Buffer.from([1]), randomBytes(15)),
    ecdsaWithSha256,
    encodeCommonName(issuer),
    encodeDer('sequence', ...validity.map(encodeTime)),
    encodeCommonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    encodeDer(
      0xa3,
      encodeDer(
        'sequence',
        ...extensions,
        encodeExtension('2.5.29.14', encodeDer('octets', identifyKey(publicKey))),
        encodeExtension('2.5.29.35', encodeDer('sequence', encodeDer(0x80, keyId))),
      ),
    ),
  );
  return encodeDer('sequence', content, ecdsaWithSha256, encodeBits(sign('sha256', content, key)));
}

function encodeCommonName(name: string): Buffer {
  const pair = encodeDer('sequence', encodeOid('2.5.4.3'), encodeDer('utf8', Buffer.from(name)));
  return encodeDer('sequence', encodeDer('set', pair));
}

function encodeExtension(oid: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [encodeDer('boolean', Buffer.from([0xff]))] : [];
  return encodeDer('sequence', encodeOid(oid), ...critical, encodeDer('octets', value));
}

function encodeName(name: string): Buffer {
  return isIP(name) === 4
    ? encodeDer(0x87, Buffer.from(name.split('.').map(Number)))
    : encodeDer(0x82, Buffer.from(name, 'ascii'));
}

function makeKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function identifyKey(publicKey: KeyObject): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
}

function formatPem(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
