import assert from 'node:assert/strict';
import test from 'node:test';
import { describeViewer } from './forwarding.ts';

const addresses: readonly (readonly [address: string, told: string])[] = [
  ['192.0.2.7', '192.0.2.7:443'],
  ['::ffff:192.0.2.7', '192.0.2.7:443'],
  ['::1', '::1:443'],
  ['2001:db8::ffff:1', '2001:db8::ffff:1:443'],
];
for (const [address, told] of addresses) {
  test(`the viewer ${address} is told as CloudFront would`, () => {
    const headers = describeViewer({ address, port: 443, userAgent: '' });
    assert.equal(headers['cloudfront-viewer-address'], told);
  });
}
