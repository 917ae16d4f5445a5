import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { createSite } from '../../test/local/create-site.ts';
import { addLiveReload } from './live-reload.ts';

function policyFor(policy: string): string | undefined {
  const site = { ...createSite(), headers: { 'content-security-policy': policy } };
  return addLiveReload(site, 'b').headers['content-security-policy'];
}

const hash = policyFor("script-src 'x'")?.match(/'sha256-[^']+'/)?.[0];

test('the policy names exactly the script that is added', () => {
  const page = addLiveReload(createSite(), 'b').files.find(({ path }) => path === 'index.html');
  const script =
    Buffer.from(page?.body ?? [])
      .toString()
      .match(/<script>(.*)<\/script>\n$/s)?.[1] ?? '';
  assert.equal(hash, `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
});

const policies: readonly (readonly [title: string, before: string, after: string])[] = [
  ['adds to what is allowed', "script-src 'a'; connect-src 'self'", `script-src 'a' ${hash}; connect-src 'self'`],
  ["takes the place of 'none'", "script-src 'none'; connect-src 'none'", `script-src ${hash}; connect-src 'self'`],
  [
    'starts from the default',
    "default-src 'none'; img-src 'self'",
    `default-src 'none'; img-src 'self'; script-src ${hash}; connect-src 'self'`,
  ],
  [
    'keeps what the default allows',
    'default-src https://x',
    `default-src https://x; script-src https://x ${hash}; connect-src https://x 'self'`,
  ],
  ['needs none', '', ''],
];

for (const [title, before, after] of policies) {
  test(`the policy of an opened page ${title}`, () => assert.equal(policyFor(before), after));
}

test('pages alone get the script, after their own bytes', () => {
  const site = createSite();
  const { files } = addLiveReload(site, 'b');
  assert.deepEqual(
    files.map(({ path }) => path),
    ['index.html', '404.html', 'blog/index.html'],
  );
  const before = site.files[0]?.body ?? new Uint8Array();
  assert.deepEqual(files[0]?.body.subarray(0, before.length), Buffer.from(before));
});
