import assert from 'node:assert/strict';
import test from 'node:test';
import { areSame, createRelease, isImmutable, type ReleaseFile } from './release.ts';

const file: ReleaseFile = { path: 'a', bytes: 1, sha256: 'b', type: 'c', cache: 'd' };
const other: ReleaseFile = { ...file, path: 'z' };
const time = new Date('2026-11-24T08:12:04.567Z');
const create = (policy: string, ...files: readonly ReleaseFile[]) => createRelease({ policy, files }, time);

test('a release is named by its second and what it holds', () => {
  const release = create('p', file);
  assert.match(release.id, /^20261124-081204-[0-9a-f]{6}$/);
  assert.deepEqual(release, { id: release.id, at: '2026-11-24T08:12:04.567Z', policy: 'p', files: [file] });
  const names = [release, create('q', file), create('p', other), create('p')].map(({ id }) => id);
  assert.equal(new Set(names).size, 4);
  assert.equal(create('p', file).id, release.id);
});

const pairs: readonly (readonly [what: string, one: ReleaseFile[], two: ReleaseFile[], isSame: boolean])[] = [
  ['the same files', [file], [file], true],
  ['the same in another order', [file, other], [other, file], true],
  ['files of another size alone', [file], [{ ...file, bytes: 2 }], true],
  ['another content', [file], [{ ...file, sha256: 'x' }], false],
  ['another type', [file], [{ ...file, type: 'x' }], false],
  ['another time to keep it', [file], [{ ...file, cache: 'x' }], false],
  ['one file more', [file], [file, other], false],
  [
    'what is the same only when it is run together',
    [{ ...file, path: 'ab', sha256: 'c' }],
    [{ ...file, path: 'a', sha256: 'bc' }],
    false,
  ],
];
for (const [what, one, two, isSame] of pairs) {
  test(`two releases with ${what} are ${isSame ? 'the same' : 'not the same'}`, () => {
    assert.equal(areSame(create('p', ...one), create('p', ...two)), isSame);
    assert.equal(areSame(create('p', ...one), create('q', ...two)), false);
  });
}

test('what never changes under its name says so', () => {
  assert.equal(isImmutable({ ...file, cache: 'public, max-age=31536000, immutable' }), true);
  assert.equal(isImmutable(file), false);
});
