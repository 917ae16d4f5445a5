import assert from 'node:assert/strict';
import test from 'node:test';
import { hashSource, parsePolicy } from './policy.ts';

const policies: readonly (readonly [policy: string, read: readonly (readonly [string, readonly string[]])[]])[] = [
  ['', []],
  [' ; ;', []],
  ["default-src 'none'", [['default-src', ["'none'"]]]],
  [
    " Script-Src  'self'\t'sha256-Ab=' ;; upgrade-insecure-requests; img-src *;",
    [
      ['script-src', ["'self'", "'sha256-Ab='"]],
      ['upgrade-insecure-requests', []],
      ['img-src', ['*']],
    ],
  ],
];
for (const [policy, read] of policies) {
  test(`the policy "${policy}" has ${read.length} directives`, () => assert.deepEqual([...parsePolicy(policy)], read));
}

// printf 'alert(1)' | openssl dgst -sha256 -binary | base64
test('a script is named by its hash', () => {
  assert.equal(hashSource('alert(1)'), "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
});
