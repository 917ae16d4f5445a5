import assert from 'node:assert/strict';
import test from 'node:test';
import { dialPhone } from './phone.ts';

const cases: readonly [text: string, country: string | undefined, url: string | undefined][] = [
  ['+44 (0)20 7946 0958', undefined, 'tel:+442079460958'],
  ['+39 (0)6 1234 5678', undefined, 'tel:+390612345678'],
  ['(415) 555-0134 ext. 12', 'US', 'tel:+14155550134;ext=12'],
  ['(415) 555-0134 ext. 12', undefined, 'tel:4155550134;ext=12'],
  ['+49 (0) 761 555 0199 Durchwahl 3', undefined, 'tel:+497615550199;ext=3'],
  ['06 26 14 82 73', 'FR', 'tel:+33626148273'],
  ['0049 761 5550199', 'DE', 'tel:+497615550199'],
  ['020 7946 0958', 'ZZ', 'tel:02079460958'],
  ['515-154-3758', undefined, 'tel:5151543758'],
  ['+1 555 12345 / +49 30 1234567', undefined, 'tel:+155512345'],
  ['+1 555 12345; +49 30 1234567', undefined, 'tel:+155512345'],
  ['+1 555 12345,+49 30 1234567', undefined, 'tel:+155512345'],
  ['+1 555 12345|+49 30 1234567', undefined, 'tel:+155512345'],
  ['+1 555 12345 /\n +49 30 1\n+49 30 2', undefined, 'tel:+155512345'],
  ['761/555.01–99', undefined, 'tel:7615550199'],
  [' 415 555 0134 #12 ', undefined, 'tel:4155550134;ext=12'],
  ['415 555 0134, ext 12', undefined, 'tel:4155550134;ext=12'],
  ['415 555 0134; x 12', undefined, 'tel:4155550134;ext=12'],
  ['415 555 0134ext.12', undefined, 'tel:4155550134;ext=12'],
  ['(+49) (0) 761 5', undefined, 'tel:+497615'],
  ['(0) 415 555', undefined, 'tel:0415555'],
  ['123', undefined, 'tel:123'],
  ['1 2', undefined, undefined],
  ['415 555 0134 call me', undefined, undefined],
  ['call 415 555 0134', undefined, undefined],
  ['12345 ext', undefined, undefined],
  ['1', 'DE', undefined],
  ['12', undefined, undefined],
  ['on request', undefined, undefined],
];

for (const [text, country, url] of cases) {
  test(`${text} ${country ? `in ${country}` : 'anywhere'} ${url ? `dials ${url}` : 'is no number'}`, () => {
    assert.equal(dialPhone(text, country), url);
  });
}
