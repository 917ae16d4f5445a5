import assert from 'node:assert/strict';
import test from 'node:test';
import { suggestRemedy } from './suggest-remedy.ts';

const remedies: readonly (readonly [code: string, remedy: RegExp])[] = [
  ['ResourceNotFoundException', /Deploy the dynamodb unit/],
  ['AccessDeniedException', /Allow dynamodb:UpdateItem/],
  ['UnrecognizedClientException', /Check the credentials/],
  ['InvalidSignatureException', /and the clock/],
  ['IncompleteSignatureException', /Check the credentials/],
  ['MissingAuthenticationTokenException', /Check the credentials/],
  ['ExpiredTokenException', /Check the credentials/],
  ['ProvisionedThroughputExceededException', /raise the write limit/],
  ['RequestLimitExceeded', /raise the write limit/],
  ['ThrottlingException', /raise the write limit/],
  ['ValidationException', /Check TABLE_NAME/],
  ['UnreadableReply', /whole number/],
  ['ECONNREFUSED', /was not counted/],
  ['ENOTFOUND', /was not counted/],
  ['EAI_AGAIN', /was not counted/],
  ['ECONNRESET', /may have been counted/],
  ['Timeout', /may have been counted/],
  ['InternalServerError', /may have been counted/],
];
for (const [code, remedy] of remedies) {
  test(`${code} has a remedy that is one sentence at least`, () => {
    assert.match(suggestRemedy(code), remedy);
    assert.match(suggestRemedy(code), /^[A-Z].+\.$/);
  });
}
