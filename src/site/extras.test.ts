import assert from 'node:assert/strict';
import test from 'node:test';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { completeResume, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import type { SiteExtras } from './site.ts';

const bytes = new Uint8Array([1]);
const extras: SiteExtras = {
  photo: {
    avif: ['assets/photo.aaaaaaaaaaaa.avif', 'assets/photo.bbbbbbbbbbbb.avif'],
    jpeg: ['assets/photo.cccccccccccc.jpg', 'assets/photo.dddddddddddd.jpg'],
    files: new Map([['assets/photo.aaaaaaaaaaaa.avif', bytes]]),
  },
  paths: ['resume.pdf', 'card.png', 'apple-touch-icon.png'],
};

function render(language: string, given: SiteExtras | undefined = extras) {
  const meta = { language, site: { url: 'https://ada.example' } };
  const resume = { ...completeResume, meta };
  const site = renderResume(resume, { basics: { image: 'face.jpg' } }, { ...siteAssets, extras: given });
  return { site, elements: [...readElements(readSiteFile(site, 'index.html'))] };
}

function findMeta(elements: ReturnType<typeof render>['elements'], name: string): string | undefined {
  const found = elements.find(({ attributes }) => attributes.property === name || attributes.name === name);
  return found?.attributes.content;
}

test('the photo comes as AVIF and JPEG for two kinds of screens, and the original stays at home', () => {
  const { site, elements } = render('en');
  const source = elements.find(({ tag }) => tag === 'source');
  const image = elements.find(({ tag }) => tag === 'img');
  assert.deepEqual(source?.attributes, {
    type: 'image/avif',
    srcset: '/assets/photo.aaaaaaaaaaaa.avif 1x, /assets/photo.bbbbbbbbbbbb.avif 2x',
  });
  assert.deepEqual(image?.attributes, {
    src: '/assets/photo.cccccccccccc.jpg',
    srcset: '/assets/photo.cccccccccccc.jpg 1x, /assets/photo.dddddddddddd.jpg 2x',
    alt: '',
    width: '104',
    height: '104',
  });
  const paths = site.files.map(({ path }) => path);
  assert.ok(!paths.includes('face.jpg') && paths.includes('assets/photo.aaaaaaaaaaaa.avif'), paths.join(' '));
  const cached = site.files.find(({ path }) => path.startsWith('assets/photo.'));
  assert.match(cached?.cache ?? '', /immutable/);
  assert.equal(JSON.parse(readSiteFile(site, 'resume.json')).basics.image, '/assets/photo.dddddddddddd.jpg');
});

for (const [language, label] of [
  ['en', 'Résumé as PDF'],
  ['de', 'Lebenslauf als PDF'],
  ['ar', 'السيرة الذاتية بصيغة PDF'],
] as const) {
  test(`the PDF is linked in ${language}, and saved under the person's name`, () => {
    const link = render(language).elements.find(({ attributes }) => attributes.href === '/resume.pdf');
    assert.equal(link?.text.trim(), label);
    assert.equal(link?.attributes.download, 'Ada Complete.pdf');
  });
}

test('a link of the page is shown with the card', () => {
  const { elements } = render('en');
  assert.equal(findMeta(elements, 'og:image'), 'https://ada.example/card.png');
  assert.equal(findMeta(elements, 'og:image:width'), '1200');
  assert.equal(findMeta(elements, 'twitter:card'), 'summary_large_image');
  assert.ok(elements.some(({ attributes }) => attributes.rel === 'apple-touch-icon'));
});

test('what is not made is not linked', () => {
  const { site, elements } = render('en', { paths: [] });
  assert.ok(!elements.some(({ attributes }) => /resume\.pdf|card\.png|touch/.test(JSON.stringify(attributes))));
  assert.ok(!elements.some(({ tag }) => tag === 'img'));
  assert.equal(findMeta(elements, 'twitter:card'), 'summary');
  assert.ok(!site.files.some(({ path }) => path === 'face.jpg'));
});
