import assert from 'node:assert/strict';
import test from 'node:test';
import { filterNames, parseNamePolicy } from './name-policy.ts';

const request = {
  headers: { accept: '*/*', 'x-a': '1', 'cloudfront-viewer-city': 'forged', cookie: 'a=1; b=2;c' },
  query: 'a=1&b=2&a=3&c',
};
const added = { 'cloudfront-viewer-country': 'ZZ', 'cloudfront-is-mobile-viewer': 'false' };

for (const [kind, items, headers] of [
  ['none', [], []],
  [undefined, [], []],
  [
    'whitelist',
    ['X-A', 'CloudFront-Viewer-Country', 'CloudFront-Viewer-City', 'missing'],
    ['x-a', 'cloudfront-viewer-country'],
  ],
  ['allViewer', [], ['accept', 'x-a']],
  ['allViewerAndWhitelistCloudFront', ['CloudFront-Viewer-Country'], ['accept', 'x-a', 'cloudfront-viewer-country']],
  ['allExcept', ['Accept'], ['x-a']],
] as const) {
  test(`headers by "${kind}" are ${headers.join(', ') || 'none'}`, () => {
    const none = parseNamePolicy('none');
    const selected = filterNames(
      request,
      { headers: parseNamePolicy(kind, items), cookies: none, queries: none },
      added,
    );
    assert.deepEqual(selected, { headers: selected.headers, cookies: '', query: '' });
    assert.deepEqual(Object.keys(selected.headers), headers);
  });
}

for (const [kind, items, cookies, query] of [
  ['all', [], 'a=1; b=2; c', 'a=1&b=2&a=3&c'],
  ['whitelist', ['a', 'c'], 'a=1; c', 'a=1&a=3&c'],
  ['allExcept', ['a'], 'b=2; c', 'b=2&c'],
] as const) {
  test(`cookies and queries by "${kind}" ${items} are "${cookies}" and "${query}"`, () => {
    const choice = parseNamePolicy(kind, items);
    const selected = filterNames(request, { headers: parseNamePolicy('none'), cookies: choice, queries: choice }, {});
    assert.deepEqual(selected, { headers: {}, cookies, query });
  });
}

test('an unknown kind is an error, not a guess', () => {
  assert.throws(() => parseNamePolicy('some'), /by "some", which this edge does not know/);
});
