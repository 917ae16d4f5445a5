import assert from 'node:assert/strict';
import test from 'node:test';
import { groupByYear } from './group-by-year.ts';
import { selectLocale } from './locale.ts';
import { createEntry } from './outline-writer.ts';
import { formatPeriod } from './period.ts';

test('the latest year comes first, what has no date comes last, and each year keeps its order', () => {
  const dates: readonly [title: string, start?: string | undefined, end?: string][] = [
    ['A', '2019-03'],
    ['B'],
    ['C', '2021', '2022'],
    ['D', '2019'],
    ['E', 'some day'],
    ['F', undefined, '2020-01-02'],
  ];
  const entries = dates.flatMap(([text, start, end]) => {
    return createEntry({ title: { text }, period: formatPeriod(start, end, selectLocale()) }) ?? [];
  });
  assert.deepEqual(
    groupByYear(entries).map((group) => [group.heading, group.entries.map(({ title }) => title?.text).join('')]),
    [
      ['2021', 'C'],
      ['2020', 'F'],
      ['2019', 'AD'],
      [undefined, 'BE'],
    ],
  );
});
