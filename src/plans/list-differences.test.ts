import assert from 'node:assert/strict';
import test from 'node:test';
import type { TofuChange } from './list-differences.ts';
import { listDifferences } from './list-differences.ts';

const cases: readonly (readonly [string, Omit<TofuChange, 'actions'>, readonly object[]])[] = [
  ['what stays is not listed', { before: { a: 1, b: null }, after: { a: 1 } }, []],
  [
    'what changes is listed with its path',
    { before: { a: { b: [1, 2] } }, after: { a: { b: [1, 3] } } },
    [{ path: 'a.b[1]', before: '2', after: '3' }],
  ],
  ['what is new has no value before', { before: null, after: { a: 'x' } }, [{ path: 'a', after: '"x"' }]],
  ['what goes has no value after', { before: { a: false }, after: {} }, [{ path: 'a', before: 'false' }]],
  [
    'what is known later is said to be',
    { before: { id: 'x' }, after: {}, after_unknown: { id: true, list: [{ b: true }] } },
    [
      { path: 'id', before: '"x"', after: '(known after apply)' },
      { path: 'list[0].b', after: '(known after apply)' },
    ],
  ],
  [
    'a secret that changes is never shown',
    {
      before: { a: { key: 'old' } },
      after: { a: { key: 'new' } },
      before_sensitive: {},
      after_sensitive: { a: { key: true } },
    },
    [{ path: 'a.key', before: '(sensitive)', after: '(sensitive)' }],
  ],
  [
    'nor is one that was secret before',
    { before: { key: 'old' }, after: { key: 'new' }, before_sensitive: { key: true }, after_sensitive: false },
    [{ path: 'key', before: '(sensitive)', after: '(sensitive)' }],
  ],
  [
    'nor anything inside of it',
    { before: null, after: { a: { b: 'secret' } }, after_sensitive: { a: true } },
    [{ path: 'a', after: '(sensitive)' }],
  ],
  [
    'a secret that stays is not listed',
    { before: { key: 'x' }, after: { key: 'x' }, before_sensitive: { key: true }, after_sensitive: { key: true } },
    [],
  ],
  [
    'a policy is compared value by value',
    { before: { policy: '{"A":["x","y"],"B":1}' }, after: { policy: '{"B":1,"A":["x","z"]}' } },
    [{ path: 'policy.A[1]', before: '"y"', after: '"z"' }],
  ],
  [
    'a text that becomes a policy is shown whole',
    { before: { policy: 'none' }, after: { policy: '{"A":1}' } },
    [{ path: 'policy', before: '"none"', after: '"{\\"A\\":1}"' }],
  ],
  [
    'a value in the place of a group is shown',
    { before: { a: { b: 1 } }, after: { a: 'x' } },
    [
      { path: 'a', after: '"x"' },
      { path: 'a.b', before: '1' },
    ],
  ],
  [
    'the order of the names is always the same',
    { before: null, after: { b: 1, a: 1, list: Array.from({ length: 11 }, (_, index) => index) } },
    [
      { path: 'a', after: '1' },
      { path: 'b', after: '1' },
      ...Array.from({ length: 11 }, (_, index) => ({ path: `list[${index}]`, after: String(index) })),
    ],
  ],
  [
    'lists are in the order of their numbers, and names in that of their signs, after numbers',
    { before: {}, after: { b: 1, a: 1, Z: 1, 10: 1, 9: 1, '1a': 1 } },
    ['9', '10', '1a', 'Z', 'a', 'b'].map((path) => ({ path, after: '1' })),
  ],
  [
    'a value in the place of a group is told before what is gone of the group',
    { before: { a: { b: 1 } }, after: { a: 'x' } },
    [
      { path: 'a', after: '"x"' },
      { path: 'a.b', before: '1' },
    ],
  ],
  [
    'a text that is no JSON stays a text',
    { before: { a: '{x' }, after: { a: '[y' } },
    [{ path: 'a', before: '"{x"', after: '"[y"' }],
  ],
  [
    'a number in a text is not JSON',
    { before: { a: '1' }, after: { a: '1.0' } },
    [{ path: 'a', before: '"1"', after: '"1.0"' }],
  ],
  [
    'JSON after words is a text',
    { before: { a: 'x [1]' }, after: { a: 'x [2]' } },
    [{ path: 'a', before: '"x [1]"', after: '"x [2]"' }],
  ],
  [
    'JSON after spaces is JSON',
    { before: { a: ' [1]' }, after: { a: '\n[2]' } },
    [{ path: 'a[0]', before: '1', after: '2' }],
  ],
  ['a list of one that becomes another', { before: [1], after: ['1'] }, [{ path: '[0]', before: '1', after: '"1"' }]],
];

for (const [title, change, wanted] of cases) {
  test(title, () => assert.deepEqual(listDifferences({ actions: ['update'], ...change }), wanted));
}
