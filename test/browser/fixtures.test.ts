import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import test, { after, before } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { bundleAssets } from '#build';
import { parseResume } from '#resume';
import { renderSite, type Site } from '#site';
import { listCases } from '../fixtures/list-cases.ts';
import { readSiteFile } from '../fixtures/read-page.ts';
import { renderResume } from '../fixtures/resumes.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser } from './open-browser.ts';

const origin = 'https://site.example';
const complaints: string[] = [];
let browser: Browser;
let page: Page;
let site: Site;
let assets: Awaited<ReturnType<typeof bundleAssets>>;

before(async () => {
  // Nothing here is clicked or moves; without a thread for its layers Chromium does the same with a quarter less.
  [browser, assets] = await Promise.all([openBrowser(['--disable-threaded-compositing']), bundleAssets()]);
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(request.url());
  });
  // The site's own files, with its own headers, without a server.
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    const file = site.files.find((each) => each.path === path);
    const { headers } = site;
    if (path === 'visitor') await route.fulfill({ headers, json: { count: 1 } });
    else if (file)
      await route.fulfill({ headers: { ...headers, 'content-type': file.type }, body: Buffer.from(file.body) });
    else await route.fulfill({ status: 404, headers });
  });
});

after(() => browser.close());

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
});

for (const { name, text, format } of listCases()) {
  const { resume, source } = parseResume(text, format);
  // One is another tool's file, which has no page.
  if (!resume) continue;

  test(`${name} is as good a page as the sample`, async (context) => {
    site = renderResume(resume, source, { ...assets, publicFiles: new Map() });
    complaints.length = 0;
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(origin, { waitUntil: 'load' });

    await context.test('on a screen', async () => {
      const { results } = await validator.validateString(readSiteFile(site, 'index.html'));
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
      );
      assert.deepEqual(await findViolations(page), []);
      assert.deepEqual(complaints, []);

      // It is as wide as the first already.
      for (const width of [1280, 1920, 768]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await page.evaluate(findHoles), [], `holes at ${width} pixels`);
      }
      await page.setViewportSize({ width: 390, height: 900 });
      const { width, tops } = await page.evaluate(() => {
        const parts = document.querySelectorAll('.summary, .contact, .main section, .aside section');
        return {
          width: document.documentElement.scrollWidth,
          tops: [...parts].map((part) => part.getBoundingClientRect().top),
        };
      });
      assert.equal(width, 390);
      assert.deepEqual(
        [...tops].sort((a, b) => a - b),
        tops,
      );
    });

    await context.test('on paper', async () => {
      await page.emulateMedia({ media: 'print' });
      const words = await page.evaluate(readWords);
      const pages = await readPdf(await page.pdf({ format: 'A4' }));

      for (const [index, { foot, filled }] of pages.entries()) {
        assert.ok(foot.replace(/\s/g, '').includes(`${index + 1}/${pages.length}`), foot);
        if (index < pages.length - 1) assert.ok(filled >= 0.7, `page ${index + 1} is filled to ${filled.toFixed(2)}`);
      }
      if (/[\p{sc=Arab}\p{sc=Hebr}]/u.test(words)) return;
      const [printed, written] = [squeeze(pages.map(({ text }) => text).join('')), squeeze(words)];
      const at = [...written].findIndex((_, index) => written[index] !== printed[index]);
      if (at >= 0)
        assert.equal(printed.slice(Math.max(at - 30, 0), at + 60), written.slice(Math.max(at - 30, 0), at + 60));
      assert.equal(printed.length, written.length);
    });
  });
}

test('the sample as two audiences see it is as good a page', async () => {
  const text = readFileSync('resume.yaml', 'utf8').replace(
    /^meta:\n/m,
    'meta:\n  site: {tags: [], versions: {lead: {label: Lead}, sailing: }}\n',
  );
  const tagged = text
    .replace('    position: Staff Platform Engineer\n', '$&    tags: [lead]\n')
    .replace('  - name: Sailing\n', '$&    tags: [sailing]\n');
  const { resume, source: data, versions = [] } = parseResume(tagged, 'yaml');
  if (!resume) throw new Error('The sample has an error.');
  const others = versions.map((version) => ({
    prefix: `for/${version.name}/`,
    resume: version.resume,
    data: version.source,
    audience: version.name,
  }));
  site = renderSite([{ prefix: '', resume, data }, ...others], { ...assets, publicFiles: new Map() });
  complaints.length = 0;
  for (const [path, shown] of [
    ['', [false, false]],
    ['for/lead/', [true, false]],
    ['for/sailing/', [false, true]],
  ] as const) {
    const { results } = await validator.validateString(readSiteFile(site, `${path}index.html`));
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)),
      [],
    );
    await page.goto(`${origin}/${path}`, { waitUntil: 'load' });
    assert.deepEqual(await findViolations(page), []);
    const words = await page.innerText('body');
    assert.deepEqual([words.includes('Staff Platform Engineer'), words.includes('Sailing')], shown);
    const links = await page
      .locator('a[href^="/for/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(
      links.filter((link) => !link?.startsWith(`/${path || '-'}`)),
      [],
    );
  }
  assert.deepEqual(complaints, []);
});

// White space and the marks of lists are not in the page's text; scripts for which a machine has no font are not in the PDF's,
// and those which join their letters or turn about are the extractor's own guess.
function squeeze(text: string): string {
  return text.replace(/-|[^\x21-\x7e\p{sc=Latin}]/gu, '');
}

/** Lists stretches of more than 120 pixels inside a column in which there is nothing. Runs in the page. */
function findHoles(): readonly string[] {
  const columns = [
    ['.summary', '.main'],
    ['.contact', '.aside'],
  ];
  return columns.flatMap((selectors) => {
    const rects: DOMRect[] = [];
    for (const part of document.querySelectorAll(selectors.join())) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNode(walker.currentNode);
        if (!walker.currentNode.parentElement?.closest('.hidden')) rects.push(...range.getClientRects());
      }
      for (const picture of part.querySelectorAll('img, svg')) rects.push(picture.getBoundingClientRect());
    }
    rects.sort((a, b) => a.top - b.top);
    let bottom = (document.querySelector('.sheet') as Element).getBoundingClientRect().top;
    return rects.flatMap((rect) => {
      const gap = rect.top - bottom;
      bottom = Math.max(bottom, rect.bottom);
      return gap > 120 ? [`${Math.round(gap)} pixels above ${Math.round(rect.top)} in ${selectors.join()}`] : [];
    });
  });
}

/** The words of the page as it is printed, in the order of the document. Runs in the page. */
function readWords(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement as Element;
    if (element.checkVisibility() && element.tagName !== 'SCRIPT') words.push(walker.currentNode.textContent ?? '');
  }
  return words.join('');
}

type Printed = { readonly foot: string; readonly text: string; readonly filled: number };

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

async function readPdf(bytes: Uint8Array): Promise<readonly Printed[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${pdfjs}/cmaps/`,
    standardFontDataUrl: `${pdfjs}/standard_fonts/`,
    verbosity: 0,
  });
  const document = await task.promise;
  const printed: Printed[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { items } = await sheet.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: item.transform[5] as number }] : []));
    // The foot stands in the margin, below all else.
    const margin = 42;
    const above = texts.filter(({ y, text }) => y >= margin && text.trim() !== '');
    const height = sheet.view[3] ?? 0;
    printed.push({
      foot: texts
        .filter(({ y }) => y < margin)
        .map(({ text }) => text)
        .join(''),
      text: above.map(({ text }) => text).join(' '),
      filled: (height - 34 - Math.min(...above.map(({ y }) => y))) / (height - 34 - margin),
    });
  }
  await task.destroy();
  return printed;
}
