import assert from 'node:assert/strict';
import test from 'node:test';
import { findVisitor } from './find-visitor.ts';

const find = (address: string, changes: Readonly<Record<string, string>> = {}) =>
  findVisitor({ 'user-agent': 'Firefox', host: 'api.example', 'cloudfront-viewer-address': address, ...changes });

test('an IPv4 address without its port is a person, and its /24 a network', () => {
  assert.deepEqual(find('203.0.113.7:51422'), { network: '203,0,113', person: '203,0,113,7|Firefox|api.example' });
});

test('the first half of an IPv6 address is a person, and its /48 a network', () => {
  assert.deepEqual(find('2001:db8:1:2:3:4:5:6:443'), {
    network: '2001,db8,1',
    person: '2001,db8,1,2|Firefox|api.example',
  });
});

test('without an address nobody is told from another', () => {
  for (const address of [undefined, '']) {
    assert.equal(findVisitor({ 'cloudfront-viewer-address': address, 'x-forwarded-for': '203.0.113.7' }), undefined);
  }
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
  test(`addresses that differ in ${title} are one person`, () => {
    const persons = addresses.map((address) => find(address)?.person);
    assert.equal(new Set(persons).size, 1, persons.join(' '));
  });
}

const different = [
  '203.0.113.7:1',
  '203.0.113.8:1',
  '2001:db8:1:2::1:443',
  '2001:db8:1:3::1:443',
  '2001:db8:2:2::1:443',
  '2001::5:a:b:c:d:443',
  '2001::6:a:b:c:d:443',
  '::1:443',
  'fe80::1%eth0:443',
];

test('addresses of different networks stay different persons', () => {
  assert.equal(new Set(different.map((address) => find(address)?.person)).size, different.length);
});

test('addresses of one network are of one network, and others are not', () => {
  const networks = different.map((address) => find(address)?.network);
  assert.deepEqual(
    [networks[0] === networks[1], networks[2] === networks[3], new Set(networks).size],
    [true, true, 6],
    networks.join(' '),
  );
});

test('agent and host tell persons of one address apart, and no networks', () => {
  const visitors = [{}, { 'user-agent': 'Safari' }, { host: 'other.example' }].map((changes) =>
    find('203.0.113.7:1', changes),
  );
  assert.equal(new Set(visitors.map((visitor) => visitor?.person)).size, 3);
  assert.equal(new Set(visitors.map((visitor) => visitor?.network)).size, 1);
});
