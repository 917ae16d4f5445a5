import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { type House, startHouse } from './start-house.ts';

let browser: Browser;
let house: House;

before(async () => {
  [browser, house] = await Promise.all([openBrowser(), startHouse()]);
});

after(async () => {
  await browser.close();
  await house.stop();
});

const line = '#visits';

async function openPage(context: BrowserContext, url = house.url): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The number that the page shows, once it shows one. */
async function readCount(page: Page): Promise<number> {
  await page.waitForSelector(`${line}:not([hidden])`);
  return Number((await page.textContent(`${line} b`))?.replaceAll(',', ''));
}

test('each visit adds one, and the page shows the total', async () => {
  const context = await browser.newContext();
  const first = await readCount(await openPage(context));
  const second = await readCount(await openPage(context));
  assert.equal(second, first + 1);
  await context.close();
});

test('nothing is kept on the device of the visitor', async () => {
  const context = await browser.newContext();
  const page = await openPage(context);
  await readCount(page);
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await context.close();
});

test('a page that nobody sees yet does not count, until somebody does', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const visits: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') visits.push(request.url());
  });
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  });
  await page.goto(house.url, { waitUntil: 'networkidle' });
  assert.deepEqual(visits, []);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await readCount(page);
  assert.deepEqual(visits, [`${house.url}/visitor`]);
  await context.close();
});

test('the number is written in the language of the page', async () => {
  const german = await startHouse('basics: {name: A}\nmeta: {language: de}\n');
  const context = await browser.newContext();
  await context.route('**/visitor', (route) => route.fulfill({ json: { count: 12345 } }));
  const page = await openPage(context, german.url);
  await page.waitForSelector(`${line}:not([hidden])`);
  assert.equal(await page.textContent(line), 'Besuche 12.345');
  await context.close();
  await german.stop();
});

for (const [what, answer] of [
  ['answers with a fault', { status: 500, json: { error: 'x' } }],
  ['answers with a fault that looks like a total', { status: 503, json: { count: 7 } }],
  ['answers with something else', { status: 200, body: '<html>' }],
] as const) {
  test(`the line stays hidden when the API ${what}`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.route('**/visitor', (route) => route.fulfill(answer));
    await page.goto(house.url, { waitUntil: 'networkidle' });
    assert.equal(await page.isVisible(line), false);
    assert.deepEqual(failures, []);
    await context.close();
  });
}

test('without JavaScript the page is whole and the line is not there', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await openPage(context);
  assert.equal(await page.isVisible('h1'), true);
  assert.equal(await page.isVisible('#certificates'), true);
  assert.equal(await page.isVisible(line), false);
  await context.close();
});

test('the counter "local" counts the visits of one browser, without an API', async () => {
  const local = await startHouse('basics: {name: A}\nmeta: {site: {counter: local}}\n');
  await local.stopApi();
  const context = await browser.newContext();
  const counts = [];
  for (let visit = 1; visit <= 3; visit += 1) counts.push(await readCount(await openPage(context, local.url)));
  const other = await browser.newContext();
  counts.push(await readCount(await openPage(other, local.url)));
  assert.deepEqual(counts, [1, 2, 3, 1]);
  await context.close();
  await other.close();
  await local.stop();
});

test('the counter "off" has no line and asks nothing', async () => {
  const off = await startHouse('basics: {name: A}\nmeta: {site: {counter: off}}\n');
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => assert.equal(request.method(), 'GET'));
  await page.goto(off.url, { waitUntil: 'networkidle' });
  assert.equal(await page.locator(line).count(), 0);
  await context.close();
  await off.stop();
});

test('when the API is away, the page is whole and the line is hidden', async () => {
  await house.stopApi();
  const context = await browser.newContext();
  const page = await context.newPage();
  const answer = page.waitForResponse('**/visitor');
  await page.goto(house.url);
  assert.ok((await answer).status() >= 500);
  assert.equal(await page.isVisible('h1'), true);
  assert.equal(await page.isVisible(line), false);
  await context.close();
});
