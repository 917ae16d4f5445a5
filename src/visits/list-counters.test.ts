import assert from 'node:assert/strict';
import test from 'node:test';
import { listCounters, shortenPath, shortenReferrer } from './list-counters.ts';

const time = '2026-05-20T07:31:12.345Z';

const visits: readonly (readonly [
  title: string,
  headers: Parameters<typeof listCounters>[0],
  referrer: string,
  counters: readonly string[],
  path?: string,
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
  ...['Germany', 'DEU', 'XDE', 'de', ''].map(
    (country) =>
      [
        `the country ${JSON.stringify(country)}`,
        { 'cloudfront-viewer-country': country },
        '',
        ['v', 'h#07', 'd#d'],
      ] as const,
  ),
  ['a referrer that is no host', {}, '203.0.113.7', ['v', 'h#07', 'd#d', 'r#*']],
  ['another page than the main one', {}, 'a.example', ['v', 'h#07', 'd#d', 'r#a.example', 'p#/de/'], '/de/'],
  ['what is no page', {}, '', ['v', 'h#07', 'd#d', 'p#*'], '/wp-login.php'],
];
for (const [title, headers, r, counters, p = '/'] of visits) {
  test(`a visit with ${title} is counted`, () => assert.deepEqual(listCounters(headers, { r, p }, time), counters));
}

const referrers: readonly (readonly [referrer: string, host: string])[] = [
  ['', ''],
  ['linkedin.com', 'linkedin.com'],
  ['www.LinkedIn.com', 'linkedin.com'],
  ['www.linkedin.com:443', 'linkedin.com'],
  ['a:443.example', '*'],
  ['a.www.example', 'a.www.example'],
  ['jobs.com.example.org', 'jobs.com.example.org'],
  ['www2.example.org', 'www2.example.org'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['a.b.c.d.example', 'a.b.c.d.example'],
  ['com.linkedin.android', 'linkedin.com'],
  ['com.google.android.gm', 'google.com'],
  ['org.telegram.messenger', 'telegram.org'],
  ['com.Slack', 'slack.com'],
  [`${'a'.repeat(32)}.example`, `${'a'.repeat(32)}.example`],
  [`${'a'.repeat(33)}.example`, '*'],
  ['localhost', '*'],
  ['203.0.113.7', '*'],
  ['203.0.113.7:8080', '*'],
  ['[2001:db8::7]', '*'],
  ['[2001:db8::7]:8080', '*'],
  ['0x7f.1', '*'],
  ['bücher.example', '*'],
  ['example.com.', '*'],
  ['.example.com', '*'],
  ['exa mple.com', '*'],
  ['example.com/path', '*'],
  ['user@example.com', '*'],
  ['r#*', '*'],
  ['<script>', '*'],
  ['example.com\n', '*'],
];
for (const [referrer, host] of referrers) {
  test(`the referrer ${JSON.stringify(referrer)} is counted as ${host === '' ? 'none' : host}`, () => {
    assert.equal(shortenReferrer(referrer), host);
  });
}

const paths: readonly (readonly [path: string, page: string])[] = [
  ['/', ''],
  ['', ''],
  ['/index.html', ''],
  ['/de/', '/de/'],
  ['/de/index.html', '/de/'],
  ['/zh-Hant/', '/zh-Hant/'],
  ['/for/site-reliability-2/', '/for/site-reliability-2/'],
  ['/de/for/data/', '/de/for/data/'],
  [`/${'a'.repeat(38)}/`, `/${'a'.repeat(38)}/`],
  [`/${'a'.repeat(39)}/`, '*'],
  [`/${'a'.repeat(38)}/index.html`, `/${'a'.repeat(38)}/`],
  ['/de', '*'],
  ['de/', '*'],
  ['x/', '*'],
  ['//', '*'],
  ['//evil.example/', '*'],
  ['/de/index.html/', '*'],
  ['/index_html', '*'],
  ['/xindex.html', '*'],
  ['/index.htm', '*'],
  ['/resume.pdf', '*'],
  ['/de/?utm_source=x', '*'],
  ['/de/#work', '*'],
  ['/f%C3%BCr/', '*'],
  ['/für/', '*'],
  ['/a b/', '*'],
  ['/de/\n', '*'],
  ['/\n/', '*'],
  ['/p#*/', '*'],
  ['*', '*'],
  ['<script>', '*'],
];
for (const [path, page] of paths) {
  test(`the path ${JSON.stringify(path)} is counted as ${page === '' ? 'none' : page}`, () => {
    assert.equal(shortenPath(path), page);
  });
}
