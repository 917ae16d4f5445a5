import assert from 'node:assert/strict';
import test from 'node:test';
import { listMarks } from './list-marks.ts';

const time = '2026-05-20T07:31:12.345Z';

const visits: readonly (readonly [
  title: string,
  headers: Parameters<typeof listMarks>[0],
  referrer: string,
  marks: readonly string[],
])[] = [
  ['nothing but a time', {}, '', ['v', 'h#07', 'd#d']],
  [
    'all that CloudFront says',
    {
      'cloudfront-viewer-country': 'DE',
      'cloudfront-is-mobile-viewer': 'false',
      'cloudfront-is-tablet-viewer': 'false',
    },
    'www.linkedin.com',
    ['v', 'h#07', 'd#d', 'c#DE', 'r#linkedin.com'],
  ],
  ['a phone', { 'cloudfront-is-mobile-viewer': 'true' }, '', ['v', 'h#07', 'd#m']],
  [
    'a tablet, which is mobile as well',
    { 'cloudfront-is-mobile-viewer': 'true', 'cloudfront-is-tablet-viewer': 'true' },
    '',
    ['v', 'h#07', 'd#t'],
  ],
  ['a country that is none', { 'cloudfront-viewer-country': 'Germany' }, '', ['v', 'h#07', 'd#d']],
  ['a referrer that is no host', {}, '203.0.113.7', ['v', 'h#07', 'd#d', 'r#*']],
];
for (const [title, headers, referrer, marks] of visits) {
  test(`a visit with ${title} is marked`, () => assert.deepEqual(listMarks(headers, referrer, time), marks));
}
