import assert from 'node:assert/strict';
import test from 'node:test';
import { checkDate, checkEndDate, checkTimestamp } from './check-date.ts';
import { isOngoing } from './read-date.ts';

const right = ['1000', '2999', '2015', '2015-01', '2015-12', '2015-01-31', '2024-02-29', '2000-02-29', '1999-04-30'];

const wrong: readonly (readonly [string, string, string?])[] = [
  ['2015-13', '"2015-13" has no month 13; write a month from 01 to 12.'],
  ['2015-00', '"2015-00" has no month 00; write a month from 01 to 12.'],
  ['2015-02-30', '"2015-02-30" has no day 30; write a day from 01 to 28.'],
  ['2024-02-30', '"2024-02-30" has no day 30; write a day from 01 to 29.'],
  ['1900-02-29', '"1900-02-29" has no day 29; write a day from 01 to 28.'],
  ['2015-04-31', '"2015-04-31" has no day 31; write a day from 01 to 30.'],
  ['2015-01-00', '"2015-01-00" has no day 00; write a day from 01 to 31.'],
  ['0999', '"0999" has the year 0999; write one from 1000 to 2999.'],
  ['3000-01', '"3000-01" has the year 3000; write one from 1000 to 2999.'],
  ['2015/01', '"2015/01" is not written as a date; write 2015-01.', '2015-01'],
  ['2015-1', '"2015-1" is not written as a date; write 2015-01.', '2015-01'],
  ['2015.1.5', '"2015.1.5" is not written as a date; write 2015-01-05.', '2015-01-05'],
  ['01.2015', '"01.2015" is not written as a date; write 2015-01.', '2015-01'],
  ['1/2015', '"1/2015" is not written as a date; write 2015-01.', '2015-01'],
  ['05.01.2015', '"05.01.2015" is not written as a date; write 2015-01-05.', '2015-01-05'],
  ['12/31/2015', '"12/31/2015" is not written as a date; write 2015-12-31.', '2015-12-31'],
  ['31/12/2015', '"31/12/2015" is not written as a date; write 2015-12-31.', '2015-12-31'],
  ['02/02/2015', '"02/02/2015" is not written as a date; write 2015-02-02.', '2015-02-02'],
  ['01/02/2015', '"01/02/2015" can be read in two ways; write 2015-01-02 or 2015-02-01.'],
  ['Jan 2015', '"Jan 2015" is not written as a date; write 2015-01.', '2015-01'],
  ['Sept. 2015', '"Sept. 2015" is not written as a date; write 2015-09.', '2015-09'],
  ['2015 December', '"2015 December" is not written as a date; write 2015-12.', '2015-12'],
  ['15 January 2015', '"15 January 2015" is not written as a date; write 2015-01-15.', '2015-01-15'],
  ['January 15th, 2015', '"January 15th, 2015" is not written as a date; write 2015-01-15.', '2015-01-15'],
  ['2015-01-15T00:00:00Z', '"2015-01-15T00:00:00Z" is not written as a date; write 2015-01-15.', '2015-01-15'],
  ['2015 - 2019', '"2015 - 2019" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
  ['30 February 2015', '"30 February 2015" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
  ['Smarch 2015', '"Smarch 2015" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
  ['yesterday', '"yesterday" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
  ['15', '"15" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
  ['Present', '"Present" is not a date, and only an endDate may say so; write YYYY, YYYY-MM or YYYY-MM-DD.'],
  ['٢٠١٥', '"٢٠١٥" is not written as a date; write 2015.', '2015'],
  ['Feb Aug 2016', '"Feb Aug 2016" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2015-01.'],
];

test('A year, a month or a day that exists is a date', () => {
  for (const date of right) assert.equal(checkDate(date), undefined, date);
});

for (const [date, message, instead] of wrong) {
  test(`The date ${date} is explained${instead === undefined ? '' : ' and has one correction'}`, () => {
    assert.deepEqual(checkDate(date), instead === undefined ? { message } : { message, instead });
    if (instead !== undefined) assert.equal(checkDate(instead), undefined);
  });
}

test('An end date may also be left out', () => {
  assert.equal(checkEndDate('2015'), undefined);
  assert.equal(
    checkEndDate('soon')?.message,
    '"soon" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, or leave endDate out while it goes on.',
  );
});

test('Words for now mean that it goes on', () => {
  for (const word of ['Present', 'present', 'NOW', 'current', 'today', 'ongoing', '-', '–'])
    assert.ok(isOngoing(word), word);
  for (const word of ['presently so', '2015', '--', 'soon']) assert.ok(!isOngoing(word), word);
});

test('A timestamp is a date with or without a time of day', () => {
  for (const text of ['2026-01-31', '2017-12-24T15:53:00', '2026-01-31T09:30Z', '2026-01-31T09:30:00.123+01:00']) {
    assert.equal(checkTimestamp(text), undefined, text);
  }
  assert.match(checkTimestamp('2026-02-30T09:30Z')?.message ?? '', /no day 30/);
  assert.match(checkTimestamp('2026-01-31T24:30Z')?.message ?? '', /no such time of day/);
  assert.match(checkTimestamp('2026-01-31 at noon')?.message ?? '', /is not a date/);
});
