import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { findMissingSources } from './find-missing-sources.ts';

const cases: readonly (readonly [
  title: string,
  page: string,
  deployed: string | undefined,
  missing: readonly string[],
])[] = [
  ['the same policy lets everything in', "script-src 'sha256-a'", "script-src 'sha256-a'", []],
  ['more than enough lets everything in', "script-src 'sha256-a'", "script-src 'sha256-b' 'sha256-a'; img-src *", []],
  ['a new script is missing', "script-src 'sha256-b' 'sha256-a'", "script-src 'sha256-a'", ["script-src 'sha256-b'"]],
  ['without the directive the default decides', "img-src 'self'", "default-src 'none'", ["img-src 'self'"]],
  ['a default may let it in', "img-src 'self'", "default-src 'self'", []],
  ['a wildcard lets everything in', 'img-src https://a.example', 'img-src *', []],
  ['without a word about it everything is let in', "img-src 'self'", "script-src 'none'", []],
  ['without a policy everything is let in', "script-src 'sha256-a'", undefined, []],
  ['a page that wants none needs none', "default-src 'none'; font-src 'none'", "default-src 'none'", []],
  ['a page that wants none has enough where there is more', "font-src 'none'", "font-src 'self'", []],
  ['what is no source is not compared', "frame-ancestors 'self'; base-uri 'self'", "frame-ancestors 'none'", []],
  ['spaces and capitals of directives do not matter', " Script-Src  'sha256-a' ;", "script-src\t'sha256-a'", []],
  ['capitals of hashes do matter', "script-src 'sha256-A'", "script-src 'sha256-a'", ["script-src 'sha256-A'"]],
];

for (const [title, page, deployed, missing] of cases) {
  test(title, () => assert.deepEqual(findMissingSources(page, deployed), missing));
}

const source = fc.constantFrom("'self'", "'sha256-a'", "'sha256-A'", 'https://a.example', 'data:', '__proto__');
const directive = fc.constantFrom('script-src', 'img-src', 'style-src', 'connect-src');
const sources = fc.dictionary(directive, fc.uniqueArray(source, { maxLength: 4 }));
const space = fc.constantFrom(' ', '  ', '\t', '\n');
const write = (policy: Readonly<Record<string, readonly string[]>>, gap: string) =>
  Object.entries(policy)
    .map(([name, all]) => [name.toUpperCase(), ...all].join(gap))
    .join(`${gap};;${gap}`);

test('exactly what the deployed policy lacks is missing, however both are written', () =>
  fc.assert(
    fc.property(sources, sources, space, space, (page, deployed, one, other) => {
      const expected = Object.entries(page).flatMap(([name, wanted]) =>
        wanted.filter((each) => !(deployed[name] ?? []).includes(each)).map((each) => `${name} ${each}`),
      );
      const none = `${other}default-src 'none';`;
      assert.deepEqual(findMissingSources(write(page, one), none + write(deployed, other)), expected);
    }),
    fuzzRuns(100),
  ));
