import assert from 'node:assert/strict';
import test from 'node:test';
import { formatError } from './format-error.ts';

const hint = '(--debug shows where in the code.)';
const circle = new Error('Round');
circle.cause = circle;

const cases: readonly (readonly [title: string, fault: unknown, text: string])[] = [
  ['a fault is its sentence', new Error('It broke.'), `It broke.\n${hint}`],
  [
    'its causes follow',
    new Error('It broke.', { cause: new Error('The disk is full.', { cause: 'ENOSPC' }) }),
    `It broke.\nBecause: The disk is full.\nBecause: ENOSPC\n${hint}`,
  ],
  ['what is no error is shown as text', 'just text', `just text\n${hint}`],
  ['causes that go round end', circle, `Round\n${'Because: Round\n'.repeat(9)}${hint}`],
];

for (const [title, fault, text] of cases) {
  test(title, () => assert.equal(formatError(fault, { debug: false }), text));
}

test('where in the code is shown on demand', () => {
  assert.match(
    formatError(new Error('It broke.'), { debug: true }),
    /^Error: It broke\.\n {4}at .*format-error\.test\.ts/,
  );
});
