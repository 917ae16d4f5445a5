import assert from 'node:assert/strict';
import test from 'node:test';
import { buildIncrement, hasId } from './build-increment.ts';

const ids = (count: number) => ({ SS: Array.from({ length: count }, (_, at) => `id-${at}`) });

test('the first visit of a new item begins to remember ids for ten seconds', () => {
  assert.deepEqual(buildIncrement({}, 'id-00001', ['count'], 1000, 200), {
    change: 'SET b=:b,prev=if_not_exists(cur,:ids),cur=:ids ADD #0 :1',
    condition: 'NOT b>=:end AND NOT contains(cur,:id)',
    attributeNames: { '#0': 'count' },
    attributeValues: {
      ':end': { N: '1000' },
      ':id': { S: 'id-00001' },
      ':ids': { SS: ['id-00001'] },
      ':1': { N: '1' },
      ':b': { N: '1010' },
    },
  });
});

const moments: readonly (readonly [
  title: string,
  item: Parameters<typeof buildIncrement>[0],
  isNew: boolean,
  limit: string,
  b: string | undefined,
])[] = [
  ['within the ten seconds', { b: { N: '1005' }, cur: ids(3) }, false, '1006', undefined],
  ['in their last second', { b: { N: '1000' }, cur: ids(3) }, false, '1001', undefined],
  ['just after them', { b: { N: '999' }, cur: ids(3) }, true, '1000', '1010'],
  ['long after them', { b: { N: '7' }, cur: ids(200) }, true, '1000', '1010'],
  ['by a clock that is behind', { b: { N: '1030' }, cur: ids(3) }, false, '1031', undefined],
  ['when there are too many', { b: { N: '1005' }, cur: ids(200) }, true, '1006', '1010'],
  ['when there are too many for a second', { b: { N: '1010' }, cur: ids(200) }, true, '1011', '1011'],
];
for (const [title, item, isNew, limit, b] of moments) {
  test(`a visit ${title} ${isNew ? 'begins them anew' : 'adds its id'}`, () => {
    const update = buildIncrement(item, 'id-00001', ['count'], 1000, 200);
    assert.equal(update.change.startsWith('SET'), isNew);
    assert.equal(update.attributeValues[':end']?.N, limit);
    assert.equal(update.attributeValues[':b']?.N, b);
  });
}

test('counters are incremented by aliases', () => {
  const update = buildIncrement({}, 'id-00001', ['v', 'c#DE', 'r#*', 'u'], 101, 200);
  assert.equal(update.change, 'SET b=:b,prev=if_not_exists(cur,:ids),cur=:ids ADD #0 :1,#1 :1,#2 :1,#3 :1');
  assert.deepEqual(update.attributeNames, { '#0': 'v', '#1': 'c#DE', '#2': 'r#*', '#3': 'u' });
});

const lifetimes: readonly (readonly [what: string, keepDays: number | undefined, expires: string | undefined])[] = [
  ['no retention', undefined, undefined],
  ['a retention of 0', 0, undefined],
  ['a retention that is no number', Number.NaN, undefined],
  ['a retention of one day', 1, '87400'],
  ['a retention of 400 days', 400, '34561000'],
];
for (const [what, keepDays, expires] of lifetimes) {
  test(`with ${what} an item ${expires === undefined ? 'never expires' : `expires at ${expires}`}`, () => {
    const begun = buildIncrement({}, 'id-00001', ['v'], 1000, 200, keepDays);
    assert.equal(begun.change.includes('expires=:x'), expires !== undefined);
    assert.equal(begun.attributeValues[':x']?.N, expires);
    // DynamoDB refuses values that no expression uses.
    const later = buildIncrement({ b: { N: '1005' }, cur: ids(3) }, 'id-00001', ['v'], 1000, 200, keepDays);
    assert.ok(!(':x' in later.attributeValues) && !later.change.includes(':x'));
  });
}

test('an item remembers the ids of now and before', () => {
  assert.equal(hasId({}, 'id-1'), false);
  assert.equal(hasId({ cur: ids(2) }, 'id-1'), true);
  assert.equal(hasId({ prev: ids(2) }, 'id-1'), true);
  assert.equal(hasId({ cur: ids(2), prev: ids(2) }, 'id-2'), false);
});
