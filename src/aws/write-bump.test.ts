import assert from 'node:assert/strict';
import test from 'node:test';
import { hasId, writeBump } from './write-bump.ts';

const ids = (count: number) => ({ SS: Array.from({ length: count }, (_, at) => `id-${at}`) });

test('the first visit of a new item begins a bucket', () => {
  assert.deepEqual(writeBump({}, 'id-00001', ['count'], 101, 200), {
    UpdateExpression: 'SET b = :b, i1 = :ids ADD #0 :one',
    ConditionExpression: 'NOT b >= :b AND NOT contains(i0, :id) AND NOT contains(i1, :id)',
    ExpressionAttributeNames: { '#0': 'count' },
    ExpressionAttributeValues: {
      ':b': { N: '101' },
      ':id': { S: 'id-00001' },
      ':ids': { SS: ['id-00001'] },
      ':one': { N: '1' },
    },
  });
});

const buckets: readonly (readonly [title: string, item: Parameters<typeof writeBump>[0], set: string, b: string])[] = [
  ['in the same bucket adds to its ids', { b: { N: '101' }, i1: ids(3) }, 'ADD #0 :one, i1 :ids', '101'],
  [
    'in the next bucket keeps those of the last',
    { b: { N: '100' }, i0: ids(3) },
    'SET b = :b, i1 = :ids ADD #0 :one',
    '101',
  ],
  [
    'two buckets later takes the place of old ones',
    { b: { N: '99' }, i1: ids(3) },
    'SET b = :b, i1 = :ids ADD #0 :one',
    '101',
  ],
  ['goes by a clock that is ahead', { b: { N: '104' }, i0: ids(3) }, 'ADD #0 :one, i0 :ids', '104'],
  ['in a full bucket closes it early', { b: { N: '101' }, i1: ids(200) }, 'SET b = :b, i0 = :ids ADD #0 :one', '102'],
  [
    'in a full bucket ahead closes that early',
    { b: { N: '104' }, i0: ids(200) },
    'SET b = :b, i1 = :ids ADD #0 :one',
    '105',
  ],
  [
    'after a full bucket that is over begins the present',
    { b: { N: '90' }, i0: ids(200) },
    'SET b = :b, i1 = :ids ADD #0 :one',
    '101',
  ],
];
for (const [title, item, expression, b] of buckets) {
  test(`a visit ${title}`, () => {
    const update = writeBump(item, 'id-00001', ['count'], 101, 200);
    assert.equal(update.UpdateExpression, expression);
    assert.equal(update.ExpressionAttributeValues[':b']?.N, b);
    const isNew = expression.startsWith('SET');
    assert.ok(update.ConditionExpression?.startsWith(isNew ? 'NOT b >= :b ' : 'NOT b > :b '));
  });
}

test('marks are added by aliases, and those without room to the rest', () => {
  const item = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r#host-${at}.example`, { N: '1' }]));
  const update = writeBump(item, 'id-00001', ['v', 'c#DE', 'r#new.example', 'u'], 101, 200);
  assert.equal(update.UpdateExpression, 'SET b = :b, i1 = :ids ADD #0 :one,#1 :one,#2 :one,#3 :one');
  assert.deepEqual(update.ExpressionAttributeNames, { '#0': 'v', '#1': 'c#DE', '#2': 'r#*', '#3': 'u' });
});

test('an item remembers the ids of both buckets', () => {
  assert.equal(hasId({}, 'id-1'), false);
  assert.equal(hasId({ i0: ids(2) }, 'id-1'), true);
  assert.equal(hasId({ i1: ids(2) }, 'id-1'), true);
  assert.equal(hasId({ i0: ids(2), i1: ids(2) }, 'id-2'), false);
});
