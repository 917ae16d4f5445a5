import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { devices } from 'playwright-core';
import { bundleAssets } from '#build';
import type { Resume } from '#resume';
import { readSiteFile } from '../fixtures/read-page.ts';
import { renderResume } from '../fixtures/resumes.ts';
import { shareBrowser } from './open-browser.ts';

const browser = await shareBrowser();
const [page, assets] = await Promise.all([
  browser.newPage({ ...devices['Pixel 7'], viewport: { width: 360, height: 800 } }),
  bundleAssets(),
]);
after(() => browser.close());

async function show(resume: Resume): Promise<void> {
  const site = renderResume(resume, {}, { ...assets, publicFiles: new Map() });
  await page.setContent(
    readSiteFile(site, 'index.html').replace(/<link rel="stylesheet".*?>/, `<style>${assets.css}</style>`),
  );
}

/** The pixels between one element and the next, for all that a selector names, in pairs. */
const measure = (selector: string) =>
  page.$$eval(selector, (all) =>
    all.slice(1).map((one, at) => {
      const above = (all[at] as Element).getBoundingClientRect();
      return Math.round(one.getBoundingClientRect().top - above.bottom);
    }),
  );

test('paragraphs and lists of a text are equally far apart', async () => {
  await show({ basics: { name: 'A', summary: 'B\n\n- C\n- D\n\nE\n\n1. F\n\nG\n\nH' } });
  assert.deepEqual(await measure('.summary .text > *'), [8, 8, 8, 8, 8]);
});

test('a list in a point has dashes of its own', async () => {
  await show({ basics: { name: 'A' }, work: [{ name: 'B', highlights: ['C\n\n- D\n- E'] }] });
  assert.match(await page.$eval('.points ul', (list) => getComputedStyle(list).listStyleType), /–/);
});

test('points of a word each stand side by side', async () => {
  await show({ basics: { name: 'A' }, work: [{ name: 'B', highlights: ['C', 'D', 'E', 'F', 'G', 'H'] }] });
  const tops = await page.$$eval('.points li', (all) => all.map((one) => one.getBoundingClientRect().top));
  assert.equal(new Set(tops).size, 1);
});

test('ways to reach a person do not touch, however many lines they have', async () => {
  await show({
    basics: {
      name: 'A',
      email: `${'long.'.repeat(12)}b@c.example`,
      url: `https://${'long-'.repeat(12)}d.example`,
    },
  });
  assert.ok((await measure('.links span')).every((gap) => gap >= 9));
});

test('what has no date stands apart from the year before it', async () => {
  const dated = Array.from({ length: 12 }, (_, at) => ({ name: `B${at}`, releaseDate: '2020' }));
  await show({ basics: { name: 'A' }, publications: [...dated, { name: 'C' }] });
  assert.deepEqual(await measure('.brief'), [20]);
});

test('two columns on paper end without padding, which could take them all to the next sheet', async () => {
  await show({ basics: { name: 'A' }, work: [{ name: 'B' }], skills: [{ name: 'C' }] });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.$eval('.aside', (aside) => getComputedStyle(aside).paddingBottom), '0px');
  // Nor does a foot in which nothing is shown.
  assert.equal(await page.$eval('footer', (foot) => foot.getBoundingClientRect().height), 0);
  await page.emulateMedia({ media: null });
});

test('a number that can be called is in one line', async () => {
  const [name, email] = ['A', 'some.body@with-a-long-address.example'];
  await show({ basics: { name }, references: [{ name, email, phone: '+44 20 7946 0000' }] });
  assert.equal(await page.$eval('.at [href^=tel]', (link) => link.getClientRects().length), 1);
});
