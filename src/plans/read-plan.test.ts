import assert from 'node:assert/strict';
import test from 'node:test';
import type { TofuChange } from './list-differences.ts';
import { countChanges, readPlan, type TofuPlan } from './read-plan.ts';

const update: TofuChange = { actions: ['update'], before: { a: 1, etag: 'x' }, after: { a: 2, etag: 'x' } };
const write = (changes: Readonly<Record<string, TofuChange>>): TofuPlan => ({
  resource_changes: Object.entries(changes).map(([address, change]) => ({ address, change })),
});

test('what changes nothing is left out', () => {
  const plan = readPlan('site', write({ a: { actions: ['no-op'] }, 'data.b': { actions: ['read'] } }));
  assert.deepEqual(plan.changes, []);
  assert.equal(plan.digest, readPlan('other', {}).digest);
});

test('every kind of change has its name', () => {
  const actions = [['create'], ['update'], ['delete'], ['delete', 'create'], ['create', 'delete'], ['forget']];
  const changes = Object.fromEntries(actions.map((one, index) => [String(index), { actions: one }]));
  assert.deepEqual(
    readPlan('site', write(changes)).changes.map(({ action }) => action),
    ['create', 'update', 'destroy', 'replace', 'replace', 'forget'],
  );
});

test('a new address alone is a change too', () => {
  const [change] = readPlan('site', {
    resource_changes: [{ address: 'b', previous_address: 'a', change: { actions: ['no-op'] } }],
  }).changes;
  assert.deepEqual([change?.action, change?.differences], ['move', [{ path: '(address)', before: 'a', after: 'b' }]]);
});

test('what was replaced and not yet destroyed is not taken for what replaced it', () => {
  const replaced = { address: 'a', change: update };
  const left = { address: 'a', deposed: '5f2c11aa', change: { actions: ['delete'], before: { a: 0 }, after: null } };
  const { changes } = readPlan('site', { resource_changes: [left, replaced] });
  assert.deepEqual(
    changes.map(({ address, action }) => [address, action]),
    [
      ['a', 'update'],
      ['a (deposed object 5f2c11aa)', 'destroy'],
    ],
  );
});

const same: readonly (readonly [string, TofuPlan])[] = [
  ['in another order', write({ b: update, a: update })],
  [
    'beside values that stay, whatever these are',
    write({ a: { ...update, before: { a: 1, etag: 'y' }, after: { a: 2, etag: 'y' } }, b: update }),
  ],
  ['beside what changes nothing', write({ a: update, b: update, c: { actions: ['no-op'] } })],
  ['with the names of values in another order', write({ a: update, b: { ...update, after: { etag: 'x', a: 2 } } })],
];

for (const [title, plan] of same) {
  test(`the same changes have the same digest ${title}`, () => {
    assert.equal(readPlan('site', plan).digest, readPlan('site', write({ a: update, b: update })).digest);
  });
}

const others: readonly (readonly [string, TofuPlan])[] = [
  ['another value', write({ a: { ...update, after: { a: 3, etag: 'x' } } })],
  ['another value before', write({ a: { ...update, before: { a: 0, etag: 'x' } } })],
  ['another address', write({ b: update })],
  ['another action', write({ a: { ...update, actions: ['delete', 'create'] } })],
  ['destruction', write({ a: { actions: ['delete'], before: { a: 1 }, after: null } })],
  ['one change more', write({ a: update, b: update })],
  ['nothing', {}],
  ['a value that is known later', write({ a: { ...update, after: {}, after_unknown: { a: true } } })],
];

for (const [title, plan] of others) {
  test(`${title} has another digest`, () => {
    assert.notEqual(readPlan('site', plan).digest, readPlan('site', write({ a: update })).digest);
  });
}

test('stand-ins are found in variables and in planned values', () => {
  const plan: TofuPlan = {
    variables: {
      arn: { value: 'arn:aws:sns:us-east-1:000000000000:mock-topic' },
      name: { value: 'amock-up' },
      empty: {},
    },
    ...write({
      a: { actions: ['create'], before: null, after: { list: [{ url: 'https://mock-api.example' }] } },
      b: { actions: ['no-op'], before: {}, after: { url: 'https://mock-api.example' } },
    }),
  };
  assert.deepEqual(readPlan('site', plan).mocks, ['arn', 'a']);
});

test('whether outputs change is told apart from whether they are there', () => {
  const write = (action: string) => readPlan('site', { output_changes: { id: { actions: [action] } } }).changesOutputs;
  assert.deepEqual(['no-op', 'create', 'update', 'delete'].map(write), [false, true, true, true]);
});

const counts: readonly (readonly [actions: readonly string[], add: number, change: number, destroy: number])[] = [
  [['create'], 1, 0, 0],
  [['update'], 0, 1, 0],
  [['forget'], 0, 1, 0],
  [['delete'], 0, 0, 1],
  [['delete', 'create'], 1, 0, 1],
];
for (const [actions, add, change, destroy] of counts) {
  test(`${actions.join(' and ')} counts as ${add} to add, ${change} to change and ${destroy} to destroy`, () => {
    assert.deepEqual(countChanges(readPlan('site', write({ a: { actions } }))), { add, change, destroy });
  });
}

test('a new address counts as a change', () => {
  const moved = { address: 'b', previous_address: 'a', change: { actions: ['no-op'] } };
  assert.deepEqual(countChanges(readPlan('site', { resource_changes: [moved] })), { add: 0, change: 1, destroy: 0 });
});

test('one of several actions on an output is enough to change it', () => {
  assert.equal(readPlan('site', { output_changes: { id: { actions: ['no-op', 'update'] } } }).changesOutputs, true);
});
