import assert from 'node:assert/strict';
import test from 'node:test';
import { areSame, createRelease, type ReleaseFile } from './release.ts';

const file: ReleaseFile = { path: 'a', bytes: 1, sha256: 'b'.repeat(64), type: 'text/plain', cache: 'no-cache' };
const other: ReleaseFile = { ...file, path: 'c' };
const time = new Date('2026-11-24T08:12:04.567Z');
const release = createRelease({ files: [file, other], policy: 'p' }, time);

test('the id of a release tells its second and what it holds', () => {
  assert.match(release.id, /^20261124-081204-[0-9a-f]{6}$/);
  assert.equal(release.at, '2026-11-24T08:12:04.567Z');
  assert.equal(createRelease({ files: [file, other], policy: 'p' }, time).id, release.id);
  assert.notEqual(createRelease({ files: [file], policy: 'p' }, time).id, release.id);
  assert.notEqual(createRelease({ files: [file, other], policy: 'q' }, time).id, release.id);
});

test('the order of files, their sizes and the time make no other release', () => {
  const later = createRelease({ files: [other, { ...file, bytes: 2 }], policy: 'p' }, new Date(0));
  assert.ok(areSame(release, later));
});

for (const [what, changed] of Object.entries({
  path: { path: 'b' },
  content: { sha256: 'c'.repeat(64) },
  type: { type: 'text/html' },
  cache: { cache: 'immutable' },
})) {
  test(`another ${what} makes another release`, () => {
    assert.ok(!areSame(release, { ...release, files: [{ ...file, ...changed }, other] }));
  });
}

test('another policy and one file more make another release', () => {
  assert.ok(!areSame(release, { ...release, policy: 'q' }));
  assert.ok(!areSame(release, { ...release, files: [file] }));
});
