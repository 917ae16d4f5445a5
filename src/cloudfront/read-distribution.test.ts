import assert from 'node:assert/strict';
import test from 'node:test';
import type { CacheBehavior, DistributionConfig } from '@aws-sdk/client-cloudfront';
import { createCloud } from '../../test/local/create-cloud.ts';
import { readDistribution } from './read-distribution.ts';

async function read(change: (config: DistributionConfig, visitor: CacheBehavior) => void = () => {}) {
  const cloud = createCloud('http://127.0.0.1:4000');
  change(cloud.config, cloud.config.CacheBehaviors?.Items?.[0] as CacheBehavior);
  return readDistribution(cloud.reader, 'E1');
}

test('the behaviors are in the order in which a path finds its own, the default one last', async () => {
  const { behaviors, notes } = await read();
  assert.deepEqual(
    behaviors.map(({ pattern, origin }) => [pattern, origin.kind]),
    [
      ['/visitor', 'server'],
      ['*', 'bucket'],
    ],
  );
  assert.deepEqual(notes, []);
});

for (const [domain, bucket] of [
  ['files.s3.eu-central-1.amazonaws.com', 'files'],
  ['my.files.s3.amazonaws.com', 'my.files'],
  ['files.s3.dualstack.us-east-1.amazonaws.com', 'files'],
  ['files.s3-eu-west-1.amazonaws.com', 'files'],
] as const) {
  test(`${domain} is the bucket ${bucket}`, async () => {
    const { behaviors } = await read(({ Origins }) => Object.assign(Origins?.Items?.[0] ?? {}, { DomainName: domain }));
    const origin = behaviors.at(-1)?.origin;
    assert.equal(origin?.kind === 'bucket' && origin.bucket, bucket);
  });
}

for (const [title, change, note] of [
  ['a firewall', (config) => Object.assign(config, { WebACLId: 'arn' }), /AWS WAF/],
  [
    'a list of countries',
    (config) =>
      Object.assign(config, { Restrictions: { GeoRestriction: { Quantity: 1, RestrictionType: 'whitelist' } } }),
    /Countries/,
  ],
  [
    'Lambda@Edge',
    (_, visitor) => Object.assign(visitor, { LambdaFunctionAssociations: { Quantity: 1 } }),
    /Lambda@Edge/,
  ],
  ['signed addresses', (_, visitor) => Object.assign(visitor, { TrustedKeyGroups: { Enabled: true } }), /Signed/],
] as readonly (readonly [string, (config: DistributionConfig, visitor: CacheBehavior) => void, RegExp])[]) {
  test(`${title} is told of, for it is not followed`, async () => {
    const { notes } = await read(change);
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', note);
  });
}

for (const [title, change, sentence] of [
  [
    'a behavior without a cache policy',
    (_, visitor) => delete visitor.CachePolicyId,
    /for \/visitor has no cache policy/,
  ],
  [
    'a behavior of an origin group',
    (_, visitor) => Object.assign(visitor, { TargetOriginId: 'group' }),
    /has the origin "group"/,
  ],
  [
    'an origin of an unknown kind',
    ({ Origins }) => Object.assign(Origins?.Items?.[0] ?? {}, { DomainName: 'elsewhere.example' }),
    /elsewhere\.example is neither a bucket nor a server/,
  ],
] as readonly (readonly [string, (config: DistributionConfig, visitor: CacheBehavior) => void, RegExp])[]) {
  test(`${title} is refused with a sentence`, () => assert.rejects(read(change), sentence));
}

test('HSTS is written as the policy says', async () => {
  const { behaviors } = await read();
  const hsts = behaviors[0]?.headers.added.find(({ name }) => name === 'strict-transport-security');
  assert.deepEqual(hsts, { name: 'strict-transport-security', value: 'max-age=63072000', overrides: true });
});
