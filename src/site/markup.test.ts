import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { readElements, readSiteFile } from '../../test/fixtures/read-page.ts';
import { completeResume, listLeaves, renderResume, siteAssets } from '../../test/fixtures/resumes.ts';

// Rendered by each test anew, so that `npm run mutate` sees which tests come by a line.
const renderComplete = () => renderResume(completeResume, completeResume, siteAssets);
const pageOf = (resume: Resume) => readSiteFile(renderResume(resume, resume, siteAssets), 'index.html');
const readComplete = () => readElements(readSiteFile(renderComplete(), 'index.html'));
const find = (tag: string, attribute = '', value?: string) =>
  readComplete().filter(
    (element) =>
      element.tag === tag &&
      (attribute === '' || attribute in element.attributes) &&
      (value === undefined || element.attributes[attribute] === value),
  );

test('the page has the cells of the specification, one column after the other', () => {
  const html = readSiteFile(renderComplete(), 'index.html');
  const marks = [
    '<h1>',
    'class="text"',
    'class="links"',
    'id="work"',
    'id="education"',
    'id="skills"',
    'id="certificates"',
  ];
  const places = [...marks, '<footer>'].map((mark) => html.indexOf(mark));
  assert.ok(!places.includes(-1), places.join());
  assert.deepEqual(
    [...places].sort((a, b) => a - b),
    places,
  );
});

test('sections of the person’s own have their key as heading, or a label', () => {
  const sections = [
    { key: 'conference_talks', entries: [{ title: 'B', details: [{ label: 'slideCount', value: '12' }] }] },
    { key: 'visits', entries: [{ summary: 'C' }] },
  ];
  const html = pageOf({ basics: { name: 'A' }, sections, meta: { site: { labels: { visits: 'Stays' } } } });
  assert.match(html, /<h2 id="conference-talks">Conference talks<\/h2>/);
  assert.match(html, /Slide count: 12/);
  assert.match(html, /<h2 id="visits-2">Stays<\/h2>/);
});

test('from twelve entries on a list has its years for headings', () => {
  const publications = Array.from({ length: 12 }, (_, index) => ({
    name: `P${index}`,
    releaseDate: `${2010 + (index % 3)}`,
  }));
  const years = (html: string) => [...html.matchAll(/class="year"><time[^>]*>(\d+)/g)].map((match) => match[1]);
  assert.deepEqual(years(pageOf({ basics: { name: 'A' }, publications })), ['2012', '2011', '2010']);
  assert.deepEqual(years(pageOf({ basics: { name: 'A' }, publications: publications.slice(1) })), []);
});

test('a language without labels gets English ones that say so', () => {
  const html = pageOf({
    basics: { name: 'A', email: 'a@b.example' },
    work: [{ name: 'B', startDate: '2020' }],
    meta: { language: 'xx' },
  });
  assert.match(html, /<html lang="xx"/);
  assert.match(html, /<h2 id="work" lang="en">Experience<\/h2>/);
  assert.match(html, /<span lang="en">Present<\/span>/);
});

test('numbers and addresses read from left to right in a page that does not', () => {
  const basics = {
    name: 'A',
    phone: '+98 912 000 0000',
    email: 'a@b.example',
    profiles: [{ network: 'X', username: '@ida' }],
  };
  const html = pageOf({ basics, meta: { language: 'ar' } });
  assert.match(html, /<a href="tel:\+989120000000">.*?<bdi dir="ltr">\+98 912 000 0000<\/bdi>/);
  assert.match(html, /<bdi dir="ltr">a<wbr>@b\.example<\/bdi>/);
  assert.match(html, /<b>X<\/b> <bdi dir="ltr">@ida<\/bdi>/);
  assert.doesNotMatch(pageOf({ basics }), /<bdi/);
});

test('a name in Latin letters keeps its signs at its end in a page from right to left', () => {
  const resume = {
    basics: { name: 'A. B.', label: 'C++', summary: 'لغة C#' },
    work: [
      { name: '.NET', url: 'https://a.example' },
      { position: 'مهندس', name: 'D.', location: 'E.' },
    ],
    references: [{ name: 'F.', reference: 'عظيم' }],
    skills: [{ name: 'C++' }, { name: 'Go' }, { name: 'لغة C++' }],
    languages: [{ language: 'C#', fluency: 'F' }],
  };
  const html = pageOf({ ...resume, meta: { language: 'ar' } });
  for (const shown of [
    '<h1><bdi dir="ltr">A. B.</bdi></h1><p class="label"><bdi dir="ltr">C++</bdi></p>',
    '<p class="at"><bdi dir="ltr">D.</bdi> · <bdi dir="ltr">E.</bdi></p>',
    '<figcaption><bdi dir="ltr">F.</bdi></figcaption>',
    '<h3><bdi dir="ltr"><a href="https://a.example">.NET</a></bdi></h3>',
    '<li><bdi dir="ltr">C++</bdi></li><li>Go</li><li>لغة C++</li>',
    '<b><bdi dir="ltr">C#</bdi></b>',
    '<div class="text"><p>لغة <bdi dir="ltr">C#</bdi></p></div>',
  ])
    assert.ok(html.includes(shown), shown);
  assert.doesNotMatch(pageOf(resume), /<bdi/);
});

test('an address too long for its line ends it before its @, or after a slash', () => {
  const html = pageOf({ basics: { name: 'A', email: 'a@b.example', url: 'https://c.example/d/e' } });
  assert.match(html, /<span>a<wbr>@b\.example<\/span>/);
  assert.match(html, /<span>c\.example\/<wbr>d\/<wbr>e<\/span>/);
});

test('a long piece of an address also ends its line before a dot or after an underscore', () => {
  const profiles = [{ network: 'X', username: 'first_and_last_of_all_names' }];
  const basics = { name: 'A', email: `a.b@${'c'.repeat(20)}.mail.example`, profiles };
  const html = pageOf({ basics, projects: [{ url: 'https://d.example/e' }] });
  assert.match(html, /<span>a\.b<wbr>@c+<wbr>\.mail<wbr>\.example<\/span>/);
  assert.match(html, /first_<wbr>and_<wbr>last_<wbr>of_<wbr>all_<wbr>names/);
  assert.match(html, /<h3><a href="https:\/\/d.example\/e">d.example\/<wbr>e<\/a><\/h3>/);
});

test('a long name, or one with a long word, is smaller', () => {
  const isSmaller = (name: string) => pageOf({ basics: { name } }).includes('<h1 class="long">');
  const names = ['Ada Lovelace', 'Ada of '.repeat(6), `Ada ${'x'.repeat(16)}`, `Ada ${'x'.repeat(15)}-Lovelace`];
  assert.deepEqual(names.map(isSmaller), [false, true, true, false]);
});

test('headings are in order, with one h1', () => {
  const levels = readComplete().flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  levels.forEach((level, index) => {
    assert.ok(level <= (levels[index - 1] ?? 0) + 1, `h${level} follows h${levels[index - 1]}`);
  });
});

test('roles in a row at one employer share its heading', () => {
  assert.equal(find('h3').filter(({ text }) => text === 'Grouped Works').length, 1);
  assert.deepEqual(
    find('h4').map(({ text }) => text),
    ['Second Position', 'First Position'],
  );
});

test('roles at one employer with another between them are not grouped', () => {
  const html = pageOf({ basics: { name: 'A' }, work: [{ name: 'X' }, { name: 'Y' }, { name: 'X' }] });
  assert.equal(html.match(/<h3>X<\/h3>/g)?.length, 2);
});

test('dates are in <time> elements that machines can read', () => {
  const dates = find('time').map(({ attributes }) => attributes.datetime);
  for (const { path, value } of listLeaves(completeResume)) {
    if (/Date$|\.date$/.test(path)) assert.ok(dates.includes(value), path);
  }
});

test('language and direction come from the data', () => {
  assert.match(pageOf({ basics: { name: 'A' }, meta: { language: 'ar' } }), /<html lang="ar" dir="rtl">/);
  assert.match(pageOf({ basics: { name: 'A' } }), /<html lang="en" dir="ltr">/);
});
