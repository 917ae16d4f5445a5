import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { siteAssets } from '../../test/fixtures/resumes.ts';
import { renderSite } from './render-site.ts';
import type { Edition } from './site.ts';

const url = 'https://jane.example';
const make = (prefix: string, language: string, more: Partial<Edition> = {}, basics: object = {}): Edition => {
  const resume: Resume = { basics: { name: 'Jane Doe', ...basics }, meta: { language, site: { url } } };
  return { prefix, resume, data: resume, ...more };
};
const editions = [make('', 'en'), make('de/', 'de'), make('ar/', 'ar', {}, { name: 'جين' })];
const bank = make('for/bank/', 'en', { audience: 'bank' });
const render = (given: readonly Edition[], publicFiles: readonly string[] = []) =>
  renderSite(given, { ...siteAssets, publicFiles: new Map(publicFiles.map((path) => [path, new Uint8Array()])) });
const headOf = (given: readonly Edition[], prefix: string) =>
  readElements(readSiteFile(render(given), `${prefix}index.html`)).filter(({ tag }) =>
    ['html', 'meta', 'link', 'a'].includes(tag),
  );
const hrefsOf = (given: readonly Edition[], prefix: string) =>
  headOf(given, prefix).map(({ attributes }) => attributes.href);

test('each edition has its page and its data below its prefix; what all share is there once', () => {
  assert.deepEqual(
    render(editions).files.map(({ path }) => path.replace(/\.[0-9a-f]{12}\./, '.*.')),
    [
      '404.html',
      'ar/index.html',
      'ar/resume.json',
      // The Arabic name stands in the foot of printed pages.
      'assets/style.*.css',
      'assets/style.*.css',
      'de/index.html',
      'de/resume.json',
      'favicon.svg',
      'index.html',
      'resume.json',
      'robots.txt',
      'sitemap.xml',
    ],
  );
});

test('the main edition is the same whether it has others or not, but for what leads to them', () => {
  const one = render([make('', 'en')]);
  const two = render([make('', 'en'), bank]);
  assert.equal(readSiteFile(two, 'index.html'), readSiteFile(one, 'index.html'));
  assert.equal(readSiteFile(two, 'sitemap.xml'), readSiteFile(one, 'sitemap.xml'));
});

test('a page has the language, the direction, the address and the data of its edition', () => {
  const [html] = headOf(editions, 'ar/');
  assert.deepEqual(html?.attributes, { lang: 'ar', dir: 'rtl' });
  const hrefs = hrefsOf(editions, 'ar/');
  assert.ok(hrefs.includes('https://jane.example/ar/'));
  assert.ok(hrefs.includes('/ar/resume.json'));
  assert.ok(!hrefs.includes('/resume.json'));
});

test('a link to its PDF leads to that of the edition', () => {
  const linking = make('de/', 'de', {}, { url: 'resume.pdf' });
  assert.ok(hrefsOf([make('', 'en'), linking], 'de/').includes('/de/resume.pdf'));
  assert.ok(hrefsOf([make('', 'en', {}, { url: 'resume.pdf' }), linking], '').includes('/resume.pdf'));
});

test('an edition for somebody is found by nobody else', () => {
  const robots = (prefix: string) =>
    headOf([make('', 'en'), bank], prefix).some(
      ({ attributes: { name, content } }) => name === 'robots' && content === 'noindex',
    );
  assert.equal(robots('for/bank/'), true);
  assert.equal(robots(''), false);
  assert.doesNotMatch(readSiteFile(render([make('', 'en'), bank]), 'sitemap.xml'), /bank/);
});

test('a file of public/ takes the place of one of an edition, its page aside', () => {
  const site = render(editions, ['de/index.html', 'de/resume.json', 'de/cv.pdf']);
  assert.match(readSiteFile(site, 'de/index.html'), /Jane Doe/);
  assert.equal(readSiteFile(site, 'de/resume.json'), '');
  assert.equal(readSiteFile(site, 'de/cv.pdf'), '');
  assert.deepEqual(site.omitted, [{ path: 'public/de/index.html', value: '', why: 'the page itself has this name' }]);
});

test('what an edition leaves out names the edition', () => {
  const photo = make('de/', 'de', {}, { image: 'none.jpg' });
  assert.deepEqual(
    render([make('', 'en'), photo]).omitted.map(({ path, prefix }) => [path, prefix]),
    [['basics.image', 'de/']],
  );
});
