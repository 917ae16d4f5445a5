import assert from 'node:assert/strict';
import test from 'node:test';
import { chooseTtl } from './choose-ttl.ts';

const now = new Date('2026-11-24T08:00:00Z');
const page = { path: '/404.html', status: 404, ttlSeconds: 60 };
const optimized = { min: 1, default: 86_400, max: 31_536_000 };
const plain = { min: 0, default: 60, max: 100 };
const disabled = { min: 0, default: 0, max: 0 };

for (const [status, headers, bounds, seconds] of [
  [200, {}, optimized, 86_400],
  [200, { 'cache-control': 'public, max-age=0, must-revalidate' }, optimized, 1],
  [200, { 'cache-control': 'public, max-age=31536000, immutable' }, optimized, 31_536_000],
  [200, { 'cache-control': 'max-age=10, s-maxage=20' }, plain, 20],
  [200, { 'cache-control': 's-maxage=20, max-age=10' }, plain, 20],
  [200, { 'cache-control': 'max-age=1000' }, plain, 100],
  [200, { 'cache-control': 'no-store' }, plain, 0],
  [200, { 'cache-control': 'private, max-age=50' }, plain, 0],
  [200, { 'cache-control': 'no-cache' }, optimized, 1],
  [200, { expires: 'Tue, 24 Nov 2026 08:00:30 GMT' }, plain, 30],
  [200, { expires: 'Tue, 24 Nov 2026 07:00:00 GMT' }, plain, 0],
  [200, { expires: '0' }, plain, 0],
  [200, { 'cache-control': 'max-age=50' }, disabled, 0],
  [404, {}, plain, 60],
  [404, { 'cache-control': 'max-age=90' }, plain, 90],
  [500, {}, plain, 60],
  [403, {}, plain, 0],
  [403, { 'cache-control': 'max-age=5' }, plain, 5],
] as const) {
  test(`${status} with ${JSON.stringify(headers)} is kept ${seconds} s within ${JSON.stringify(bounds)}`, () => {
    assert.equal(chooseTtl({ status, headers, body: new Uint8Array() }, bounds, page, now), seconds);
  });
}

test('an error without a page of its own is kept 10 s', () => {
  assert.equal(chooseTtl({ status: 502, headers: {}, body: new Uint8Array() }, plain, undefined, now), 10);
});
