import assert from 'node:assert/strict';
import test from 'node:test';
import { checkOrigin, checkUrl } from './check-url.ts';

const urls = [
  'https://example.com',
  'http://example.com:8080/a?b=c&d#e',
  'HTTPS://EXAMPLE.COM/',
  'https://пример.рф/путь',
  'https://münchen.example/ä',
  'https://192.0.2.1/',
  'https://[2001:db8::1]/',
  'http://localhost:3000/',
  'https://example.com/@jane',
  'https://example.com/a:b',
  'mailto:j@example.com',
  'tel:+49123',
  '/jane',
  'cv.pdf',
  'index-fr.html',
  'pdf/resume-en.pdf',
  './talks/2023.html#top',
  'notes.md',
];

const wholeAddress = 'write the whole address, such as https://example.com/jane.';
const space = 'has an invisible character in it; remove it.';

const wrongUrls: readonly (readonly [string, string, string?])[] = [
  ['example.com', '"example.com" does not say https:// first; write "https://example.com".', 'https://example.com'],
  [
    'www.example.com/a?b',
    '"www.example.com/a?b" does not say https:// first; write "https://www.example.com/a?b".',
    'https://www.example.com/a?b',
  ],
  [
    'example.com:8080/a',
    '"example.com:8080/a" does not say https:// first; write "https://example.com:8080/a".',
    'https://example.com:8080/a',
  ],
  ['пример.рф', '"пример.рф" does not say https:// first; write "https://пример.рф".', 'https://пример.рф'],
  ['//example.com', '"//example.com" does not say https:// first; write "https://example.com".', 'https://example.com'],
  [
    'javascript:alert(1)',
    '"javascript:alert(1)" starts with "javascript:", but a link may only start with https:// or http://.',
  ],
  [
    'JaVaScRiPt:alert(1)',
    '"JaVaScRiPt:alert(1)" starts with "javascript:", but a link may only start with https:// or http://.',
  ],
  ['java\tscript:alert(1)', `"java\\tscript:alert(1)" ${space}`],
  ['\u0001javascript:alert(1)', `"\\u0001javascript:alert(1)" ${space}`],
  ['https://exa\u200Bmple.com', `"https://exa\\u{200b}mple.com" ${space}`],
  ['https://exa mple.com', `"https://exa mple.com" has a space in it and is not a web address; ${wholeAddress}`],
  [
    'https://a.example/my cv.pdf',
    '"https://a.example/my cv.pdf" has a space in it; write "https://a.example/my%20cv.pdf".',
    'https://a.example/my%20cv.pdf',
  ],
  [
    'https:\\\\example.com',
    '"https:\\\\\\\\example.com" has a backslash in it; write "https://example.com".',
    'https://example.com',
  ],
  ['data:text/html,x', '"data:text/html,x" starts with "data:", but a link may only start with https:// or http://.'],
  ['vbscript:x', '"vbscript:x" starts with "vbscript:", but a link may only start with https:// or http://.'],
  [
    'file:///etc/passwd',
    '"file:///etc/passwd" starts with "file:", but a link may only start with https:// or http://.',
  ],
  ['ftp://example.com', '"ftp://example.com" starts with "ftp:", but a link may only start with https:// or http://.'],
  ['j@example.com', `"j@example.com" is not a web address; ${wholeAddress}`],
  ['@jane', `"@jane" is not a web address; ${wholeAddress}`],
  ['jane', `"jane" is not a web address; ${wholeAddress}`],
  ['1.5', `"1.5" is not a web address; ${wholeAddress}`],
  ['https:example.com', `"https:example.com" is not a valid address; ${wholeAddress}`],
  ['https:///example.com', `"https:///example.com" is not a valid address; ${wholeAddress}`],
  ['https://', `"https://" is not a valid address; ${wholeAddress}`],
  ['https://exa%20mple.com', `"https://exa%20mple.com" is not a valid address; ${wholeAddress}`],
  ['https://example.com:99999', `"https://example.com:99999" is not a valid address; ${wholeAddress}`],
  ['https://https://example.com', '"https://https://example.com" names its scheme twice; write "https://" once.'],
  [
    'https://jane:secret@example.com',
    '"https://jane:secret@example.com" has a user name or password before the "@"; everybody could read it, so remove it.',
  ],
  [
    'https://example.com@evil.example',
    '"https://example.com@evil.example" has a user name or password before the "@"; everybody could read it, so remove it.',
  ],
  ['https://example', `"https://example" has no complete host name; ${wholeAddress}`],
];

test('An address with a host, of a person, or of a file of the site is an address', () => {
  for (const url of urls) assert.equal(checkUrl(url), undefined, url);
});

for (const [url, message, instead] of wrongUrls) {
  test(`The address ${JSON.stringify(url)} is refused`, () => {
    assert.deepEqual(checkUrl(url), instead === undefined ? { message, isLeftOut: true } : { message, instead });
    if (instead !== undefined) assert.equal(checkUrl(instead), undefined);
  });
}

test('A host is one with a dot before letters, and maybe a port and a path', () => {
  for (const [text, instead] of [
    ['a.b.example/c:d', 'https://a.b.example/c:d'],
    ['a.example?b', 'https://a.example?b'],
    ['a.example#b', 'https://a.example#b'],
    ['a.example:80', 'https://a.example:80'],
    ['a.md/b', 'https://a.md/b'],
    ['//a.example/b c', 'https://a.example/b%20c'],
    ['a.example\\b c', 'https://a.example/b%20c'],
  ] as const)
    assert.equal(checkUrl(text)?.instead, instead, text);
  for (const text of [
    'a.1b',
    '.example',
    'a..example',
    'a.e',
    'a.example:',
    'a.example:x',
    'a.example:80x',
    'j@a.example/b',
    'a.example\\b:\\c d\\\t',
  ])
    assert.equal(checkUrl(text)?.instead, undefined, text);
});

test('The host of an address has a dot in it, or is this machine', () => {
  for (const url of ['http://localhost', 'https://[::1]', 'https://a.b', 'https://a.example.'])
    assert.equal(checkUrl(url), undefined, url);
  for (const url of ['https://a', 'https://localhosts', 'https://a.', 'https://xlocalhost/'])
    assert.match(checkUrl(url)?.message ?? '', /has no complete host name; write the whole address/, url);
  for (const [url, why] of [
    ['https://:x@a.example', /has a user name or password/],
    ['https://x@a.example', /has a user name or password/],
    ['http://http://a.example', /names its scheme twice; write "http:\/\/" once\.$/],
    ['http://https://a.example', /names its scheme twice; write "http:\/\/" once\.$/],
    ['x+y-1.z:a', /starts with "x\+y-1\.z:"/],
    ['1x:a', /is not a web address/],
    ['mailtos:a', /starts with "mailtos:"/],
  ] as const)
    assert.match(checkUrl(url)?.message ?? '', why, url);
});

test('The address of the site is a bare origin', () => {
  for (const url of [
    'https://jane.example',
    'https://jane.example/',
    'http://localhost:4000',
    'https://jäne.example',
  ]) {
    assert.equal(checkOrigin(url), undefined, url);
  }
  const root = 'has more than a host, but a site lives at the root of its own; write "https://jane.example".';
  for (const rest of ['/cv', '/?a', '?a', '#a', '/#', '/cv/?a#b']) {
    assert.deepEqual(checkOrigin(`https://jane.example${rest}`), {
      message: `"https://jane.example${rest}" ${root}`,
      instead: 'https://jane.example',
    });
  }
  assert.deepEqual(checkOrigin('jane.example/cv'), {
    message: `"https://jane.example/cv" ${root}`,
    instead: 'https://jane.example',
  });
  for (const text of ['mailto:j@a.example', 'cv.pdf', 'tel:1', '/jane'])
    assert.deepEqual(checkOrigin(text), {
      message: `"${text}" is not the address of a site; ${wholeAddress}`,
    });
  assert.deepEqual(checkOrigin('j a'), checkUrl('j a'));
  assert.equal(checkOrigin('HTTP://jane.example/a')?.instead, 'HTTP://jane.example');
  assert.equal(checkOrigin('jane.example')?.instead, 'https://jane.example');
  assert.match(checkOrigin('javascript:alert(1)')?.message ?? '', /a link may only start with/);
});
