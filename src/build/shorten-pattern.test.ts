import assert from 'node:assert/strict';
import test from 'node:test';
import { getPattern } from 'isbot';
import { shortenPattern } from './shorten-pattern.ts';

for (const [pattern, short] of [
  [/a|^b|c\/|^d|e\/|f\b/, 'a|(c|e)\\/|(f)\\b|^(b|d)'],
  [/(?:a|b)|[|(?:]|\(?:|c/, '(a|b)|[|(?:]|\\(?:|c'],
] as const) {
  test(`${pattern} becomes ${short}`, () => assert.equal(shortenPattern(pattern).source, short));
}

/** Agents that the pattern's own words make, whole, in pieces and with more around them. */
function* inventAgents(pattern: RegExp): Generator<string> {
  const words = pattern.source
    .split('|')
    .map((word) => word.replaceAll(/\\[dw]/g, '1').replaceAll(/\\b|\(\?[:!<]+|[\\^$()[\]?*+]/g, ''));
  for (const [at, word] of words.entries()) {
    const other = words[(at * 7 + 3) % words.length] ?? '';
    yield* [word, ` ${word}`, `x${word}`, `${word}x`, `${word}/`, `${word}/1.0`, `${word} 2`, `Mozilla/5.0 (${word})`];
    yield* [word.slice(1), word.slice(0, -1), `${word.toUpperCase()}!`, `${other.slice(0, 3)}${word}`, `x:${word}?y`];
  }
  for (let code = 1; code < 128; code += 1) yield* [String.fromCharCode(code), `a?b:${String.fromCharCode(code)}c`];
}

test('the short pattern of bots matches what the long one does', () => {
  const long = getPattern();
  const short = shortenPattern(long);
  assert.ok(long.source.length - short.source.length > 100);
  const matches = { yes: 0, no: 0 };
  for (const agent of inventAgents(long)) {
    assert.equal(short.test(agent), long.test(agent), agent);
    matches[long.test(agent) ? 'yes' : 'no'] += 1;
  }
  assert.ok(matches.yes > 500 && matches.no > 300, JSON.stringify(matches));
});
