import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeProject } from '../cli/make-project.ts';
import { startPreview } from '../cli/start-preview.ts';
import { findViolations } from './find-violations.ts';
import { openBrowser } from './open-browser.ts';

const name = (text: string) => `basics:\n  name: ${text}\n`;

test('an open page follows the résumé, shows its mistakes and comes back when they are mended', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': name('Jane') });
  const preview = await startPreview(context, { cwd: root });
  const browser = await openBrowser();
  context.after(() => browser.close());
  const page = await browser.newPage();
  const save = (text: string) => writeFile(join(root, 'resume.yaml'), text);
  await page.goto(preview.url);
  assert.equal(await page.textContent('h1'), 'Jane');

  await save(name('Joan'));
  await page.waitForSelector('h1:text("Joan")');

  await save(`${name('June')}  emial: june@mail.example\n`);
  await page.waitForSelector('[role=alert] section');
  const overlay = await page.textContent('[role=alert] section');
  assert.match(overlay ?? '', /resume\.yaml:3:3/);
  assert.match(overlay ?? '', /did you mean "email"/);
  assert.equal(await page.textContent('h1'), 'Joan');
  assert.deepEqual(await findViolations(page), []);

  await save(name('June'));
  await page.waitForSelector('h1:text("June")');
  assert.equal(await page.locator('[role=alert]').count(), 0);
});

test('where there never was a good site, the mistakes are the page, which goes when they are mended', async (context) => {
  const root = await makeProject(context, { 'resume.yaml': 'basics:\n  label: <b>nobody</b>\n' });
  const preview = await startPreview(context, { cwd: root });
  const browser = await openBrowser();
  context.after(() => browser.close());
  const page = await browser.newPage();
  const answer = await page.goto(preview.url);
  assert.equal(answer?.status(), 503);
  assert.match((await page.textContent('main')) ?? '', /resume\.yaml:1:1/);
  assert.deepEqual(await findViolations(page), []);

  await writeFile(join(root, 'resume.yaml'), name('Jane'));
  await page.waitForSelector('h1:text("Jane")');
});
