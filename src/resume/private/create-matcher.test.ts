import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createMatcher } from './create-matcher.ts';

const cases: readonly (readonly [patterns: readonly string[], text: string, ...matches: string[]])[] = [
  [[], 'abc'],
  [['a'], ''],
  [['ab'], 'xabab', '0 1-3', '0 3-5'],
  [['b', 'abc'], 'abc', '0 0-3'],
  [['c', 'bc', 'abc'], 'abc', '2 0-3'],
  [['ab', 'ab'], 'ab', '0 0-2'],
  [['aaa'], 'aaaaa aaa', '0 0-5', '0 6-9'],
  [['aba'], 'ababa', '0 0-3', '0 2-5'],
  [['ab', 'cd', 'abcdx'], 'abcdx', '0 0-5'],
  [['abcd', 'bce'], 'abce', '1 1-4'],
  [['\u{1f600}'], 'a\u{1f600}', '0 1-3'],
];

for (const [patterns, text, ...matches] of cases)
  test(`Of ${JSON.stringify(patterns)} is in ${JSON.stringify(text)}: ${matches.join(', ') || 'nothing'}`, () => {
    const found = createMatcher(patterns)(text);
    assert.deepEqual(
      found.map(({ index, start, end }) => `${index} ${start}-${end}`),
      matches,
    );
  });

/** The same, by looking everywhere. */
function matchSlowly(patterns: readonly string[], text: string): readonly string[] {
  let spans: (readonly [start: number, end: number])[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    const lengths = patterns.filter((pattern) => text.slice(0, end).endsWith(pattern)).map(({ length }) => length);
    if (lengths.length === 0) continue;
    const start = end - Math.max(...lengths);
    const shared = spans.filter((span) => start + 1 < span[1]);
    spans = [...spans.filter((span) => start + 1 >= span[1]), [Math.min(start, ...shared.map(([from]) => from)), end]];
  }
  return spans.map(([start, end]) => `${start}-${end}`);
}

test('Any patterns are found wherever they are, in one another too', () => {
  const word = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength });
  fc.assert(
    fc.property(fc.array(word(5), { maxLength: 5 }), word(30), (patterns, text) => {
      const found = createMatcher(patterns)(text);
      assert.deepEqual(
        found.map(({ start, end }) => `${start}-${end}`),
        matchSlowly(patterns, text),
      );
      // The number is that of one that stands there.
      for (const { index, start, end } of found) assert.ok(text.slice(start, end).includes(patterns[index] ?? '?'));
    }),
    { numRuns: 500 },
  );
});
