import assert from 'node:assert/strict';
import test from 'node:test';
import { renderResume, siteAssets } from '../../test/fixtures/resumes.ts';

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
