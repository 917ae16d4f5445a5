import assert from 'node:assert/strict';
import test from 'node:test';
import { describeLanguage, fillForm, languages } from '../../package/describe-language.ts';

const precisions = [
  { year: 'numeric' },
  { year: 'numeric', month: 'short' },
  { year: 'numeric', month: 'short', day: 'numeric' },
] as const;

test('the package writes every date as Intl does, in every language that it has written down', () => {
  for (const tag of languages) {
    const data = describeLanguage(tag);
    const [year, month, day] = precisions.map(
      (precision) => new Intl.DateTimeFormat(tag, { ...precision, calendar: 'gregory', timeZone: 'UTC' }),
    );
    for (const y of [1000, 1582, 1999, 2026, 2999]) {
      assert.equal(fillForm(data, [y, undefined, undefined]), year?.format(Date.UTC(y, 0)), tag);
      for (let m = 1; m <= 12; m++) {
        assert.equal(fillForm(data, [y, m, undefined]), month?.format(Date.UTC(y, m - 1)), tag);
        for (const d of [1, 9, 10, 22, 28])
          assert.equal(fillForm(data, [y, m, d]), day?.format(Date.UTC(y, m - 1, d)), tag);
      }
    }
  }
});

test('the package has the separator of each language, and the names of the countries', () => {
  const { countries, separator } = describeLanguage('de');
  assert.equal(countries.SE, 'Schweden');
  assert.ok(Object.keys(countries).length > 250);
  assert.deepEqual(
    [separator, ...['zh', 'ar', 'fa'].map((tag) => describeLanguage(tag).separator)],
    [', ', '、', '، ', '، '],
  );
});
