import assert from 'node:assert/strict';
import test from 'node:test';
import { quoteValue } from './quote-value.ts';

test('A value is shown in quotes, on one line, with nothing invisible in it', () => {
  assert.equal(
    quoteValue('a "b"\n\u0007\u0085\u200B\u202E\u2028\uD800é😀'),
    '"a \\"b\\"\\n\\u0007\\u{85}\\u{200b}\\u{202e}\\u{2028}\\ud800é😀"',
  );
});

test('A long value is cut between characters', () => {
  assert.equal(quoteValue('😀'.repeat(100)), `"${'😀'.repeat(100)}"`);
  assert.equal(quoteValue('😀'.repeat(101)), `"${'😀'.repeat(99)}…"`);
  assert.equal(quoteValue('a'.repeat(1_000_000)), `"${'a'.repeat(99)}…"`);
});
