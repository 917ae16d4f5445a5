import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { completeResume, listLeaves, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import { listOmitted, renderSite } from './render-site.ts';

// Rendered by each test anew, so that `npm run mutate` sees which tests come by a line.
const renderComplete = () => renderResume(completeResume, completeResume, siteAssets);
const readComplete = () => readElements(readSiteFile(renderComplete(), 'index.html'));

test('every value of a complete résumé is on the page or listed as left out', () => {
  const shown = readComplete()
    .filter(({ tag }) => !['script', 'html', 'head', 'body'].includes(tag))
    .flatMap(({ text, attributes }) => [text, ...Object.values(attributes)])
    .join('\n');
  const explained: Readonly<Record<string, RegExp>> = {
    'basics.location.countryCode': /Sweden/,
    'meta.lastModified': /May 6, 2024/,
    'meta.language': /./,
    // Settings of the site and facts about the file.
    $schema: /./,
    'meta.canonical': /./,
    'meta.version': /./,
    'meta.site.url': /./,
    'meta.site.counter': /./,
    'meta.theme.colour': /./,
  };
  const left = renderComplete().omitted;
  for (const { path, value } of listLeaves(completeResume)) {
    const omitted = left.some((each) => path.startsWith(each.path));
    const onPage = explained[path]?.test(shown) ?? shown.includes(value);
    assert.ok(onPage || omitted, `${path} (${value}) is neither on the page nor listed`);
  }
});

test('settings and facts about the file are nothing that is omitted', () => {
  assert.deepEqual(renderComplete().omitted, []);
});

const omissions: readonly [what: string, resume: Resume, path: string, why: RegExp][] = [
  [
    'a photo that is missing',
    { basics: { name: 'A', image: 'none.jpg' } },
    'basics.image',
    /no file none\.jpg in public/,
  ],
  ['a photo misspelt', { basics: { name: 'A', image: 'Face.jpeg' } }, 'basics.image', /did you mean face\.jpg\?/],
  ['a photo elsewhere', { basics: { name: 'A', image: 'https://b.example/c.jpg' } }, 'basics.image', /no other host/],
  ['a photo of this machine', { basics: { name: 'A', image: 'file:///c.jpg' } }, 'basics.image', /PNG, JPEG/],
  ['a link to nowhere', { basics: { name: 'A' }, work: [{ name: 'B', url: 'c.pdf' }] }, 'work[0].url', /leads nowhere/],
  [
    'a PDF that the settings leave out',
    { basics: { name: 'A', url: 'resume.pdf' }, meta: { site: { pdf: false } } },
    'basics.url',
    /no PDF is made/,
  ],
  [
    'the original of the photo',
    { basics: { name: 'A', image: 'face.jpg', summary: '[me](/face.jpg)' } },
    'basics.summary',
    /the original of the photo is not published/,
  ],
  ['a link in a text', { basics: { name: 'A', summary: '[b](javascript:1)' } }, 'basics.summary', /leads nowhere/],
  [
    'a heading in the page’s language',
    { basics: { name: 'A' }, meta: { language: 'xx' } },
    'meta.language',
    /no headings/,
  ],
  ['a text under meta', { basics: { name: 'A' }, meta: { gdpr: 'I agree to it.' } }, 'meta.gdpr', /not shown/],
  ['a picture that nothing uses', { basics: { name: 'A' } }, 'public/face.jpg', /nothing on the page uses it/],
];

for (const [what, resume, path, why] of omissions) {
  test(`${what} is omitted, with the reason`, () => {
    const found = renderResume(resume, {}, siteAssets).omitted.find((each) => each.path === path);
    assert.match(found?.why ?? '', why);
  });
}

test('what is omitted is listed without rendering as rendering lists it', () => {
  const picture = new Uint8Array([255, 216, 255]);
  const sites: readonly (readonly [editions: readonly Resume[], pictures: readonly string[], left: number])[] = [
    [[completeResume], ['face.jpg'], 0],
    [[completeResume], [], 1],
    [[completeResume], ['face.jpg', 'index.html', 'favicon.png', '.hidden.png'], 1],
    [[{ basics: { name: 'A', image: 'a b.jpg' } }], ['a b.jpg'], 0],
    [[{ basics: { name: 'A', image: 'a b.jpg' } }], ['a b.jpg', 'face.jpg'], 1],
    [[{ basics: { name: 'A' } }], ['face.jpg'], 1],
    [[{ basics: { name: 'A' } }, { basics: { name: 'A', image: 'face.jpg' } }], ['face.jpg', 'other.png'], 1],
    [[{ basics: { name: 'A' } }, { basics: { name: 'A', image: 'Face.jpeg' } }], ['face.jpg'], 2],
    [[{ basics: { name: 'A' }, meta: { site: { color: '#123456' } } }], ['de/index.html'], 0],
    ...omissions.map(([, resume]) => [[resume], ['face.jpg'], Number.NaN] as const),
  ];
  for (const [resumes, names, left] of sites) {
    const editions = resumes.map((resume, index) => ({ prefix: index === 0 ? '' : 'de/', resume, data: resume }));
    const assets = { ...siteAssets, publicFiles: new Map(names.map((name) => [name, picture])), leftovers: [] };
    const { omitted } = renderSite(editions, assets);
    assert.deepEqual(listOmitted(editions, assets), omitted);
    if (!Number.isNaN(left)) assert.equal(omitted.length, left, JSON.stringify(omitted));
  }
});
