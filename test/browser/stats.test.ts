import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, devices, type Page } from 'playwright-core';
import { makeStatsPage } from '#build';
import { simulateReport } from '#stats';
import { findViolations } from './find-violations.ts';
import { shareBrowser } from './open-browser.ts';

const now = new Date('2026-11-24T09:40:00Z');
const spans = [30, 90, 400];
const browser = await shareBrowser();
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stats-'));
  for (const days of spans) {
    const page = await makeStatsPage(simulateReport({ name: 'nobody', days, now }));
    await writeFile(join(folder, `${days}.html`), page);
  }
});

after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>, days = 30) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  const { href } = pathToFileURL(join(folder, `${days}.html`));
  await page.goto(href);
  await use(page);
  assert.deepEqual(complaints, [], 'the policy stops nothing that the page needs');
  assert.deepEqual(asked, [href], 'the page asks for nothing more');
  await context.close();
}

const phone = { ...devices['Pixel 7'], viewport: { width: 320, height: 640 } };
const tablet = { viewport: { width: 700, height: 900 } };
const desktop = { viewport: { width: 1280, height: 900 } };

const looks: readonly [what: string, options: BrowserContextOptions, media?: 'print'][] = [
  ['in light', { ...desktop, colorScheme: 'light' }],
  ['in dark', { ...desktop, colorScheme: 'dark' }],
  ['in print', desktop, 'print'],
  ['on a tablet', tablet],
  ['on a phone', { ...phone, colorScheme: 'light' }],
  ['on a phone in dark', { ...phone, colorScheme: 'dark' }],
];
for (const [what, options, media] of looks) {
  test(`axe finds nothing wrong with the numbers ${what}, with the tables open too`, async () => {
    await withPage(options, async (page) => {
      if (media) await page.emulateMedia({ media });
      assert.deepEqual(await findViolations(page), []);
      await page.evaluate(() => {
        for (const table of document.querySelectorAll('details')) table.open = true;
      });
      assert.deepEqual(await findViolations(page), []);
    });
  });
}

for (const [what, options, shown] of [
  ['a desktop', desktop, ['wide', 'side']],
  ['a tablet', tablet, ['wide', 'full']],
  ['a phone', phone, ['narrow', 'full']],
] as const) {
  for (const days of spans) {
    test(`${what} shows each drawing of ${days} days once, legibly, and never scrolls sideways`, async () => {
      await withPage(
        options,
        async (page) => {
          const visible = await page.evaluate(() =>
            [...document.querySelectorAll('.drawing')]
              .filter((drawing) => drawing.checkVisibility())
              .map((drawing) => drawing.className.replace('drawing ', '')),
          );
          assert.deepEqual(visible, [...Array(3).fill(shown[0]), ...Array(4).fill(shown[1])]);
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          assert.equal(scrollWidth, clientWidth);
          await assertLegible(page);
        },
        days,
      );
    });
  }
}

/** No label of a drawing is smaller than 10 pixels, and none lies over another. */
async function assertLegible(page: Page): Promise<void> {
  const labels = await page.evaluate(() =>
    [...document.querySelectorAll('svg text')]
      .filter((text) => text.checkVisibility())
      .map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { text: text.textContent, left, right, top, bottom };
      }),
  );
  assert.ok(labels.length > 20);
  for (const [at, one] of labels.entries()) {
    assert.ok(one.bottom - one.top >= 10, `${one.text}: ${one.bottom - one.top}`);
    const over = labels
      .slice(at + 1)
      .find(
        (other) =>
          one.left < other.right - 1 &&
          other.left < one.right - 1 &&
          one.top < other.bottom - 3 &&
          other.top < one.bottom - 3,
      );
    assert.equal(over, undefined, `${one.text} and ${over?.text}`);
  }
}

for (const format of ['A4', 'Letter']) {
  test(`a month fits on one page of ${format}, in light, without the tables that are closed`, async () => {
    await withPage({ ...desktop, colorScheme: 'dark' }, async (page) => {
      const pdf = (await page.pdf({ format })).toString('latin1');
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.isVisible('summary'), false);
      const [paper, ink] = await page.evaluate(() => {
        const sheet = getComputedStyle(document.querySelector('.sheet') as Element);
        return [sheet.backgroundColor, sheet.color];
      });
      assert.deepEqual([paper, ink], ['rgb(255, 255, 255)', 'rgb(31, 39, 37)']);
    });
  });
}
