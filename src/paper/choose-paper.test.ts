import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { choosePaper } from './choose-paper.ts';

const cases: readonly (readonly [what: string, resume: Partial<Resume>, countryCode: string | undefined, string])[] = [
  ['a résumé that says nothing', {}, undefined, 'a4'],
  ['one from the United States', {}, 'US', 'letter'],
  ['one from Germany in American English', { meta: { language: 'en-US' } }, 'DE', 'a4'],
  ['one in American English from nowhere', { meta: { language: 'en-US' } }, undefined, 'letter'],
  ['one that wants A4 in Mexico', { meta: { site: { paper: 'a4' } } }, 'MX', 'a4'],
  ['one that wants Letter in Germany', { meta: { site: { paper: 'letter' } } }, 'DE', 'letter'],
];

for (const [what, more, countryCode, paper] of cases) {
  test(`${what} is printed on ${paper}`, () => {
    const location = countryCode === undefined ? {} : { location: { countryCode } };
    assert.equal(choosePaper({ basics: { name: 'A', ...location }, ...more }), paper);
  });
}
