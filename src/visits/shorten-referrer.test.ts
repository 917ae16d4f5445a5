import assert from 'node:assert/strict';
import test from 'node:test';
import { shortenReferrer } from './shorten-referrer.ts';

const referrers: readonly (readonly [referrer: string, host: string])[] = [
  ['', ''],
  ['linkedin.com', 'linkedin.com'],
  ['www.LinkedIn.com', 'linkedin.com'],
  ['www.linkedin.com:443', 'linkedin.com'],
  ['www2.example.org', 'www2.example.org'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['a.b.c.d.example', 'a.b.c.d.example'],
  ['com.linkedin.android', 'linkedin.com'],
  ['com.google.android.gm', 'google.com'],
  ['org.telegram.messenger', 'telegram.org'],
  ['com.Slack', 'slack.com'],
  [`${'a'.repeat(32)}.example`, `${'a'.repeat(32)}.example`],
  [`${'a'.repeat(33)}.example`, '*'],
  ['localhost', '*'],
  ['203.0.113.7', '*'],
  ['203.0.113.7:8080', '*'],
  ['[2001:db8::7]', '*'],
  ['[2001:db8::7]:8080', '*'],
  ['0x7f.1', '*'],
  ['bücher.example', '*'],
  ['example.com.', '*'],
  ['.example.com', '*'],
  ['exa mple.com', '*'],
  ['example.com/path', '*'],
  ['user@example.com', '*'],
  ['r#*', '*'],
  ['<script>', '*'],
  ['example.com\n', '*'],
];
for (const [referrer, host] of referrers) {
  test(`the referrer ${JSON.stringify(referrer)} is counted as ${host === '' ? 'none' : host}`, () => {
    assert.equal(shortenReferrer(referrer), host);
  });
}
