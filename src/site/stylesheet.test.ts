import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readSiteFile } from '../../test/fixtures/read-page.ts';
import { minimalResume, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';

// Rendered by each test anew, so that `npm run mutate` sees which tests come by a line.
const renderMinimal = () => renderResume(minimalResume, minimalResume, siteAssets);

const styles: readonly [what: string, resume: Resume, ownCss: string | undefined, expected: RegExp][] = [
  [
    'the name for the foot of a printed page',
    { basics: { name: 'A "B\\' } },
    undefined,
    /content:"A \\22 B\\5c {2}· " counter\(page\)/,
  ],
  [
    'a color that can be read in light and dark',
    { ...minimalResume, meta: { site: { color: '#b3261e' } } },
    undefined,
    /:root\{--accent:light-dark\(#b3261e,#ce746f\)\}/,
  ],
  [
    'numbers from left to right for the foot of a page that is not',
    { ...minimalResume, meta: { language: 'he' } },
    undefined,
    /content:"Min · \\2066 " counter\(page\) " \/ " counter\(pages\) "\\2069 "\}/,
  ],
  ['the own stylesheet last', minimalResume, 'h1 { color: red }\n', /\nh1 \{ color: red \}\n$/],
];

for (const [what, resume, ownCss, expected] of styles) {
  test(`the stylesheet is ours and ${what}`, () => {
    const site = renderResume(resume, {}, { ...siteAssets, ownCss });
    const { path = '' } = site.files.find((file) => file.path.startsWith('assets/')) ?? {};
    const css = readSiteFile(site, path);
    assert.ok(css.startsWith(siteAssets.css));
    assert.match(css, expected);
  });
}

const css = (name: string) =>
  `${siteAssets.css}@page{@bottom-right{content:"${name} · " counter(page) " / " counter(pages)}}`;

test('the stylesheet is ours and the foot of a printed page where nothing else was asked for', () => {
  const { path = '' } = renderMinimal().files.find((file) => file.path.endsWith('.css')) ?? {};
  assert.equal(readSiteFile(renderMinimal(), path), css('Min'));
});
