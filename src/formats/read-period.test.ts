import assert from 'node:assert/strict';
import test from 'node:test';
import { createPart } from './part.ts';
import { readPeriod, takePeriod, toMoment } from './read-period.ts';

const periods: readonly (readonly [text: string, start: string | undefined, end: string | undefined])[] = [
  ['January 2019 to Present', '2019-01', undefined],
  ['March 2022 - Present', '2022-03', undefined],
  ['2014 - 2018', '2014', '2018'],
  ['2014-2018', '2014', '2018'],
  ['2014–2018', '2014', '2018'],
  ['Jan 2020 – heute', '2020-01', undefined],
  ['August 2012 to May 2016', '2012-08', '2016-05'],
  ['2018-01 – 2019-02-28', '2018-01', '2019-02-28'],
  ['2020', undefined, '2020'],
  ['2020-05', undefined, '2020-05'],
  ['Oct 2016', undefined, '2016-10'],
  ['2016 -', '2016', undefined],
  ['March 2016 –', '2016-03', undefined],
  ['Since 2016', '2016', undefined],
  ['seit März 2016', '2016-03', undefined],
  ['June – August 2019', '2019-06', '2019-08'],
  ['2016–18', '2016', '2018'],
  ['2016/17', '2016', '2017'],
  ['2011-12', undefined, '2011-12'],
  ['2011 – 12', undefined, '2011 – 12'],
  ['2018-17', undefined, '2018-17'],
  ['Nov – Feb 2019', undefined, 'Nov – Feb 2019'],
  ['since 01/02/2015', undefined, 'since 01/02/2015'],
  ['since then', undefined, 'since then'],
  ['–', undefined, '–'],
  // What nobody can read stays as it is.
  ['Summer 2009', undefined, 'Summer 2009'],
  ['Fall 2019 - Spring 2020', undefined, 'Fall 2019 - Spring 2020'],
  ['01/02/2015', undefined, '01/02/2015'],
];

for (const [text, startDate, endDate] of periods) {
  test(`"${text}" is from ${startDate ?? '–'} to ${endDate ?? '–'}`, () => {
    const period = readPeriod(text);
    assert.deepEqual([period.startDate, period.endDate], [startDate, endDate]);
  });
}

test('an end in words that it goes on is no end, and is taken', () => {
  const source = createPart({ start: 'Sep 1, 2016', end: 'Present' }, '');
  assert.deepEqual(takePeriod(source.at('start'), source.at('end')), { startDate: '2016-09-01' });
  assert.deepEqual(source.listUntaken(), []);
});

test('what happened once has a date', () => {
  assert.deepEqual(toMoment({ endDate: '2020' }), { date: '2020' });
  assert.deepEqual(toMoment({ startDate: '2020', endDate: '2020' }), { date: '2020' });
  assert.deepEqual(toMoment({ startDate: '2020' }), { startDate: '2020' });
  assert.deepEqual(toMoment({ startDate: '2020', endDate: '2021' }), { startDate: '2020', endDate: '2021' });
});
