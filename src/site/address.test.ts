import assert from 'node:assert/strict';
import test from 'node:test';
import type { Location } from '#resume';
import { formatAddress } from './address.ts';
import { selectLocale } from './locale.ts';

const cases: readonly [country: string, language: string, location: Location, written: string][] = [
  [
    'the US has the ZIP code after the state',
    'en',
    { address: '1 Market St', postalCode: '94103', city: 'San Francisco', region: 'CA', countryCode: 'US' },
    '1 Market St, San Francisco, CA 94103, United States',
  ],
  [
    'Germany has the code before the town, and a region that no letter needs after it',
    'de',
    {
      address: 'Hugstetter Straße 55',
      postalCode: '79106',
      city: 'Freiburg',
      region: 'Baden-Württemberg',
      countryCode: 'DE',
    },
    'Hugstetter Straße 55, 79106 Freiburg, Baden-Württemberg, Deutschland',
  ],
  [
    'Sweden’s code has no letters before it, since the country is named',
    'en',
    { postalCode: '411 06', city: 'Gothenburg', countryCode: 'SE' },
    '411 06 Gothenburg, Sweden',
  ],
  [
    'a region by its whole name is set apart where its letters would not be',
    'es',
    { city: 'Sevilla', region: 'Andalucía', countryCode: 'ES' },
    'Sevilla, Andalucía, España',
  ],
  [
    'a region by its letters is not',
    'en',
    { postalCode: '2000', city: 'Sydney', region: 'NSW', countryCode: 'AU' },
    'Sydney NSW 2000, Australia',
  ],
  [
    'Japan goes from the greatest to the smallest',
    'ja',
    { address: '渋谷2-21-1', postalCode: '150-0002', city: '渋谷区', region: '東京都', countryCode: 'JP' },
    '日本、〒150-0002 東京都渋谷区渋谷2-21-1',
  ],
  [
    'Japan in Latin letters goes the other way',
    'en',
    { address: '2-21-1 Shibuya', postalCode: '150-0002', city: 'Shibuya', region: 'Tokyo', countryCode: 'JP' },
    '2-21-1 Shibuya, Tokyo, 150-0002, Japan',
  ],
  [
    'the Emirates have towns, though letters there have none',
    'ar',
    { city: 'دبي', countryCode: 'AE' },
    'دبي، الإمارات العربية المتحدة',
  ],
  [
    'no country has an order of its own',
    'en',
    { address: 'A\nB', postalCode: '1', city: 'C', region: 'D' },
    'A, B, 1 C, D',
  ],
  [
    'letters before a code vanish, once it was written with them, too',
    'en',
    { postalCode: 'SE-411 06', city: 'Gothenburg', countryCode: 'SE' },
    '411 06 Gothenburg, Sweden',
  ],
  [
    'a code that was written with its letters is said once',
    'en',
    { postalCode: 'LV-1010', city: 'Riga', countryCode: 'LV' },
    'Riga, 1010, Latvia',
  ],
  [
    'letters of another kind than the country’s code vanish as well',
    'en',
    { postalCode: 'L-1234', city: 'Luxembourg', countryCode: 'LU' },
    '1234 Luxembourg',
  ],
  [
    'a town that is a country is said once, in the letters in which it was typed',
    'en',
    { address: 'B-2 018956', postalCode: '018956', city: 'Singapore', region: 'Singapore', countryCode: 'SG' },
    'B-2 018956, Singapore 018956',
  ],
  ['a town that is a country is said once without a code, too', 'en', { city: 'Panama', country: 'PANAMA' }, 'Panama'],
  [
    'a region that is called as its town is said once',
    'en',
    { city: 'Berlin', region: 'berlin', countryCode: 'DE' },
    'Berlin, Germany',
  ],
  [
    'a street whose name begins like a code keeps it',
    'en',
    { address: 'DE-Center 5', city: 'Ulm', countryCode: 'DE' },
    'DE-Center 5, Ulm, Germany',
  ],
  [
    'a street of several lines has all of them, before the code',
    'en',
    { address: 'A 1\nB\nC', postalCode: '79106', city: 'Freiburg', countryCode: 'DE' },
    'A 1, B, C, 79106 Freiburg, Germany',
  ],
  [
    'a town and a region stay apart where letters know the region alone',
    'ar',
    { city: 'دبي', region: 'الشارقة', countryCode: 'AE' },
    'دبي، الشارقة، الإمارات العربية المتحدة',
  ],
  [
    'the same in Latin letters',
    'en',
    { city: 'Dubai', region: 'Sharjah', countryCode: 'AE' },
    'Dubai, Sharjah, United Arab Emirates',
  ],
  [
    'China goes from the greatest to the smallest, its code first',
    'zh',
    { address: '中关村大街1号', city: '海淀区', region: '北京市', postalCode: '100080', countryCode: 'CN' },
    '中国、100080 北京市海淀区中关村大街1号',
  ],
  [
    'Korea has its own letters and spaces',
    'ko',
    { address: '세종대로 110', city: '서울', postalCode: '04524', countryCode: 'KR' },
    '서울, 세종대로 110, 04524, 대한민국',
  ],
  ['kana alone run on as well', 'ja', { city: 'トーキョー', country: 'にほん' }, 'にほん、トーキョー'],
  ['hiragana alone run on as well', 'ja', { address: 'みなみ', city: 'しぶや' }, 'みなみしぶや'],
  ['a code has one space after it', 'ja', { postalCode: '〒150-0002', city: '渋谷区' }, '〒150-0002 渋谷区'],
  ['a number at the end is no code', 'ja', { address: '渋谷2-21', city: '渋谷区' }, '渋谷2-21渋谷区'],
  [
    'other letters than Latin ones do not change the order of a country that has one',
    'en',
    { address: 'Х 1', city: 'Москва', countryCode: 'DE' },
    'Х 1, Москва, Germany',
  ],
  ['a country alone is named', 'en', { countryCode: 'DE' }, 'Germany'],
  [
    'a country is named in English where nobody knows the language',
    'xx',
    { city: 'C', countryCode: 'DE' },
    'C, Germany',
  ],
  ['a code alone says where, too', 'en', { postalCode: '1' }, '1'],
  ['a town alone says where, too', 'en', { city: 'C' }, 'C'],
  ['nothing is nowhere', 'en', {}, ''],
  ['a country without a code is named as it was written', 'en', { city: 'C', country: 'Freedonia' }, 'C, Freedonia'],
];

for (const [title, language, location, written] of cases) {
  test(`${title}: ${written}`, () => {
    assert.equal(formatAddress(location, selectLocale(language)), written);
  });
}

test('an address of any number of lines is told whole, and once', () => {
  const lines = Array.from({ length: 50_000 }, (_, index) => `Line ${index}`);
  const location = { address: lines.join('\n'), city: 'Bonn', countryCode: 'DE' };
  const shown = formatAddress(location, selectLocale('en'));
  for (const line of ['Line 0,', 'Line 25', 'Line 49999']) assert.equal(shown.split(line).length > 1, true, line);
  assert.equal(shown.split('Line 25000').length, 2);
});
