import assert from 'node:assert/strict';
import test from 'node:test';
import { shortenAddress } from './find-visitor.ts';

test('an IPv4 address loses its port', () => {
  assert.equal(shortenAddress('203.0.113.7:51422'), '203.0.113.7');
});

const same: readonly (readonly [title: string, addresses: readonly string[]])[] = [
  ['two ports', ['203.0.113.7:1', '203.0.113.7:65535']],
  ['the second half', ['2001:db8:1:2:3:4:5:6:443', '2001:db8:1:2:aaaa:bbbb:cccc:dddd:51422']],
  ['a second half of zeros', ['2001:db8:1:2::1:443', '2001:db8:1:2::9:8:443']],
  ['a first half with zeros', ['2001:db8::1:443', '2001:db8::aaaa:1:2:3:443', '2001:db8:0:0::9:443']],
  ['zeros alone', ['::1:443', '::2:443']],
  ['brackets', ['[2001:db8::1]:443', '[2001:db8::2]:51422']],
];
for (const [title, addresses] of same) {
  test(`addresses that differ in ${title} are one`, () => {
    assert.equal(new Set(addresses.map(shortenAddress)).size, 1, addresses.map(shortenAddress).join(' '));
  });
}

test('addresses of different networks stay different', () => {
  const addresses = [
    '203.0.113.7:1',
    '203.0.113.8:1',
    '2001:db8:1:2::1:443',
    '2001:db8:1:3::1:443',
    '2001:db8:2:2::1:443',
    '2001::5:a:b:c:d:443',
    '2001::6:a:b:c:d:443',
    '::1:443',
  ];
  assert.equal(new Set(addresses.map(shortenAddress)).size, addresses.length);
});
