import assert from 'node:assert/strict';
import test from 'node:test';
import { listRequests } from './list-requests.ts';

const cases: readonly [what: string, html: string, addresses: readonly string[], hosts: readonly string[]][] = [
  ['a stylesheet', '<link rel="stylesheet" href="/a.css">', ['/a.css'], []],
  [
    'one of another host',
    '<link rel="stylesheet" href="https://b.example/a.css">',
    ['https://b.example/a.css'],
    ['b.example'],
  ],
  ['one without a scheme', '<script src="//b.example/a.js"></script>', ['//b.example/a.js'], ['b.example']],
  ['a script', '<script src="a.js"></script>', ['a.js'], []],
  [
    'what styles import',
    '<style>@import url("https://c.example/f.css"); @import "g.css";</style>',
    ['https://c.example/f.css', 'g.css'],
    ['c.example'],
  ],
  [
    'a host once',
    '<script src="//b.example/1"></script><script src="//b.example/2"></script>',
    ['//b.example/1', '//b.example/2'],
    ['b.example'],
  ],
];

for (const [what, html, addresses, hosts] of cases) {
  test(`a page asks for ${what}`, () => {
    assert.deepEqual(listRequests(html), { addresses, hosts });
  });
}

test('a page is complete without its icon, its photo, its links and its inline script', () => {
  const html =
    '<link rel="icon" href="/i.svg"><link rel="canonical" href="https://a.example"><img src="/p.jpg" alt=""><a href="/b">b</a><script>1</script>';
  assert.deepEqual(listRequests(html), { addresses: [], hosts: [] });
});
