import assert from 'node:assert/strict';
import test from 'node:test';
import { readInitials, renderFavicon } from './favicon.ts';

const names: readonly [name: string, initials: string][] = [
  ['Ada Lovelace', 'AL'],
  ['Ada King Noel Lovelace', 'AL'],
  ['  ada \t lovelace ', 'AL'],
  ['Björk', 'B'],
  ['élodie ångström', 'ÉÅ'],
  ['e\u0301lodie', 'E\u0301'],
  ['👩‍💻 Coder', '👩‍💻C'],
  ['山田 太郎', '山太'],
  ['ليلى الحسيني', 'ل\u200cا'],
  ['ليلى', 'ل'],
  ['', ''],
];

for (const [name, initials] of names) {
  test(`the initials of ${JSON.stringify(name)} are ${JSON.stringify(initials)}`, () => {
    assert.equal(readInitials(name), initials);
  });
}

test('the favicon is the initials on the accent, in a file of its own', () => {
  const svg = renderFavicon('<Ada> Lovelace', '#b3261e');
  assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 64 64"><rect [^>]*fill="#b3261e"\/>/);
  assert.match(svg, /fill="#fff">&lt;L<\/text><\/svg>\n$/);
});

test('a letter with marks without end, or before letters without end, is an initial of no more than anybody reads', () => {
  assert.equal(readInitials(`é${'\u0301'.repeat(100_000)}`), `É${'\u0301'.repeat(99)}`);
  assert.equal(readInitials(`<${'b'.repeat(100_000)}`), '<');
  assert.equal(readInitials('👩‍🚀'.repeat(30_000)), '👩‍🚀');
});
