import assert from 'node:assert/strict';
import test from 'node:test';
import { renderDate, renderPeriod } from './dates.ts';
import { chooseWords } from './words.ts';

const text = (markup: string | undefined) => markup?.replace(/<[^>]+>/g, '');

test('a date is shown as precisely as it was written', () => {
  assert.equal(renderDate('2019', 'en').markup, '<time datetime="2019">2019</time>');
  assert.equal(renderDate('2019-03', 'en').markup, '<time datetime="2019-03">Mar 2019</time>');
  assert.equal(renderDate('2019-03-01', 'en').markup, '<time datetime="2019-03-01">Mar 1, 2019</time>');
});

test('a date is written in the language of the page, and in English where that is unknown', () => {
  assert.equal(text(renderDate('2019-03', 'de').markup), 'März 2019');
  assert.equal(text(renderDate('2019-03', 'xx').markup), 'Mar 2019');
});

test('the calendar is Gregorian, whatever the language would prefer', () => {
  assert.match(text(renderDate('2019-03', 'th').markup) ?? '', /2019/);
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
  ['without dates', undefined, undefined, undefined],
];

for (const [what, start, end, shown] of periods) {
  test(`a period ${what} reads ${shown ?? 'as nothing'}`, () => {
    assert.equal(text(renderPeriod(start, end, chooseWords())?.markup), shown);
  });
}
