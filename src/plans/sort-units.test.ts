import assert from 'node:assert/strict';
import test from 'node:test';
import { readPlan } from './read-plan.ts';
import { findDependents, sortUnitsIntoLayers, type Unit } from './sort-units.ts';

const units: readonly Unit[] = [
  { name: 'alarm', dependencies: ['topic', 'api'] },
  { name: 'api', dependencies: ['table'] },
  { name: 'site', dependencies: ['api'] },
  { name: 'table', dependencies: [] },
  { name: 'topic', dependencies: [] },
];

test('a unit comes after all that it depends on', () => {
  assert.deepEqual(
    sortUnitsIntoLayers(units).map((layer) => layer.map(({ name }) => name)),
    [['table', 'topic'], ['api'], ['alarm', 'site']],
  );
});

test('a circle is told of', () => {
  const circle = [
    { name: 'a', dependencies: ['b'] },
    { name: 'b', dependencies: ['a'] },
  ];
  assert.throws(() => sortUnitsIntoLayers(circle), /a, b depend on each other/);
});

const find = (changing: string) =>
  Object.fromEntries(
    findDependents(
      units,
      units.map(({ name }) =>
        readPlan(name, name === changing ? { output_changes: { id: { actions: ['update'] } } } : {}),
      ),
    ),
  );

test('who depends on changed outputs follows, and who depends on these, too', () => {
  assert.deepEqual(find('table'), { api: ['table'], alarm: ['api'], site: ['api'] });
  assert.deepEqual(find('topic'), { alarm: ['topic'] });
  assert.deepEqual(find('site'), {});
});
