import assert from 'node:assert/strict';
import test from 'node:test';
import { formatChange } from './format-change.ts';
import type { TofuChange } from './list-differences.ts';
import { readPlan } from './read-plan.ts';

const format = (change: TofuChange) =>
  readPlan('site', { resource_changes: [{ address: 'aws_x.y', change }] })
    .changes.map(formatChange)
    .join();

test('what is new shows its values, and counts those that are not known yet', () => {
  const change = { actions: ['create'], before: null, after: { a: 1 }, after_unknown: { id: true, arn: true } };
  assert.equal(format(change), '+ aws_x.y is created\n+   a = 1\n+   and 2 more, known after apply');
});

test('what is updated shows every value that changes', () => {
  const change = { actions: ['update'], before: { a: 1, b: 1 }, after: { a: 2, c: 3 }, after_unknown: { id: true } };
  assert.equal(
    format(change),
    '~ aws_x.y is updated in place\n~   a = 1 → 2\n-   b = 1\n+   c = 3\n+   id = (known after apply)',
  );
});

test('what is destroyed shows no values', () => {
  assert.equal(format({ actions: ['delete'], before: { a: 1 }, after: null }), '- aws_x.y is destroyed');
});

test('what is destroyed and created anew shows why', () => {
  const change = { actions: ['delete', 'create'], before: { name: 'x' }, after: { name: 'y' } };
  assert.equal(format(change), '-+ aws_x.y is destroyed and created anew\n~   name = "x" → "y"');
});

test('no name and no value begins a line of its own, or hides what it is', () => {
  const after = { 'a\n- aws_x.z is destroyed': 'b\u202ec', d: '\u001b[8m\u2028' };
  const change = { actions: ['update'], before: {}, after };
  assert.equal(
    format(change),
    '~ aws_x.y is updated in place\n+   a\\u000a- aws_x.z is destroyed = "b\\u202ec"\n+   d = "\\u001b[8m\\u2028"',
  );
  const address = 'aws_x.y["\n\u2066"]';
  assert.equal(
    formatChange({ address, action: 'destroy', differences: [], digest: '' }),
    '- aws_x.y["\\u000a\\u2066"] is destroyed',
  );
});

for (const [action, line] of [
  ['create', '+ a is created'],
  ['update', '~ a is updated in place'],
  ['replace', '-+ a is destroyed and created anew'],
  ['destroy', '- a is destroyed'],
  ['move', '~ a gets another address'],
  ['forget', '- a is forgotten, but not destroyed'],
] as const) {
  test(`to ${action} is written as ${line}`, () => {
    assert.equal(formatChange({ address: 'a', action, differences: [], digest: '' }), line);
  });
}
