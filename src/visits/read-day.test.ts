import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from './read-day.ts';

test('the counts of a day are read by what they count, most first', () => {
  const counts = {
    v: 6,
    u: 4,
    bot: 3,
    'b#agent': 2,
    'b#empty': 1,
    'h#00': 1,
    'h#23': 5,
    'd#d': 1,
    'd#m': 4,
    'd#t': 1,
    'c#FR': 3,
    'c#DE': 3,
    'c#AT': 3,
    'r#linkedin.com': 2,
    'r#*': 1,
    'p#/de/': 1,
    'p#*': 1,
    'p#/for/data/': 2,
    'z#later': 9,
  };
  const { hours, ...day } = readDay('2026-05-20', counts);
  assert.deepEqual(day, {
    day: '2026-05-20',
    visits: 6,
    persons: 4,
    bots: 3,
    devices: [
      ['mobile', 4],
      ['desktop', 1],
      ['tablet', 1],
    ],
    countries: [
      ['AT', 3],
      ['DE', 3],
      ['FR', 3],
    ],
    referrers: [
      ['linkedin.com', 2],
      ['*', 1],
    ],
    pages: [
      ['/for/data/', 2],
      ['*', 1],
      ['/de/', 1],
    ],
    botReasons: [
      ['agent', 2],
      ['empty', 1],
    ],
  });
  assert.deepEqual([hours.length, hours[0], hours[1], hours[23]], [24, 1, 0, 5]);
});

test('a day without counts is all zeros', () => {
  const { hours, ...day } = readDay('2026-05-20', {});
  assert.deepEqual(day, {
    day: '2026-05-20',
    visits: 0,
    persons: 0,
    bots: 0,
    devices: [],
    countries: [],
    referrers: [],
    pages: [],
    botReasons: [],
  });
  assert.deepEqual(hours, Array(24).fill(0));
});
