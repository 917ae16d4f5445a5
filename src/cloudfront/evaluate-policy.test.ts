import assert from 'node:assert/strict';
import test from 'node:test';
import { evaluatePolicy, type PolicyRequest } from './evaluate-policy.ts';

const bucket = 'arn:aws:s3:::site';
const distribution = 'arn:aws:cloudfront::000000000000:distribution/E1';
const request: PolicyRequest = {
  action: 's3:GetObject',
  resource: `${bucket}/index.html`,
  service: 'cloudfront.amazonaws.com',
  context: { 'aws:sourcearn': distribution, 'aws:securetransport': 'true' },
};
const allow = {
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: [bucket, `${bucket}/*`],
  Condition: { StringEquals: { 'AWS:SourceArn': distribution } },
};
const denyWithoutTls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: `${bucket}/*`,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const everybody = { ...allow, Principal: '*', Condition: {} };

function ask(statements: object | readonly object[], changes: Partial<PolicyRequest> = {}): boolean {
  return evaluatePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), { ...request, ...changes });
}

for (const [title, statements, changes, isAllowed] of [
  ['what a statement grants is allowed', allow, {}, true],
  ['what no statement grants is not', [], {}, false],
  ['a grant for another distribution is none', allow, { context: { 'aws:sourcearn': `${distribution}X` } }, false],
  ['a grant for a distribution is none for whoever is none', allow, { context: {} }, false],
  ['a grant for CloudFront is none for whoever does not show to be it', allow, { service: undefined }, false],
  ['a grant for everybody is one for whoever does not show who it is', everybody, { service: undefined }, true],
  ['a grant to read is none to write', allow, { action: 's3:PutObject' }, false],
  ['actions have no case', { ...allow, Action: 'S3:getobject' }, {}, true],
  ['a grant for other objects is none', { ...allow, Resource: `${bucket}/a/*` }, {}, false],
  ['a question mark stands for one character', { ...allow, Resource: `${bucket}/index.htm?` }, {}, true],
  ['a denial counts more than a grant', [allow, { ...denyWithoutTls, Condition: {} }], {}, false],
  ['a denial whose condition is not met counts nothing', [denyWithoutTls, allow], {}, true],
  [
    'a denial without TLS denies',
    [allow, denyWithoutTls],
    { context: { ...request.context, 'aws:securetransport': 'false' } },
    false,
  ],
  [
    'a negated condition is met by what is absent',
    { ...allow, Condition: { StringNotEquals: { 'aws:x': '1' } } },
    {},
    true,
  ],
  ['a plain condition is not', { ...allow, Condition: { StringEquals: { 'aws:x': '1' } } }, {}, false],
  ['an optional condition is', { ...allow, Condition: { StringEqualsIfExists: { 'aws:x': '1' } } }, {}, true],
  [
    'one of several values is enough',
    { ...allow, Condition: { ArnLike: { 'aws:SourceArn': ['x', `${distribution}*`] } } },
    {},
    true,
  ],
  ['a condition that nobody knows grants nothing', { ...allow, Condition: { NumericLessThan: { a: 1 } } }, {}, false],
  ['and denies', [allow, { ...denyWithoutTls, Condition: { NumericLessThan: { a: 1 } } }], {}, false],
  ['an element that nobody knows grants nothing', { ...allow, NotAction: 's3:PutObject' }, {}, false],
  ['an effect that is none denies', [allow, { ...everybody, Effect: 'Perhaps' }], {}, false],
] as const) {
  test(title, () => assert.equal(ask(statements, changes), isAllowed));
}
