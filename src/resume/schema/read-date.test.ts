import assert from 'node:assert/strict';
import test from 'node:test';
import { isOngoing, readDate, readPeriod } from './read-date.ts';

/** A date, and every text that says it. */
const dates: readonly (readonly [date: string, ...texts: string[]])[] = [
  ['2015', '2015', '2015年', '２０１５', 'anno 2015'],
  ['2015-01', '2015-1', '2015 1', '1 2015', '2015年1月', '2015 年 1 月', 'Jan 2015', 'JANUARY 2015'],
  ['2015-01', 'enero del 2015', 'enero of 2015', 'enero a 2015'],
  ['2015-05', '2015،5', 'май 2015 г.', 'май 2015 года', 'травень 2015 р.', 'maj 2015 roku', 'Tháng 5 2015'],
  ['2015-08', 'd’août 2015'],
  ['2015-12', 'tháng 12, năm 2015', 'tháng 12 năm 2015', '١٢/٢٠١٥', '۱۲/۲۰۱۵', '१२/२०१५'],
  ['2015-01-01', '1º de enero de 2015', '1er janvier 2015'],
  ['2015-01-05', '2015/1/5', '2015-01-05T10:00:00Z', '2015-01-05 10:00', '2015年1月5日', '5. 1. 2015', '2015 Jan 5th'],
  ['2015-01-05', 'Jan. 5, 2015', '5 Jan 2015', '5th Jan 2015', 'Jan 5th, 2015'],
  ['2015-03-05', '2015년 3월 5일'],
  ['2015-12-31', '2015年12月31日', '2015 年 12 月 31 日'],
  ['2015-12', '2015年12月'],
  ['2015-05-01', '1.5.2015'],
  ['2015-05-02', '2nd May 2015'],
  ['2015-05-03', '3rd May 2015'],
  ['2015-05-05', '5 5 2015', '2015 5 5'],
  ['2015-05-13', '13/5/2015', '5-13-2015'],
  ['2015-08-03', "3 d'agost de 2015"],
];

for (const [date, ...texts] of dates) {
  test(`${date} is read from ${texts.join(' | ')}`, () => {
    for (const text of texts) assert.deepEqual(readDate(text), [date], text);
  });
}

test('Every digit of other scripts is one', () => {
  for (const zero of ['٠', '۰', '०', '０']) {
    for (const date of ['2013-04', '1956-07', '2018-12']) {
      const written = date.replaceAll(/\d/g, (digit) =>
        String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
      );
      assert.deepEqual(readDate(written), [date], written);
    }
  }
});

test('A day and a month that could change places are two dates', () => {
  assert.deepEqual(readDate('1/5/2015'), ['2015-01-05', '2015-05-01']);
});

test('What has too much or too little in it is no date', () => {
  for (const text of [
    ...['', 'Jan', 'Jan 15', '5 Jan', '1 2', '1 2 3', '1 2 3 2015', '٠', '12345', '20151', 'Jan2015', 'agost d2015'],
    ...['Jan 2015 2016', 'Jan 5 6 2015', 'Jan 5 2015 6', 'Jan Feb 2015', 'Jan 123 2015', 'Jan 5thx 2015', '2015 2016'],
    ...['2015 x', 'x 2015', '2015 5 2016', '2015 5 555', '2015 555 5', '555 5 2015', '5 555 2015'],
    ...[
      '2015 13',
      '0 2015',
      '2015-01-32',
      '2015年13月',
      'x2015年',
      '2015年1月5日x',
      'x2015-01-05 10:00',
      '2015-01-05T1:00',
      '2015-01-05 10:0',
    ],
  ])
    assert.deepEqual(readDate(text), [], text);
});

test('Every sign and word between two dates makes a period of them', () => {
  for (const text of [
    ...['2015-2017', '2015 - 2017', '2015--2017', '2015–2017', '2015 – 2017', '2015—2017', '2015―2017', '2015→2017'],
    ...['2015~2017', '2015～2017', '2015至2017', '2015 至 2017', '2015到2017', '2015から2017', '2015 から 2017'],
    ...['to', 'TO', 'until', 'till', 'thru', 'through', 'bis', 'à', 'au', "jusqu'à", 'a', 'al', 'hasta', 'até', 'ao']
      .concat(['t/m', 'tot', 'til', 'do', 'по', 'до', 'až', 'sampai', 'đến'])
      .map((word) => `2015 ${word} 2017`),
  ])
    assert.deepEqual(readPeriod(text), { start: '2015', end: '2017' }, text);
});

const periods: readonly (readonly [text: string, start: string, end?: string])[] = [
  ['2015-01 - 2016-02', '2015-01', '2016-02'],
  ['2015-01-2016-02', '2015-01', '2016-02'],
  ['03-2015-04-2016', '2015-03', '2016-04'],
  ['1.1.2015-31.12.2016', '2015-01-01', '2016-12-31'],
  ['2015-01-05 - now', '2015-01-05'],
  ['2015-present', '2015'],
  ['2015 – present', '2015'],
  ['Jan 2015 - Present.', '2015-01'],
  ['Jan 2015 – (present)', '2015-01'],
  ['Mai 2015 bis heute', '2015-05'],
  ['2015 đến nay', '2015'],
  ['2015年3月～現在', '2015-03'],
  ['2015年至今', '2015'],
  ['2015 至今', '2015'],
  ['2015迄今', '2015'],
];

for (const [text, start, end] of periods) {
  test(`${text} is from ${start} to ${end ?? 'now'}`, () => {
    assert.deepEqual(readPeriod(text), { start, end });
  });
}

test('What is not two dates, or could be several periods, is no period', () => {
  for (const text of [
    ...['', '2015', '2015 -', '2015 –', '- 2015', '2015 - 03', '2015-16', '2015/2016', '2015to2017', '2015 - x'],
    ...[
      '01/02/2015 - 2016',
      '2015 - 01/02/2016',
      '2015 - 2016 - 2017',
      '2015 - now - 2016',
      '2015-01-02-2016',
      '至今',
      'x至今',
    ],
    // Whatever is that long is a sentence.
    `2015${' '.repeat(80)}- 2017`,
  ])
    assert.equal(readPeriod(text), undefined, text);
});

test('Words for now may stand in parentheses and end with a mark', () => {
  for (const text of [
    '(present)',
    'Present.',
    'Present!',
    'heute!',
    ' now ',
    'н.в.',
    'en cours',
    '現在',
    'tällä hetkellä',
  ])
    assert.equal(isOngoing(text), true, text);
  for (const text of [
    '((present))',
    '(present',
    'present)',
    'x (present)',
    '(present) x',
    'to (date)',
    '(to) date',
    'bis. heute',
    'n.v.',
    '-.',
    'd.',
    '',
  ])
    assert.equal(isOngoing(text), false, text);
});

test('a start that can be read in two ways is none, also before "until now"', () => {
  assert.equal(readPeriod('01/02/2015 至今'), undefined);
  assert.deepEqual(readPeriod('2015年2月至今'), { start: '2015-02', end: undefined });
});
