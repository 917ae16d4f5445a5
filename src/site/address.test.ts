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
  ['a country without a code is named as it was written', 'en', { city: 'C', country: 'Freedonia' }, 'C, Freedonia'],
];

for (const [title, language, location, written] of cases) {
  test(`${title}: ${written}`, () => {
    assert.equal(formatAddress(location, selectLocale(language)), written);
  });
}
