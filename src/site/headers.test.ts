import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hashSource, parsePolicy } from '#html';
import { renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { contentType } from './content-type.ts';
import { createHeaders } from './headers.ts';

// Literal, so that whoever changes a header changes it twice. The hashes are those of the scripts of `siteAssets`:
// printf '/* api */ 1 < 2;' | openssl dgst -sha256 -binary | base64
test('every file of the site has exactly these headers', () => {
  assert.deepEqual(renderResume({ basics: { name: 'A' } }, {}, siteAssets).headers, {
    'content-security-policy':
      "default-src 'none'; script-src 'sha256-q7Nq87oQOwRa24G0hLtoKtSOVodirzZlZuTcNNOlj7I=' 'sha256-oGrPI+twmzaIbJULOjB32PAAAPE7umYfP0Fvs1R7cf8='; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

const text = fc.string({ unit: 'binary', maxLength: 60 });

test('whatever the scripts are, headers are one line each, and the policy lets in just them', () =>
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (scripts) => {
      const headers = createHeaders(scripts);
      for (const [name, value] of Object.entries(headers)) {
        assert.match(name, /^[a-z-]+$/);
        assert.match(value, /^[!-~]+(?: [!-~]+)*$/);
      }
      const policy = parsePolicy(headers['content-security-policy'] ?? '');
      assert.deepEqual(policy.get('script-src'), scripts.map(hashSource));
      const others = [...policy].filter(([directive]) => directive !== 'script-src').flatMap(([, sources]) => sources);
      assert.deepEqual([...new Set(others)].sort(), ["'none'", "'self'"]);
    }),
    fuzzRuns(100),
  ));

test('whatever the name of a file is, its type is one that can be sent', () =>
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom('a.__proto__', 'a.constructor', 'a.HTML', 'svg', '.')), (path) => {
      assert.match(contentType(path), /^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/);
    }),
    fuzzRuns(200),
  ));
