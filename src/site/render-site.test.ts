import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { HtmlValidate } from 'html-validate';
import type { Resume } from '#resume';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { completeResume, minimalResume, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import { createSiteFile } from './render-site.ts';
import type { SiteExtras } from './site.ts';

// Rendered by each test anew, so that `npm run mutate` sees which tests come by a line.
const renderComplete = () => renderResume(completeResume, completeResume, siteAssets);
const renderMinimal = () => renderResume(minimalResume, minimalResume, siteAssets);
const pageOf = (resume: Resume) => readSiteFile(renderResume(resume, resume, siteAssets), 'index.html');
const readComplete = () => readElements(readSiteFile(renderComplete(), 'index.html'));
const find = (tag: string, attribute = '', value?: string) =>
  readComplete().filter(
    (element) =>
      element.tag === tag &&
      (attribute === '' || attribute in element.attributes) &&
      (value === undefined || element.attributes[attribute] === value),
  );

test('a picture is used by the page, by a text or by the own stylesheet', () => {
  const uses: readonly [Resume, string?][] = [
    [{ basics: { name: 'A', image: 'face.jpg' } }],
    [{ basics: { name: 'A', summary: '[me](face.jpg)' } }],
    [{ basics: { name: 'A' } }, 'header { background: url(/face.jpg) }'],
  ];
  for (const [resume, ownCss] of uses)
    assert.deepEqual(renderResume(resume, {}, { ...siteAssets, ownCss }).omitted, []);
});

test('a photo written out as data: is a file of the site', () => {
  const site = renderResume({ basics: { name: 'A', image: 'data:image/png;base64,iVBORw0KGgo=' } }, {}, siteAssets);
  assert.match(readSiteFile(site, 'index.html'), /<img src="\/photo\.png"/);
  const { body, type } = site.files.find(({ path }) => path === 'photo.png') ?? {};
  assert.deepEqual([body?.[1], type], [0x50, 'image/png']);
});

test('a photo is found with or without "public/" and "./"', () => {
  for (const image of ['face.jpg', './face.jpg', 'public/face.jpg', '/face.jpg']) {
    assert.match(pageOf({ basics: { name: 'A', image } }), /<img src="\/face\.jpg"/, image);
  }
});

test('what needs an address derives from site.url', () => {
  assert.equal(find('link', 'rel', 'canonical')[0]?.attributes.href, 'https://ada.example/');
  assert.equal(find('meta', 'property', 'og:url')[0]?.attributes.content, 'https://ada.example/');
  assert.equal(find('meta', 'property', 'og:image')[0]?.attributes.content, 'https://ada.example/face.jpg');
  assert.match(
    readSiteFile(renderComplete(), 'sitemap.xml'),
    /<loc>https:\/\/ada\.example\/<\/loc><lastmod>2024-05-06</,
  );
  assert.match(readSiteFile(renderComplete(), 'robots.txt'), /Sitemap: https:\/\/ada\.example\/sitemap\.xml/);
});

test('without site.url nothing that needs an address is there', () => {
  const html = readSiteFile(renderMinimal(), 'index.html');
  assert.doesNotMatch(html, /canonical|og:url|og:image|https:\/\/(?!schema\.org|tabler\.io)/);
  assert.ok(!renderMinimal().files.some(({ path }) => path === 'sitemap.xml'));
  assert.doesNotMatch(readSiteFile(renderMinimal(), 'robots.txt'), /Sitemap/);
});

test('the page asks no other host for anything', () => {
  for (const { tag, attributes } of readComplete()) {
    if (tag === 'a' || (tag === 'link' && attributes.rel === 'canonical') || tag === 'meta') continue;
    for (const name of ['src', 'href', 'srcset', 'poster', 'data'])
      assert.doesNotMatch(attributes[name] ?? '', /^(https?:)?\/\//);
  }
});

test('JSON-LD describes the person as a profile page', () => {
  const [script] = find('script', 'type', 'application/ld+json');
  const data = JSON.parse(script?.text ?? '');
  assert.equal(data['@type'], 'ProfilePage');
  assert.equal(data.mainEntity['@type'], 'Person');
  const { mainEntity: person } = data;
  assert.deepEqual(
    {
      address: [person.name, person.jobTitle, person.email, person.telephone, person.url, data.url],
      image: person.image,
      sameAs: person.sameAs,
      country: person.address.addressCountry,
      worksFor: person.worksFor.map(({ name }: { name: string }) => name),
      alumniOf: person.alumniOf.map(({ name }: { name: string }) => name),
      knows: [...person.knowsAbout, ...person.knowsLanguage],
      credentials: person.hasCredential.map(({ name }: { name: string }) => name),
    },
    {
      address: [
        'Ada Complete',
        'Label of Ada',
        'ada@mail.example',
        '+1 (555) 010-2030',
        'https://ada.example/home',
        'https://ada.example/',
      ],
      image: 'https://ada.example/face.jpg',
      sameAs: ['https://github.example/ada', 'https://nameless.example/ada'],
      country: 'SE',
      worksFor: ['Grouped Works'],
      alumniOf: ['School One', 'School Two'],
      knows: ['Skill One', 'Keyword One', 'Keyword Two', 'Keyword without a name', 'Language One'],
      credentials: ['Certificate One', 'Certificate Two'],
    },
  );
});

test('resume.json is the data as it was written', () => {
  const data = { basics: { name: 'A', label: '' }, work: null };
  const site = renderResume({ basics: { name: 'A' } }, data, siteAssets);
  assert.deepEqual(JSON.parse(readSiteFile(site, 'resume.json')), data);
});

test('the policy admits the scripts of the page by their hash and nothing inline besides', () => {
  const policy = renderComplete().headers['content-security-policy'] ?? '';
  const [script] = find('script').filter(({ attributes }) => attributes.type === undefined);
  const hash = createHash('sha256')
    .update(script?.text ?? '')
    .digest('base64');
  assert.ok(policy.includes(`'sha256-${hash}'`));
  assert.match(policy, /^default-src 'none';/);
  assert.match(policy, /connect-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*|http/);
  assert.ok(readComplete().every(({ tag, attributes }) => tag !== 'style' && !('style' in attributes)));
});

const counters = [
  { counter: 'api', script: '/* api */', line: true },
  { counter: 'local', script: '/* local */', line: true },
  { counter: 'off', script: undefined, line: false },
] as const;

for (const { counter, script, line } of counters) {
  test(`the counter "${counter}" has ${script ? 'its script' : 'no script'} and ${line ? 'a' : 'no'} hidden line`, () => {
    const html = pageOf({ basics: { name: 'A' }, meta: { site: { counter } } });
    assert.equal(html.includes('id="visits" hidden'), line);
    assert.equal(html.includes('<script>'), script !== undefined);
    if (script) assert.ok(html.includes(`<script>${script}`));
  });
}

test('a file of public/ takes the place of a generated one, the page itself aside', () => {
  const bytes = new TextEncoder().encode('mine');
  const publicFiles = new Map([
    ['robots.txt', bytes],
    ['favicon.svg', bytes],
    ['index.html', bytes],
    ['deep/cv.pdf', bytes],
  ]);
  const site = renderResume(minimalResume, {}, { ...siteAssets, publicFiles });
  assert.equal(readSiteFile(site, 'robots.txt'), 'mine');
  assert.equal(readSiteFile(site, 'favicon.svg'), 'mine');
  assert.equal(readSiteFile(site, 'deep/cv.pdf'), 'mine');
  assert.match(readSiteFile(site, 'index.html'), /^<!doctype html>/);
  assert.deepEqual(
    site.omitted.map(({ path }) => path),
    ['public/index.html'],
  );
});

test('only names with a hash may be kept for ever', () => {
  for (const { path, cache } of renderComplete().files) {
    assert.equal(cache.includes('immutable'), /\.[0-9a-f]{12}\.css$/.test(path), path);
  }
});

test('the site is the same bytes in every time zone and language', () => {
  const program = `
    import { createHash } from 'node:crypto';
    import { completeResume, renderResume, siteAssets } from './test/fixtures/resumes.ts';
    const hash = createHash('sha256');
    for (const { path, body } of renderResume(completeResume, completeResume, siteAssets).files) hash.update(path).update(body);
    console.log(hash.digest('hex'));`;
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
      cwd: new URL('../..', import.meta.url),
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
  const results = [
    run({ TZ: 'UTC', LC_ALL: 'C' }),
    run({ TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }),
    run({ TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' }),
  ];
  assert.match(results[0]?.stdout ?? '', /^[0-9a-f]{64}\n$/, results[0]?.stderr);
  assert.deepEqual(new Set(results.map(({ stdout }) => stdout)).size, 1);
});

const pages: readonly [what: string, read: () => string][] = [
  ['the complete page', () => readSiteFile(renderComplete(), 'index.html')],
  ['the page of a name alone', () => readSiteFile(renderMinimal(), 'index.html')],
  ['the 404 page', () => readSiteFile(renderComplete(), '404.html')],
];

for (const [what, read] of pages) {
  test(`${what} is valid HTML`, async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      // Two matters of taste: a doctype in lower case, and titles as long as a name and a trade need.
      rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
    });
    const { results } = await validator.validateString(read());
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      [],
    );
  });

  test(`${what} shows no value that is no value`, () => {
    assert.doesNotMatch(read(), /undefined|NaN|\[object|Invalid Date|>null</);
  });
}

const caches: readonly [path: string, isKept: boolean][] = [
  ['assets/style.0123456789ab.css', true],
  ['assets/photo.0123456789ab.avif', true],
  ['my/assets/style.0123456789ab.css', false],
  ['assets/other.0123456789ab.css', false],
  ['assets/style.0123456789a.css', false],
  ['index.html', false],
];

for (const [path, isKept] of caches) {
  test(`${path} is ${isKept ? 'kept for ever' : 'asked for again each time'}`, () => {
    assert.equal(
      createSiteFile(path, '').cache,
      isKept ? 'public, max-age=31536000, immutable' : 'public, max-age=0, s-maxage=31536000, must-revalidate',
    );
  });
}

test('resume.json names the picture that is published, and only where there was one', () => {
  const photo = { avif: [], jpeg: ['assets/photo.0123456789ab.jpg'], files: new Map() };
  const read = (data: unknown, extras: SiteExtras) =>
    JSON.parse(readSiteFile(renderResume(minimalResume, data, { ...siteAssets, extras }), 'resume.json'));
  const data = { basics: { image: 'face.jpg' }, work: [] };
  const named = { basics: { image: '/assets/photo.0123456789ab.jpg' }, work: [] };
  assert.deepEqual(read(data, { photo, paths: [] }), named);
  assert.deepEqual(read(data, { paths: [] }), data);
  for (const other of [{ basics: { name: 'A' } }, { basics: 'A' }, {}])
    assert.deepEqual(read(other, { photo, paths: [] }), other);
});

test('the files of a site are in the order of their names', () => {
  const paths = renderComplete().files.map(({ path }) => path);
  assert.deepEqual(paths, [...paths].sort());
});
