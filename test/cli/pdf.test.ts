import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import test from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readByPdfjs } from '../paper/read-pdf.ts';
import { jane, makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

async function describePdf(path: string) {
  const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const [, , width, height] = (await document.getPage(1)).view;
  const outline = await document.getOutline();
  const { Title, Author, Language } = info as Record<string, string>;
  await task.destroy();
  return { Title, Author, Language, size: `${Math.round(width ?? 0)} × ${Math.round(height ?? 0)}`, outline };
}

test('pdf writes one with title, author, language and outline, on the paper of the country', async (context) => {
  const resume = `${jane}  label: Ingenieurin\n  location: {countryCode: CA}\nskills: [{name: Go}]\nmeta: {language: de}\n`;
  const cwd = await makeProject(context, { 'resume.yaml': resume });
  const ran = await spawnCli(['pdf'], { cwd });
  assert.match(ran.stdout, /^Wrote resume\.pdf: Letter, \d+ KB\.\n$/, ran.stderr);
  const { outline, ...found } = await describePdf(join(cwd, 'resume.pdf'));
  assert.deepEqual(found, { Title: 'Jane Doe – Ingenieurin', Author: 'Jane Doe', Language: 'de', size: '612 × 792' });
  assert.deepEqual(
    outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    [['Jane Doe', ['Kenntnisse']]],
  );

  assert.equal((await runCli(['pdf', '--paper', 'a4', '--out', 'new/cv.pdf'], { cwd })).code, 0);
  assert.equal((await describePdf(join(cwd, 'new/cv.pdf'))).size, '595 × 842');
});

test('pdf names the characters that no font has, and the package that has them', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': 'basics:\n  name: Kadmos 𐤀𐤁\n' });
  const { code, stdout } = await runCli(['pdf'], { cwd });
  assert.equal(code, 0);
  assert.match(
    stdout,
    /2 characters are in no font, so the PDF shows boxes for 𐤀 𐤁\. Put a font that has them into fonts\//,
  );
});

test('pdf replaces no file that is not one', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const { code, stderr } = await runCli(['pdf', '--out', 'resume.yaml'], { cwd });
  assert.deepEqual([code, stderr], [2, 'resume.yaml is there and is not a PDF. Name another file with --out.\n']);
  assert.equal(await readFile(join(cwd, 'resume.yaml'), 'utf8'), jane);
});

test('pdf shows the mistakes that are in its way', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': 'basics: {}\n' });
  const { code, stderr } = await runCli(['pdf'], { cwd });
  assert.equal(code, 1);
  assert.match(stderr, /name/);
});

test('the PDF of a language is in that language, and has privacy and paper of the main one', async (context) => {
  const cwd = await makeProject(context, {
    'resume.yaml': `${jane}  phone: +49 761 5550199\nmeta: {site: {private: [basics.phone], paper: letter}}\n`,
    'resume.de.yaml': `${jane}  phone: +49 761 5550199\nskills: [{name: Go}]\n`,
  });
  const { code, stdout } = await runCli(['pdf', '--resume', 'resume.de.yaml'], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /^Wrote resume\.pdf: Letter/);
  const text = (await readByPdfjs(await readFile(join(cwd, 'resume.pdf')))).join();
  assert.match(text, /Kenntnisse/);
  assert.doesNotMatch(text, /5550199/);
});

test('pdf --private writes a file of its own with what is private, and says for whom it is', async (context) => {
  const resume = `${jane}  phone: +49 761 5550199\nmeta: {site: {private: [basics.phone]}}\n`;
  const cwd = await makeProject(context, { 'resume.yaml': resume });
  const ran = await runCli(['pdf', '--private'], { cwd });
  assert.match(ran.stdout, /^Wrote resume\.private\.pdf: A4, \d+ KB\.\n$/);
  assert.match(
    ran.stderr,
    /^This file has what meta\.site\.private keeps out of everything else\. .* publish it nowhere\.\n$/,
  );
  assert.equal((await runCli(['pdf'], { cwd })).stderr, '');
  const [whole, open] = await Promise.all(
    ['resume.private.pdf', 'resume.pdf'].map(async (name) =>
      (await readByPdfjs(await readFile(join(cwd, name)))).join(),
    ),
  );
  assert.deepEqual([whole?.includes('5550199'), open?.includes('5550199')], [true, false]);
});

for (const [out, why] of [
  ['dist/site/cv.pdf', 'in the folder of a build'],
  ['dist/cv.pdf', 'beside what a build writes'],
  ['public/cv.pdf', 'among the files that are published'],
  ['way/cv.pdf', 'where a link leads to them'],
  ['../PROJECT/public/new/cv.pdf', 'on another way there'],
  ['other/site/cv.pdf', 'in the folder of a build with another name'],
] as const) {
  test(`pdf --private writes nothing ${why}`, async (context) => {
    const cwd = await makeProject(context, {
      'resume.yaml': `${jane}meta: {site: {private: [basics.phone]}}\n`,
      'public/a.txt': '',
      'other/manifest.json': JSON.stringify({ version: 1, files: [], lambda: { sha256: '' } }),
    });
    await symlink(join(cwd, 'public'), join(cwd, 'way'));
    const named = out.replace('PROJECT', basename(cwd));
    const { code, stderr } = await runCli(['pdf', '--private', '--out', named], { cwd });
    const remedy = 'Name a file outside of dist/ and public/ with --out.';
    assert.deepEqual([code, stderr], [2, `${named} would be published, but this PDF is private. ${remedy}\n`]);
    await assert.rejects(stat(join(cwd, named)));
  });
}

test('pdf of another language keeps private what the main one does, whatever the files are called', async (context) => {
  const main = `${jane}  phone: +49 761 5550199\nmeta: {site: {private: [basics.phone]}}\n`;
  const cwd = await makeProject(context, { 'cv.yaml': main, 'cv.de.yaml': `${jane}  phone: +49 761 5550111\n` });
  assert.equal((await runCli(['pdf', '--resume', 'cv.de.yaml'], { cwd })).code, 0);
  assert.doesNotMatch((await readByPdfjs(await readFile(join(cwd, 'resume.pdf')))).join(), /5550111/);
});

test('what is too long for a PDF is a page without one, and says so', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': `${jane}  summary: ${'1 '.repeat(60_000)}\n` });
  const sentence = `There is no PDF: the résumé comes to 121 KB of text, a short one counted as 25 letters, and a PDF has room for 100 KB. Shorten it, or put a PDF of your own into public/resume.pdf.`;
  const built = await spawnCli(['build'], { cwd });
  assert.deepEqual([built.code, built.stdout.includes(`${sentence}\n`)], [0, true], built.stdout);
  assert.doesNotMatch(await readFile(join(cwd, 'dist/site/index.html'), 'utf8'), /resume\.pdf/);
  await assert.rejects(stat(join(cwd, 'dist/site/resume.pdf')));

  const { code, stderr } = await runCli(['pdf'], { cwd });
  assert.deepEqual([code, stderr], [3, `${sentence}\n`]);
});

test('pdf waits for no pipe in the place of its file', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  execFileSync('mkfifo', [join(cwd, 'resume.pdf')]);
  const { code, stderr } = await runCli(['pdf'], { cwd });
  assert.deepEqual([code, stderr], [2, 'resume.pdf is there and is not a PDF. Name another file with --out.\n']);
});
