import assert from 'node:assert/strict';
import test from 'node:test';
import { codeBlock, measure } from './code-block.ts';

test('a long run of backticks does not make a fence of its length', () => {
  const fenced = codeBlock(`a${'`'.repeat(30_000)}b ${'`'.repeat(19)}`, 200, '# more');
  assert.equal(fenced, `${'`'.repeat(20)}diff\na(30000 backticks)b ${'`'.repeat(19)}\n${'`'.repeat(20)}`);
});

test('a text is cut at the end of a line, and every line is shown or counted', () => {
  for (let bytes = 60; bytes < 140; bytes += 1) {
    const fenced = codeBlock('one line\nanother line\nand a third one\nthe end of it', bytes, '# more');
    assert.ok(measure(fenced) <= bytes, `${bytes}: ${fenced}`);
    const lines = fenced.split('\n').slice(1, -1);
    const left = Number(/^(\d) more$/.exec(lines.at(-1) ?? '')?.[1] ?? 0);
    assert.equal(lines.length - (left > 0 ? 1 : 0) + left, 4);
  }
});
