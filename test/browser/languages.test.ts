import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { readElements, readSiteFile } from '../fixtures/read-page.ts';
import { findViolations } from './find-violations.ts';
import { shareBrowser } from './open-browser.ts';
import { type House, startHouse } from './start-house.ts';

const prefixes = ['', 'ar/', 'de/'];
const origin = 'https://lindqvist.example';
const browser = await shareBrowser();
let house: House;
let page: Page;

before(async () => {
  const sample = readFileSync('resume.yaml', 'utf8').replace(/^ {2}language: en$/m, `$&\n  site: {url: "${origin}"}`);
  const others = {
    de: readFileSync(new URL('../fixtures/languages/resume.de.yaml', import.meta.url), 'utf8'),
    ar: readFileSync(new URL('../fixtures/people/arabic-designer.yaml', import.meta.url), 'utf8'),
  };
  house = await startHouse(sample, others);
  page = await browser.newPage({ hasTouch: true });
});

after(async () => {
  await browser.close();
  await house.stop();
});

for (const prefix of prefixes) {
  test(`/${prefix} is a page by the book`, async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
    });
    const { results } = await validator.validateString(readSiteFile(house.site, `${prefix}index.html`));
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      [],
    );
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing wrong with /${prefix} in ${colorScheme}`, async () => {
      await page.emulateMedia({ media: null, colorScheme });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${house.url}/${prefix}`);
      assert.deepEqual(await findViolations(page), []);
    });
  }

  test(`on a phone the languages of /${prefix} have room for fingers and stay on the sheet`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${house.url}/${prefix}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const sizes = await page.$$eval('.languages a', (links) =>
      links.map((link) => link.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
    );
    assert.equal(sizes.length, 3);
    assert.ok(
      sizes.every((size) => size >= 44),
      `${sizes}`,
    );
  });

  test(`paper has no way from /${prefix} to other languages`, async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${house.url}/${prefix}`);
    assert.equal(await page.locator('.languages').isVisible(), false);
    await page.emulateMedia({ media: null });
  });

  test(`/${prefix} has a PDF and a picture of its own`, () => {
    for (const name of ['resume.pdf', 'card.png'])
      assert.ok(
        house.site.files.some(({ path, body }) => path === `${prefix}${name}` && body.length > 1000),
        name,
      );
  });
}

test('whatever page names another as its translation is named by that one', () => {
  const named = prefixes.map((prefix) => {
    const links = readElements(readSiteFile(house.site, `${prefix}index.html`)).filter(({ tag }) => tag === 'link');
    const canonical = links.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
    const alternates = links.flatMap(({ attributes: { hreflang, href } }) => (hreflang ? [`${hreflang} ${href}`] : []));
    return { canonical, alternates };
  });
  const expected = [`en ${origin}/`, `ar ${origin}/ar/`, `de ${origin}/de/`, `x-default ${origin}/`];
  assert.deepEqual(
    named,
    prefixes.map((prefix) => ({ canonical: `${origin}/${prefix}`, alternates: expected })),
  );
});

test('one gets from any language to any other and back, by keyboard too', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(house.url);
  await page.click('text=Deutsch');
  assert.equal(page.url(), `${house.url}/de/`);
  assert.equal(await page.getAttribute('html', 'lang'), 'de');
  assert.equal(await page.textContent('[aria-current=page]'), 'Deutsch');
  assert.equal(await page.getAttribute('.languages', 'aria-label'), 'Sprache');
  // The first stop is the way past it all, the second the first language.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${house.url}/`);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
});

test('a folder without its slash is another address, where the way home is shown', async () => {
  const response = await page.goto(`${house.url}/de`);
  assert.equal(response?.status(), 404);
  assert.equal(await page.getAttribute('main a', 'href'), '/');
});
