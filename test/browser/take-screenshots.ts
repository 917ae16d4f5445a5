// Takes the README's pictures of the sample, with the machine's own fonts: npm run screenshots.
import { mkdir } from 'node:fs/promises';
import type { BrowserContextOptions } from 'playwright-core';
import { makeStatsPage } from '#build';
import { simulateReport } from '#stats';
import { openBrowser } from './open-browser.ts';
import { startHouse } from './start-house.ts';

const folder = 'docs/images';
const pictures: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1200, height: 1350 } },
  dark: { viewport: { width: 1200, height: 1350 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 1140 } },
};

await mkdir(folder, { recursive: true });
const [browser, house] = await Promise.all([openBrowser(), startHouse()]);
for (const [name, options] of Object.entries(pictures)) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(house.url);
  await page.waitForSelector('#visits:not([hidden])');
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
  await context.close();
}

const now = new Date('2026-11-24T18:00:00Z');
const numbers = await browser.newPage({ viewport: { width: 1200, height: 1350 } });
await numbers.setContent(await makeStatsPage(simulateReport({ name: 'nobody', days: 30, now })));
await numbers.screenshot({ path: `${folder}/stats.png` });
console.log(`${folder}/stats.png`);
await browser.close();
await house.stop();
