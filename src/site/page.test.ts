import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readSiteFile } from '../../test/fixtures/read-page.ts';
import { renderResume, siteAssets } from '../../test/fixtures/resumes.ts';
import icons from './icons.json' with { type: 'json' };

/** The page's body between two marks, with each icon as its opening alone. */
function readBody({ basics, ...more }: Partial<Resume>, paths: readonly string[] = [], file = 'index.html'): string {
  const site = renderResume({ basics: { name: 'A', ...basics }, ...more }, {}, { ...siteAssets, extras: { paths } });
  const body = readSiteFile(site, file).replace(/^.*<body>(.*)<\/body>.*$/s, '$1');
  return body.replaceAll(/<svg class="icon".*?<\/svg>/g, '(icon)');
}
const readHeader = (resume: Partial<Resume>, paths?: readonly string[]) =>
  /<header>(.*)<\/header>/s.exec(readBody(resume, paths))?.[1] ?? '';

const headers: readonly [what: string, resume: Partial<Resume>, paths: readonly string[], markup: string][] = [
  ['a name alone', {}, [], '<div class="summary"><div class="who"><div><h1>A</h1></div></div></div>'],
  [
    'a trade and a summary',
    { basics: { name: 'A', label: 'B', summary: 'C' } },
    [],
    '<div class="summary"><div class="who"><div><h1>A</h1><p class="label">B</p></div></div><div class="text"><p>C</p></div></div>',
  ],
  [
    'ways to reach the person, of which the own ones say so',
    {
      basics: {
        name: 'A/\n',
        email: 'a@b.example',
        phone: '+49 761 5550199',
        url: 'https://c.example',
        location: { city: 'D' },
        profiles: [{ network: 'E', username: 'f', url: 'https://g.example' }, { network: 'H' }],
      },
    },
    ['resume.pdf'],
    '<div class="summary"><div class="who"><div><h1>A/\n</h1></div></div></div><div class="contact"><h2 class="hidden">Contact</h2><ul class="links"><li><a href="mailto:a@b.example">(icon)<span>a<wbr>@b.example</span></a></li><li><a href="tel:+497615550199">(icon)<span>+49 761 5550199</span></a></li><li><div>(icon)<span>D</span></div></li><li><a href="https://c.example" rel="me">(icon)<span>c.example</span></a></li><li><a href="https://g.example" rel="me">(icon)<span><b>E</b> f</span></a></li><li><div>(icon)<span><b>H</b></span></div></li><li><a href="/resume.pdf" type="application/pdf" download="A.pdf">(icon)<span>Résumé as PDF</span></a></li></ul></div>',
  ],
  [
    'a place that reads as the page does, and labels with their language',
    { basics: { name: 'A: B', location: { city: 'C' } }, meta: { language: 'az-Arab' } },
    ['resume.pdf'],
    '<div class="summary"><div class="who"><div><h1>A: B</h1></div></div></div><div class="contact"><h2 class="hidden" lang="en">Contact</h2><ul class="links"><li><div>(icon)<span>C</span></div></li><li><a href="/resume.pdf" type="application/pdf" download="A  B.pdf">(icon)<span lang="en">Résumé as PDF</span></a></li></ul></div>',
  ],
];

for (const [what, resume, paths, markup] of headers) {
  test(`the page’s head row has ${what}`, () => {
    assert.equal(readHeader(resume, paths), markup);
  });
}

const sheets: readonly [what: string, resume: Partial<Resume>, paths: readonly string[], sheet: string][] = [
  ['without contact and a second column', { work: [{ name: 'B' }] }, [], 'sheet single'],
  ['with contact', { basics: { name: 'A', email: 'a@b.example' } }, [], 'sheet'],
  ['with a PDF', {}, ['resume.pdf'], 'sheet'],
  ['with a second column', { work: [{ name: 'B' }], skills: [{ name: 'C' }] }, [], 'sheet'],
];

for (const [what, resume, paths, sheet] of sheets) {
  test(`a page ${what} is a ${sheet}`, () => {
    const body = readBody(resume, paths);
    assert.ok(body.includes(`<div class="${sheet}">`));
    assert.equal(body.includes('class="aside"'), resume.skills !== undefined);
    assert.equal(body.includes('class="contact"'), sheet === 'sheet' && resume.skills === undefined);
  });
}

test('each icon is that of its kind', () => {
  const basics = {
    name: 'A',
    email: 'a',
    phone: 'b',
    location: { city: 'c' },
    url: 'd',
    profiles: [{ network: 'GitHub' }],
  };
  const extras = { paths: ['resume.pdf'] };
  const page = readSiteFile(renderResume({ basics }, {}, { ...siteAssets, extras }), 'index.html');
  const drawn = [...page.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(drawn, [icons.mail, icons.phone, icons.pin, icons.globe, icons.github, icons.file]);
});

test('the page of an address without a file leads home', () => {
  assert.equal(
    readBody({}, [], '404.html'),
    '<main class="sheet lost"><h1>Page not found</h1><p>There is nothing at this address.</p><p><a href="/">To the résumé</a></p></main>',
  );
});

test('the foot says how fresh the page is only where the date is one', () => {
  const foot = (lastModified: string) => /<footer>(.*)<\/footer>/.exec(readBody({ meta: { lastModified } }))?.[1];
  const rest =
    '<p id="visits" hidden>Visits <b></b></p><p><a href="/resume.json" type="application/json">This résumé as data</a></p>';
  assert.equal(foot('2024-05-06T01:02'), `<p>Updated <time datetime="2024-05-06">May 6, 2024</time></p>${rest}`);
  assert.equal(foot('long ago'), rest);
});

test('a text may link to what is made for the page', () => {
  for (const file of ['resume.json', 'resume.pdf'])
    assert.match(
      readHeader({ basics: { name: 'A', summary: `[b](${file})` } }, ['resume.pdf']),
      new RegExp(`<a href="/${file}">b</a>`),
    );
});

test('a text links no PDF that is not made', () => {
  const header = readHeader({ basics: { name: 'A', summary: '[b](resume.pdf)' } });
  assert.match(header, /<p>b<\/p>/);
  assert.doesNotMatch(header, /resume\.pdf/);
});
