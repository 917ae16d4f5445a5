import assert from 'node:assert/strict';
import test from 'node:test';
import { answerFault, type VisitLogEntry } from './index.ts';

function logFault(fault: unknown): VisitLogEntry['causes'] {
  const entries: VisitLogEntry[] = [];
  answerFault(fault, (entry) => entries.push(entry));
  assert.equal(entries.length, 1);
  return entries[0]?.causes ?? [];
}

const faults: readonly (readonly [title: string, fault: unknown, causes: VisitLogEntry['causes']])[] = [
  ['an error', new TypeError('a'), [{ name: 'TypeError', message: 'a' }]],
  [
    'a chain of causes',
    new Error('a', { cause: new Error('b', { cause: 'c' }) }),
    [
      { name: 'Error', message: 'a' },
      { name: 'Error', message: 'b' },
      { name: 'string', message: 'c' },
    ],
  ],
  [
    'the first of several errors at once',
    new AggregateError([new Error('a'), new Error('b')], 'both'),
    [
      { name: 'AggregateError', message: 'both' },
      { name: 'Error', message: 'a' },
    ],
  ],
  ['a text', 'a', [{ name: 'string', message: 'a' }]],
  [
    'an object without a prototype',
    Object.create(null),
    [{ name: 'object', message: 'Something that is no Error was thrown.' }],
  ],
  ['nothing at all', undefined, []],
];
for (const [title, fault, causes] of faults) {
  test(`a fault that is ${title} is logged`, () => {
    assert.deepEqual(logFault(fault), causes);
  });
}

test('an error that causes itself is logged a few times and no more', () => {
  const fault = new Error('a');
  fault.cause = fault;
  assert.equal(logFault(fault).length, 8);
});
