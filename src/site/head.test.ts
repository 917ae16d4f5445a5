import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { renderResume, siteAssets } from '../../test/fixtures/resumes.ts';

/** What the head says, a line for each element: its name or kind, then its value. */
function readHead(resume: Resume, paths: readonly string[] = [], file = 'index.html'): readonly string[] {
  const site = renderResume(resume, {}, { ...siteAssets, extras: paths.length > 0 ? { paths } : undefined });
  return readElements(readSiteFile(site, file)).flatMap(({ tag, attributes, text }) => {
    const { name, property, content, charset, media, rel, href, type } = attributes;
    if (tag === 'title') return [`title: ${text}`];
    if (tag === 'meta') return [charset ? `charset: ${charset}` : [name ?? property, media, content].join(': ')];
    if (tag !== 'link') return [];
    return [[rel, type, href?.replace(/style\.[0-9a-f]{12}/, 'style.HASH')].filter(Boolean).join(': ')];
  });
}

const essentials = [
  'stylesheet: /assets/style.HASH.css',
  'theme-color: (prefers-color-scheme: light): #fdfcfa',
  'theme-color: (prefers-color-scheme: dark): #171e1c',
];

test('the head of a name alone says the name, and nothing that needs an address', () => {
  assert.deepEqual(readHead({ basics: { name: 'A' } }), [
    'charset: utf-8',
    'viewport: : width=device-width, initial-scale=1',
    'title: A',
    ...essentials,
    'icon: /favicon.svg',
    'description: : A',
    'alternate: application/json: /resume.json',
    'og:type: : profile',
    'og:title: : A',
    'og:description: : A',
    'og:locale: : en',
    'twitter:card: : summary',
  ]);
});

test('the head of a person with a trade, an address and a card says all of it', () => {
  const resume = {
    basics: { name: 'A', label: 'B', summary: 'C *d*.' },
    meta: { language: 'de-AT', site: { url: 'https://a.example/ignored' } },
  };
  assert.deepEqual(readHead(resume, ['card.png', 'apple-touch-icon.png']), [
    'charset: utf-8',
    'viewport: : width=device-width, initial-scale=1',
    'title: A – B',
    ...essentials,
    'icon: /favicon.svg',
    'apple-touch-icon: /apple-touch-icon.png',
    'description: : C d.',
    'canonical: https://a.example/',
    'alternate: application/json: /resume.json',
    'og:type: : profile',
    'og:title: : A – B',
    'og:description: : C d.',
    'og:locale: : de_AT',
    'og:url: : https://a.example/',
    'og:image: : https://a.example/card.png',
    'og:image:width: : 1200',
    'og:image:height: : 630',
    'og:image:alt: : A – B',
    'twitter:card: : summary_large_image',
  ]);
});

test('the page of an address without a file is for no search engine', () => {
  assert.deepEqual(readHead({ basics: { name: 'A' } }, [], '404.html'), [
    'charset: utf-8',
    'viewport: : width=device-width, initial-scale=1',
    'title: Page not found – A',
    ...essentials,
    'icon: /favicon.svg',
    'robots: : noindex',
  ]);
});

test('without a card the photo is the picture of a link', () => {
  const meta = { site: { url: 'https://a.example' } };
  const head = readHead({ basics: { name: 'A', image: 'face.jpg' }, meta });
  assert.deepEqual(head.slice(-2), ['og:image: : https://a.example/face.jpg', 'twitter:card: : summary']);
});

const descriptions: readonly [what: string, summary: string, description: string][] = [
  ['of 160 characters stays whole', 'a'.repeat(160), 'a'.repeat(160)],
  ['without a space is cut in the word', 'a'.repeat(161), `${'a'.repeat(80)}…`],
  ['is cut between words', `${'a'.repeat(100)} ${'b'.repeat(100)}`, `${'a'.repeat(100)}…`],
  ['is cut no earlier than in the middle', `aaa ${'b'.repeat(200)}`, `aaa ${'b'.repeat(76)}…`],
  ['has no space before its dots', `${'a'.repeat(79)} ${'b'.repeat(200)}`, `${'a'.repeat(79)}…`],
];

for (const [what, summary, description] of descriptions) {
  test(`a description ${what}`, () => {
    assert.ok(readHead({ basics: { name: 'A', summary } }).includes(`description: : ${description}`));
  });
}

test('the description for search engines keeps every character, and cannot end its element', () => {
  const name = '</script><!--<b> & "';
  const page = readSiteFile(renderResume({ basics: { name } }, {}, siteAssets), 'index.html');
  const found = readElements(page).find(({ attributes }) => attributes.type === 'application/ld+json');
  assert.equal(JSON.parse(found?.text ?? '').mainEntity.name, name);
});
