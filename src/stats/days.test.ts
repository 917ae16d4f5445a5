import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#visits';
import { formatSpan } from './format-date.ts';
import { groupDays } from './group-days.ts';
import { listDays } from './list-days.ts';
import { simulateDays, simulateTotal } from './simulate-days.ts';

const now = new Date('2026-11-24T09:40:00Z');

for (const [what, at, count, days] of [
  ['the first second of a day', '2026-03-01T00:00:00Z', 2, ['2026-02-28', '2026-03-01']],
  ['the last millisecond of a day', '2026-05-20T23:59:59.999Z', 1, ['2026-05-20']],
  ['a leap day', '2028-02-29T12:00:00Z', 2, ['2028-02-28', '2028-02-29']],
  ['a day on which clocks change', '2026-03-29T01:30:00Z', 3, ['2026-03-27', '2026-03-28', '2026-03-29']],
] as const) {
  test(`the days up to ${what} are ${days.join(', ')}`, () => assert.deepEqual(listDays(new Date(at), count), days));
}

for (const [from, until, text] of [
  ['2026-05-20', '2026-05-20', '20 May 2026'],
  ['2026-05-20', '2026-06-01', '20 May to 1 June 2026'],
  ['2025-12-31', '2026-01-01', '31 December 2025 to 1 January 2026'],
] as const) {
  test(`${from} to ${until} is written ${text}`, () => assert.equal(formatSpan(from, until), text));
}

const groups: readonly (readonly [count: number, unit: string, spans: number, first: string])[] = [
  [1, 'day', 1, '2026-11-24'],
  [45, 'day', 45, '2026-10-11'],
  [46, 'week', 8, '2026-10-10'],
  [378, 'week', 55, '2025-11-12'],
  [379, 'month', 13, '2025-11-11'],
  [400, 'month', 14, '2025-10-21'],
  [3660, 'month', 121, '2016-11-17'],
];
for (const [count, unit, spans, first] of groups) {
  test(`${count} days are shown by ${unit}, and none is lost`, () => {
    const days = listDays(now, count).map((day) => readDay(day, { v: 3, u: 2, bot: 1 }));
    const grouped = groupDays(days);
    assert.deepEqual([grouped[0]?.unit, grouped.length, grouped[0]?.from], [unit, spans, first]);
    const sum = (key: 'visits' | 'dailyVisitors' | 'bots') => grouped.reduce((total, span) => total + span[key], 0);
    assert.deepEqual([sum('visits'), sum('dailyVisitors'), sum('bots')], [3 * count, 2 * count, count]);
    if (unit === 'week') {
      for (const { from } of grouped.slice(1)) assert.equal(new Date(from).getUTCDay(), 1, `${from} is a Monday`);
    }
  });
}

test('simulated days are the same whenever they are asked for, and add up', () => {
  const days = simulateDays(now, 120);
  assert.equal(days.length, 120);
  assert.deepEqual(days.slice(-30), simulateDays(now, 30));
  assert.deepEqual(days.at(-2), simulateDays(new Date('2026-11-23T23:59:59Z'), 1)[0]);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  for (const { day, visits, persons, bots, hours, pages, countries, devices, botReasons } of days) {
    assert.ok(persons <= visits, day);
    const counts = (tally: typeof countries) => sum(tally.map(([, count]) => count));
    assert.deepEqual([sum(hours), counts(countries), counts(devices)], [visits, visits, visits], day);
    assert.equal(counts(botReasons), bots, day);
    assert.ok(counts(pages) <= visits, day);
  }
  const named = new Set(days.flatMap(({ pages }) => pages.map(([name]) => name)));
  assert.deepEqual([...named].sort(), ['/de/', '/de/for/platform/', '/for/platform/']);
  assert.equal(sum(days.slice(0, 30).map(({ visits }) => visits)), 0, 'before the 90 days nobody came');
  assert.ok(simulateTotal(now) > sum(days.map(({ visits }) => visits)));
});

test('simulated visits rest at the weekend, and today has no future', () => {
  const days = simulateDays(now, 90);
  const mean = (wanted: (weekday: number) => boolean) => {
    const chosen = days.filter(({ day }) => wanted(new Date(day).getUTCDay()));
    return chosen.reduce((sum, { visits }) => sum + visits, 0) / chosen.length;
  };
  assert.ok(mean((weekday) => weekday === 0 || weekday === 6) * 1.5 < mean((weekday) => weekday > 0 && weekday < 6));
  assert.ok(
    days
      .at(-1)
      ?.hours.slice(10)
      .every((count) => count === 0),
  );
});
