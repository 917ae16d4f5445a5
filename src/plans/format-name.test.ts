import assert from 'node:assert/strict';
import test from 'node:test';
import { formatName } from './format-name.ts';

const names: readonly (readonly [name: string, shown: string])[] = [
  ['dev', 'dev'],
  ['my_dev-2.eu', 'my_dev-2.eu'],
  ['dev|<img src=x> @octocat', '<code>dev&#124;&#60;img src&#61;x&#62; &#64;octocat</code>'],
  ['`a`\n# b', '<code>&#96;a&#96;\\u{a}&#35; b</code>'],
  ['a\u202eb\u0007', '<code>a\\u{202e}b\\u{7}</code>'],
  ['日本', '<code>&#26085;&#26412;</code>'],
  ['n'.repeat(60), 'n'.repeat(60)],
  ['n'.repeat(61), `<code>${'n'.repeat(60)}…</code>`],
  ['', '<code></code>'],
];
for (const [name, shown] of names) {
  test(`the name ${JSON.stringify(name)} is shown as ${shown}`, () => assert.equal(formatName(name), shown));
}
