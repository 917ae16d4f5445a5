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

test('a link may lead to the page, the data and the PDF of another edition', () => {
  const linking = (url: string) => hrefsOf([make('', 'en', {}, { url }), make('de/', 'de')], '');
  for (const url of ['/de/', '/de/resume.json', '/de/resume.pdf']) assert.ok(linking(url).includes(url), url);
  assert.ok(!linking('/fr/').includes('/fr/'));
  assert.ok(linking('/').includes('/'));
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

const alternatesOf = (given: readonly Edition[], prefix: string) =>
  headOf(given, prefix)
    .filter(({ tag, attributes }) => tag === 'link' && attributes.hreflang !== undefined)
    .map(({ attributes }) => [attributes.hreflang, attributes.href]);

test('languages name each other, themselves and the one for everybody else', () => {
  const expected = [
    ['en', 'https://jane.example/'],
    ['de', 'https://jane.example/de/'],
    ['ar', 'https://jane.example/ar/'],
    ['x-default', 'https://jane.example/'],
  ];
  for (const { prefix } of editions) {
    assert.deepEqual(alternatesOf(editions, prefix), expected);
    const links = headOf(editions, prefix).map(({ attributes }) => attributes);
    assert.ok(links.some(({ rel, href }) => rel === 'canonical' && href === `https://jane.example/${prefix}`));
    const locales = links.filter(({ property }) => property?.startsWith('og:locale')).map(({ content }) => content);
    assert.deepEqual(locales.toSorted(), ['ar', 'de', 'en']);
  }
  const sitemap = readSiteFile(render(editions), 'sitemap.xml');
  for (const [language, address] of expected)
    assert.equal(sitemap.split(`<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`).length, 4);
  assert.equal(sitemap.split('<loc>').length, 4);
});

test('without an address of the site other languages are named by their path, and there is no sitemap', () => {
  const given = editions.map((edition) => ({ ...edition, resume: { ...edition.resume, meta: { language: 'de' } } }));
  assert.deepEqual(
    alternatesOf(given, 'de/').map(([, href]) => href),
    ['/', '/de/', '/ar/', '/'],
  );
  assert.ok(render(given).files.every(({ path }) => path !== 'sitemap.xml'));
});

test('a page leads to its other languages by their own names, and says which one it is', () => {
  const nav = /<nav.*?<\/nav>/s.exec(readSiteFile(render(editions), 'ar/index.html'))?.[0] ?? '';
  assert.equal(
    nav,
    '<nav class="languages" aria-label="اللغة"><ul>' +
      '<li><a href="/" lang="en" hreflang="en" dir="ltr">English</a></li>' +
      '<li><a href="/de/" lang="de" hreflang="de" dir="ltr">Deutsch</a></li>' +
      '<li><a href="/ar/" lang="ar" hreflang="ar" aria-current="page">العربية</a></li>' +
      '</ul></nav>',
  );
});

for (const [language, name] of [
  ['pt-BR', 'Português (Brasil)'],
  ['sv', 'Svenska'],
  ['zh-Hans', '简体中文'],
  ['ka', 'ქართული'],
  ['tlh', 'Klingon'],
  ['de-u-co-phonebk', 'Deutsch'],
  ['de-x-formal', 'Deutsch'],
] as const) {
  test(`the way to ${language} is called ${name}`, () => {
    const page = readSiteFile(render([make('', 'en'), make(`${language}/`, language)]), 'index.html');
    assert.ok(page.includes(`hreflang="${language}">${name}</a>`), /<nav.*?<\/nav>/s.exec(page)?.[0]);
  });
}

test('languages lead to each other among what is for the same person', () => {
  const given = [
    ...editions,
    bank,
    make('de/for/bank/', 'de', { audience: 'bank' }),
    make('for/shop/', 'en', { audience: 'shop' }),
  ];
  const paths = (prefix: string) =>
    headOf(given, prefix).flatMap(({ tag, attributes }) =>
      tag === 'a' && attributes.hreflang ? [attributes.href] : [],
    );
  assert.deepEqual(paths('for/bank/'), ['/for/bank/', '/de/for/bank/']);
  assert.deepEqual(paths('de/'), ['/', '/de/', '/ar/']);
  assert.deepEqual(paths('for/shop/'), []);
  assert.deepEqual(alternatesOf(given, 'for/bank/'), []);
  assert.doesNotMatch(
    readSiteFile(render(given), 'sitemap.xml') + readSiteFile(render(given), 'index.html'),
    /bank|shop/,
  );
});

test('only a page with other languages has the rules for the way to them', () => {
  const css = (given: readonly Edition[]) => {
    const site = renderSite(given, { ...siteAssets, languagesCss: '.languages{}' });
    const href = /href="\/(assets\/[^"]*\.css)"/.exec(readSiteFile(site, 'index.html'))?.[1] ?? '';
    return readSiteFile(site, href).includes('.languages{}');
  };
  assert.equal(css([make('', 'en')]), false);
  assert.equal(css([make('', 'en'), bank]), false);
  assert.equal(css(editions), true);
});
