import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { type BrowserContextOptions, devices } from 'playwright-core';
import { shareBrowser } from './open-browser.ts';
import { type House, startHouse } from './start-house.ts';
import { line, listMessages, newContext, openAndSettle, openPage, readCount } from './visit-page.ts';

const browser = await shareBrowser();
let house: House;

before(async () => {
  house = await startHouse();
});

after(async () => {
  await browser.close();
  await house.stop();
});

/** A browser that does not say that it is driven, which would make it a bot. */
const person = { userAgent: devices['Desktop Chrome'].userAgent };

test('each visit adds one, and the page shows the total', async () => {
  const context = await newContext(browser, person);
  const first = await readCount(await openPage(context, house.url));
  const second = await readCount(await openPage(context, house.url));
  assert.equal(second, first + 1);
  await context.close();
});

test('loading the page again, or going back to it, shows the total and adds nothing', async () => {
  const context = await newContext(browser, person);
  const page = await openPage(context, house.url);
  const count = await readCount(page);
  await page.reload();
  assert.equal(await readCount(page), count);
  await page.goto(`${house.url}/resume.json`);
  await page.goBack();
  assert.equal(await readCount(page), count);
  await page.goForward();
  await page.goBack();
  assert.equal(await readCount(page), count);
  assert.equal(await readCount(await openPage(context, house.url)), count + 1);
  await context.close();
});

test('the page says who it came from by host, and an id that is new each time', async () => {
  const context = await newContext(browser, person);
  await context.route('https://elsewhere.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<a href="${house.url}/">Jane</a><meta name="referrer" content="unsafe-url">`,
    }),
  );
  const page = await context.newPage();
  const messages = listMessages(page);
  await page.goto('https://elsewhere.example/search?q=secret');
  await page.click('a');
  await readCount(page);
  await page.goto(`${house.url}/?a`);
  await readCount(page);
  await page.evaluate(() => location.assign('/?b'));
  await page.waitForURL('**/?b');
  await readCount(page);
  assert.deepEqual(
    messages.map(({ id, ...message }) => message),
    [{ r: 'elsewhere.example', again: false }, { again: false }, { r: '', again: false }],
  );
  const ids = messages.map(({ id }) => String(id));
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^[\w-]{8}$/);
  await context.close();
});

for (const loss of ['its connection', 'a fault'] as const) {
  test(`a visit whose first answer was lost to ${loss} is sent once more and counts once`, async () => {
    const context = await newContext(browser, person);
    const before = await readCount(await openPage(context, house.url));
    const page = await context.newPage();
    const messages = listMessages(page);
    let isFirst = true;
    // It is a route for the second too: where one goes meanwhile, a busy browser does not tell of all requests.
    await page.route('**/visitor', async (route) => {
      if (!isFirst) return route.continue();
      isFirst = false;
      const response = await route.fetch();
      assert.equal(response.status(), 200);
      await (loss === 'a fault' ? route.fulfill({ status: 502, json: { error: 'x' } }) : route.abort());
    });
    await page.goto(house.url);
    assert.equal(await readCount(page), before + 1);
    assert.equal(messages.length, 2);
    assert.deepEqual(messages[0], messages[1]);
    await context.close();
  });
}

test('a visit is sent twice at most', async () => {
  const context = await newContext(browser, person);
  const page = await context.newPage();
  const messages = listMessages(page);
  await page.route('**/visitor', (route) => route.abort());
  await openAndSettle(page, house.url, 2);
  assert.equal(messages.length, 2);
  assert.equal(await page.isVisible(line), false);
  await context.close();
});

const others: readonly (readonly [who: string, options: BrowserContextOptions, decision: string, adds: number])[] = [
  ['a browser that says that it is driven', {}, 'bot-agent', 0],
  ['a person who asks for privacy', { ...person, extraHTTPHeaders: { 'Sec-GPC': '1' } }, 'private', 1],
];
for (const [who, options, decision, adds] of others) {
  test(`${who} is answered ${decision} and adds ${adds}`, async () => {
    const personal = await newContext(browser, person);
    const before = await readCount(await openPage(personal, house.url));
    const context = await newContext(browser, options);
    const page = await context.newPage();
    const answer = page.waitForResponse('**/visitor');
    await page.goto(house.url);
    assert.equal(await (await answer).headerValue('x-visitor'), decision);
    assert.equal(await readCount(page), before + adds);
    await context.close();
    await personal.close();
  });
}

test('nothing is kept on the device of the visitor', async () => {
  const context = await newContext(browser);
  const page = await openPage(context, house.url);
  await readCount(page);
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await context.close();
});

test('a page that nobody sees yet does not count, until somebody does', async () => {
  const context = await newContext(browser);
  const page = await context.newPage();
  const visits: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') visits.push(request.url());
  });
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  });
  await openAndSettle(page, house.url, 0);
  assert.deepEqual(visits, []);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
    document.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await readCount(page);
  assert.deepEqual(visits, [`${house.url}/visitor`]);
  await context.close();
});

test('another page names itself, and writes the number in its own language', async () => {
  const bilingual = await startHouse('basics: {name: A}\n', { de: 'basics: {name: A}\n' });
  const context = await newContext(browser);
  await context.route('**/visitor', (route) => route.fulfill({ json: { count: 12345 } }));
  const page = await openPage(context, bilingual.url);
  assert.equal(await readCount(page), 12345);
  const messages = listMessages(page);
  await page.click('a[hreflang=de]');
  await page.waitForURL('**/de/');
  await page.waitForSelector(`${line}:not([hidden])`);
  assert.equal(await page.textContent(line), 'Besuche 12.345');
  assert.deepEqual(
    messages.map(({ id, ...message }) => message),
    [{ r: '', p: '/de/', again: false }],
  );
  await context.close();
  await bilingual.stop();
});

for (const [what, answer] of [
  ['answers with a fault', { status: 500, json: { error: 'x' } }],
  ['answers with a fault that looks like a total', { status: 503, json: { count: 7 } }],
  ['answers with something else', { status: 200, body: '<html>' }],
] as const) {
  test(`the line stays hidden when the API ${what}`, async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.route('**/visitor', (route) => route.fulfill(answer));
    await openAndSettle(page, house.url, 2);
    assert.equal(await page.isVisible(line), false);
    assert.deepEqual(failures, []);
    await context.close();
  });
}

test('without JavaScript the page is whole and the line is not there', async () => {
  const context = await newContext(browser, { javaScriptEnabled: false });
  const page = await openPage(context, house.url);
  assert.equal(await page.isVisible('h1'), true);
  assert.equal(await page.isVisible('#certificates'), true);
  assert.equal(await page.isVisible(line), false);
  await context.close();
});

test('the counter "local" counts the visits of one browser, without an API', async () => {
  const local = await startHouse('basics: {name: A}\nmeta: {site: {counter: local}}\n');
  await local.stopApi();
  const context = await newContext(browser);
  const counts = [];
  for (let visit = 1; visit <= 3; visit += 1) counts.push(await readCount(await openPage(context, local.url)));
  const other = await newContext(browser);
  const page = await openPage(other, local.url);
  counts.push(await readCount(page));
  await page.reload();
  counts.push(await readCount(page));
  await page.goto(`${local.url}/resume.json`);
  await page.goBack();
  counts.push(await readCount(page));
  assert.deepEqual(counts, [1, 2, 3, 1, 1, 1]);
  await context.close();
  await other.close();
  await local.stop();
});

test('the counter "off" has no line and asks nothing', async () => {
  const off = await startHouse('basics: {name: A}\nmeta: {site: {counter: off}}\n');
  const context = await newContext(browser);
  const page = await context.newPage();
  page.on('request', (request) => assert.equal(request.method(), 'GET'));
  await openAndSettle(page, off.url, 0);
  assert.equal(await page.locator(line).count(), 0);
  await context.close();
  await off.stop();
});

test('when the API is away, the page is whole and the line is hidden', async () => {
  await house.stopApi();
  const context = await newContext(browser);
  const page = await context.newPage();
  const answer = page.waitForResponse('**/visitor');
  await page.goto(house.url);
  assert.ok((await answer).status() >= 500);
  assert.equal(await page.isVisible('h1'), true);
  assert.equal(await page.isVisible(line), false);
  await context.close();
});
