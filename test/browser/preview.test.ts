import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { startEdge } from '#preview';
import { makeProject } from '../cli/make-project.ts';
import { createSite } from '../local/create-site.ts';
import { startPreview } from '../local/start-preview.ts';
import { findViolations } from './find-violations.ts';
import { shareBrowser } from './open-browser.ts';

const browser = await shareBrowser();
test.after(() => browser.close());

const name = (text: string) => `basics:\n  name: ${text}\n`;
const nameless = `basics:\n  label: <b>nobody</b>\n  email: ${'x'.repeat(90)}@\n`;

test('an open page follows the résumé, shows its mistakes and comes back when they are fixed', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': nameless });
  const preview = await startPreview(context, { cwd: root });
  const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
  const save = (text: string) => writeFile(join(root, 'resume.yaml'), text);

  // Where there never was a good site, the mistakes are the page.
  const answer = await page.goto(preview.url);
  assert.equal(answer?.status(), 503);
  assert.match((await page.textContent('main')) ?? '', /resume\.yaml:1:1/);
  assert.deepEqual(await findViolations(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);

  await save(name('Joan'));
  await page.waitForSelector('h1:text("Joan")');

  await save(nameless);
  await page.waitForSelector('[role=alert] section');
  assert.match((await page.textContent('[role=alert] section')) ?? '', /resume\.yaml:1:1/);
  assert.equal(await page.textContent('h1'), 'Joan');
  assert.deepEqual(await findViolations(page), []);

  await save(name('June'));
  await page.waitForSelector('h1:text("June")');
  assert.equal(await page.locator('[role=alert]').count(), 0);
});

test('notes are a closed line above the page, which opens, stays open and goes', async (context) => {
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site: createSite('One.'), reload: true });
  context.after(edge.stop);
  const notes = {
    title: '1 note on resume.yaml',
    items: [{ place: 'resume.yaml:3:10', message: `<b>"at"</b> is shown as ${'w'.repeat(100)}ritten.` }],
  };
  edge.showSite(createSite('One.'), { notes });
  const page = await browser.newPage({ viewport: { width: 390, height: 600 } });
  await page.goto(edge.url);
  const line = page.locator('[role=complementary] summary');
  const item = page.locator('[role=complementary] li');
  const isBelow = () =>
    page.evaluate(() => {
      const { bottom } = document.querySelector('[role=complementary]')?.getBoundingClientRect() ?? { bottom: 0 };
      return bottom > 20 && bottom <= (document.querySelector('p')?.getBoundingClientRect().top ?? 0);
    });
  await line.waitFor();
  assert.equal(await line.textContent(), notes.title);
  assert.equal(await item.isVisible(), false);
  assert.ok(await isBelow());

  await line.click();
  assert.equal(await item.textContent(), `resume.yaml:3:10 ${notes.items[0]?.message}`);
  assert.equal(await item.isVisible(), true);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  assert.ok(await isBelow());

  edge.showSite(createSite('Two.'), { notes });
  await page.locator('p:text("Two.")').first().waitFor();
  await item.waitFor();
  edge.showSite(createSite('Two.'));
  await line.waitFor({ state: 'detached' });
});
