import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { runInNewContext } from 'node:vm';

const code = readFileSync(
  join(import.meta.dirname, '../../infrastructure/modules/s3-cloudfront/folder-index.js'),
  'utf8',
);

const cases = [
  ['the root stands for its index', '/', '/index.html'],
  ['a folder stands for its index', '/blog/first/', '/blog/first/index.html'],
  ['a file stands for itself', '/assets/style.css', '/assets/style.css'],
  ['a folder without its slash is another address', '/blog', '/blog'],
] as const;

for (const [title, uri, expected] of cases) {
  test(title, () => {
    const handler: unknown = runInNewContext(`${code}; handler`);
    assert.ok(typeof handler === 'function');
    const request = { method: 'GET', uri, headers: { host: { value: 'jane.example' } } };
    const result: unknown = handler({ version: '1.0', request });
    assert.deepEqual(result, { ...request, uri: expected });
  });
}

test('the code fits into a CloudFront function', () => {
  assert.ok(Buffer.byteLength(code) <= 10_240);
});
