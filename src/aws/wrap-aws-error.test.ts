import assert from 'node:assert/strict';
import test from 'node:test';
import { wrapAwsError } from './wrap-aws-error.ts';

const cases: readonly (readonly [error: object, remedy: RegExp])[] = [
  [{ name: 'CredentialsProviderError' }, /no AWS credentials: sign in .* AWS_PROFILE/],
  [{ name: 'ExpiredTokenException' }, /have expired: sign in again/],
  [{ name: 'InvalidAccessKeyId', $metadata: { httpStatusCode: 403 } }, /does not know these credentials/],
  [{ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }, /may not do that/],
  [{ name: '403', $metadata: { httpStatusCode: 403 } }, /may not do that/],
  [{ name: 'RequestTimeTooSkewed', $metadata: { httpStatusCode: 403 } }, /clock is wrong/],
  [{ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } }, /apply the environment again/],
  [{ name: 'ResourceNotFoundException' }, /apply the environment again/],
  [{ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } }, /Someone else is publishing at the same time/],
  [{ name: 'SlowDown', $metadata: { httpStatusCode: 503 } }, /in a minute/],
  [{ name: 'Error', code: 'ECONNREFUSED' }, /cannot be reached: .* AWS_ENDPOINT_URL/],
  [{ name: 'TimeoutError' }, /cannot be reached/],
  [{ name: 'Error', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, /cannot be reached/],
  [{ name: 'SomethingNew' }, /Run this again/],
];

for (const [error, remedy] of cases) {
  test(`${Object.values(error).slice(0, 2).join(' ')} says what to do`, () => {
    const explained = wrapAwsError('Reading failed', error);
    assert.match(explained.message, /^Reading failed\. /);
    assert.match(explained.message, remedy);
    assert.equal(explained.cause, error);
  });
}
