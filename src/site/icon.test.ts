import assert from 'node:assert/strict';
import test from 'node:test';
import { findNetworkIcon, type IconName, renderIcon } from './icon.ts';

const cases: readonly [network: string | undefined, url: string | undefined, icon: IconName][] = [
  ['GitHub', undefined, 'github'],
  ['Stack Overflow', undefined, 'stackoverflow'],
  ['LinkedIn', 'https://elsewhere.example', 'linkedin'],
  ['Google Scholar', undefined, 'scholar'],
  [undefined, 'https://www.linkedin.com/in/x', 'linkedin'],
  ['My code', 'https://gitlab.com/x', 'gitlab'],
  ['Hacker News', undefined, 'ycombinator'],
  ['Kakao', undefined, 'kakaotalk'],
  ['ORCID', undefined, 'scholar'],
  ['ResearchGate', undefined, 'scholar'],
  ['Homepage', undefined, 'globe'],
  ['Website', undefined, 'globe'],
  ['E-Mail', undefined, 'mail'],
  [undefined, 'https://somebody.github', 'link'],
  ['constructor', undefined, 'link'],
  ['__proto__', 'https://toString.example', 'link'],
  [undefined, 'not an address', 'link'],
  ['Unheard', undefined, 'link'],
];

for (const [network, url, icon] of cases) {
  test(`the icon of ${network ?? 'no network'} at ${url ?? 'no address'} is ${icon}`, () => {
    assert.equal(findNetworkIcon(network, url), icon);
  });
}

test('an icon is one path that says nothing to a screen reader', () => {
  assert.match(
    renderIcon('mail').markup,
    /^<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M[^"]+"\/><\/svg>$/,
  );
});
