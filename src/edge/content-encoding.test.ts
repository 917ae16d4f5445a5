import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { chooseEncoding, type Encoding } from './content-encoding.ts';

const all: readonly Encoding[] = ['br', 'gzip', 'identity'];

const cases: readonly (readonly [
  title: string,
  accept: string | undefined,
  available: readonly Encoding[],
  Encoding,
])[] = [
  ['no header means as it is', undefined, all, 'identity'],
  ['an empty header means as it is', '', all, 'identity'],
  ['browsers get Brotli', 'gzip, deflate, br, zstd', all, 'br'],
  ['older clients get gzip', 'gzip, deflate', all, 'gzip'],
  ['its old name is gzip too', 'x-gzip', all, 'gzip'],
  ['case does not matter', 'GZIP', all, 'gzip'],
  ['a higher weight wins', 'br;q=0.5, gzip;q=0.8', all, 'gzip'],
  ['white space may stand anywhere', ' br ; q=0.1 ,gzip ; q=0.2 ', all, 'gzip'],
  ['weight 0 means not at all', 'br;q=0, gzip;q=0', all, 'identity'],
  ['a star stands for what is not named', '*', all, 'br'],
  ['a star does not overrule what is named', 'br;q=0, *;q=0.5', all, 'gzip'],
  ['identity can be preferred', 'identity, br;q=0.5', all, 'identity'],
  ['a packed body is preferred to an unnamed identity', 'gzip;q=0.1', all, 'gzip'],
  ['what is not there is not chosen', 'br, gzip', ['identity'], 'identity'],
  ['nothing acceptable is as it is', 'identity;q=0, *;q=0', all, 'identity'],
  ['an unknown encoding is as it is', 'zstd', all, 'identity'],
  ['a weight that is not a number is 0', 'br;q=high, gzip', all, 'gzip'],
];

for (const [title, accept, available, expected] of cases) {
  test(title, () => {
    assert.equal(
      chooseEncoding(accept, (one) => available.includes(one)),
      expected,
    );
  });
}

const weight = fc.oneof(fc.constantFrom('', ';q=0', ';q=1', '; q=0.5', ';q=', ';q=NaN', ';q=-1', ';level=9;q=0.2'));
const accepted = fc
  .array(fc.tuple(fc.constantFrom(...all, '*', 'deflate', '__proto__', ''), weight), { maxLength: 6 })
  .map((parts) => parts.map((part) => part.join('')).join(','));

test('what is chosen is there, and was not refused by name', () =>
  fc.assert(
    fc.property(fc.oneof(accepted, fc.string({ unit: 'binary' })), fc.subarray([...all]), (accept, available) => {
      const chosen = chooseEncoding(accept, (one) => available.includes(one));
      assert.ok(chosen === 'identity' || available.includes(chosen));
      const names = accept.split(',').filter((part) => part.trim().startsWith(chosen));
      if (chosen !== 'identity' && !accept.includes('*')) {
        assert.ok(
          names.some((part) => !/q=(?:0|-1|NaN|)$/.test(part)),
          accept,
        );
      }
    }),
    fuzzRuns(200),
  ));
