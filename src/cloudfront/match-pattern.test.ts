import assert from 'node:assert/strict';
import test from 'node:test';
import { matchPattern } from './match-pattern.ts';

for (const [pattern, text, matches] of [
  ['/visitor', '/visitor', true],
  ['/visitor', '/visitor/', false],
  ['/visitor', '/a/visitor', false],
  ['/Visitor', '/visitor', false],
  ['*', '/anything', true],
  ['/assets/*', '/assets/a/b.css', true],
  ['/assets/*', '/assets', false],
  ['*.css', '/a.css', true],
  ['*.css', '/axcss', false],
  ['/a?c', '/abc', true],
  ['/a?c', '/ac', false],
  ['/(a|b)[c]', '/(a|b)[c]', true],
] as const) {
  test(`"${pattern}" ${matches ? 'matches' : 'does not match'} "${text}"`, () => {
    assert.equal(matchPattern(pattern, text), matches);
  });
}
