import assert from 'node:assert/strict';
import test from 'node:test';
import { selectLocale } from './locale.ts';
import { formatDate, formatPeriod } from './period.ts';

const english = selectLocale();

test('a date is shown as precisely as it was written, and keeps what was written for machines', () => {
  assert.deepEqual(formatDate('2019', english), { text: '2019', datetime: '2019' });
  assert.deepEqual(formatDate('2019-03', english), { text: 'Mar 2019', datetime: '2019-03' });
  assert.deepEqual(formatDate('2019-03-01', english), { text: 'Mar 1, 2019', datetime: '2019-03-01' });
  assert.deepEqual(formatDate('2019-03-01', english, 'month'), { text: 'Mar 2019', datetime: '2019-03-01' });
});

test('what nobody can read is shown as it was written', () => {
  assert.deepEqual(formatDate('Winter 2019', english), { text: 'Winter 2019' });
  assert.deepEqual(formatDate('2019-13', english), { text: '2019-13' });
});

test('a date is written in the language of the page, and in English, marked as such, where nobody knows that', () => {
  assert.equal(formatDate('2019-03', selectLocale('de')).text, 'März 2019');
  assert.deepEqual(formatDate('2019-03', selectLocale('xx')), {
    text: 'Mar 2019',
    datetime: '2019-03',
    language: 'en',
  });
});

test('the calendar is Gregorian, whatever the language would prefer', () => {
  assert.match(formatDate('2019-03', selectLocale('th')).text, /2019/);
  assert.match(formatDate('2019-03', selectLocale('fa')).text, /۲۰۱۹/);
});

const periods: readonly [
  what: string,
  start: string | undefined,
  end: string | undefined,
  shown: string | undefined,
][] = [
  ['from one date to another', '2019-03', '2020', 'Mar 2019 – 2020'],
  ['that goes on', '2019', undefined, '2019 – Present'],
  ['with an end alone', undefined, '2020', '2020'],
  ['of a single date', '2020', '2020', '2020'],
  ['of days in one month', '2020-03-01', '2020-03-31', 'Mar 2020'],
  ['whose days are fillers', '2020-01-01', '2022-03-31', 'Jan 2020 – Mar 2022'],
  ['written as one text', 'Aug 2018 – Present', undefined, 'Aug 2018 – Present'],
  ['with an end that nobody can read', '2018-08', 'Winter 2019', 'Aug 2018 – Winter 2019'],
  ['without dates', undefined, undefined, undefined],
];

for (const [what, start, end, shown] of periods) {
  test(`a period ${what} reads ${shown ?? 'as nothing'}`, () => {
    const period = formatPeriod(start, end, english);
    assert.equal(period?.map(({ text }) => text).join(''), shown);
  });
}
