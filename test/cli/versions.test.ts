import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { readManifest } from '#build';
import { readByPdfjs } from '../paper/read-pdf.ts';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

const resume = `basics:
  name: Jane Doe
  label: Engineer
  summary: For everybody.
work:
  - { name: Led Works, position: Head, tags: [lead] }
  - { name: Open Works, position: Engineer }
skills:
  - { name: Budgets, tags: [lead] }
  - { name: Go }
projects:
  - { name: Garage, tags: [startup] }
meta:
  site:
    url: https://jane.example
    tags: []
    versions:
      management: { tags: [lead], label: Engineering manager, summary: For managers., order: [skills] }
      startup:
`;
const german = `basics: { name: Jane Doe, label: Ingenieurin }
work:
  - { name: Led Works, position: Leiterin, tags: [lead] }
  - { name: Open Works, position: Ingenieurin }
meta: { site: { versions: { lead: { label: Teamleiterin } } } }
`;

test('each version has a page, a PDF, a picture and data of its own, to which nothing of the site leads', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': resume, 'resume.de.yaml': german });
  const built = await runCli(['build'], { cwd });
  assert.match(
    built.stdout,
    /^Found by their address alone: \/for\/management\/, \/for\/startup\/, and \/de\/for\/lead\/\.$/m,
  );
  const manifest = readManifest(await readFile(join(cwd, 'dist/manifest.json'), 'utf8'));
  const paths = manifest?.files.map(({ path }) => path) ?? [];
  for (const prefix of ['', 'de/', 'for/management/', 'for/startup/', 'de/for/lead/']) {
    const own = ['index.html', 'resume.pdf', 'card.png', 'resume.json'].map((name) => prefix + name);
    assert.deepEqual(
      own.filter((path) => !paths.includes(path)),
      [],
    );
  }
  const read = (path: string) => readFile(join(cwd, 'dist/site', path), 'utf8');
  const page = await read('for/management/index.html');
  assert.match(page, /<meta name="robots" content="noindex">/);
  assert.match(page, /<link rel="canonical" href="https:\/\/jane\.example\/for\/management\/">/);
  assert.match(page, /Engineering manager[\s\S]*For managers\.[\s\S]*Budgets[\s\S]*Led Works[\s\S]*Open Works/);
  assert.doesNotMatch(page, /For everybody|Garage|hreflang|href="\/"/);
  assert.match(await read('de/for/lead/index.html'), /Teamleiterin[\s\S]*Leiterin/);

  // No page, no list and no data of the others says that there is a version, or what is in it alone.
  for (const path of [
    'index.html',
    'de/index.html',
    '404.html',
    'sitemap.xml',
    'robots.txt',
    'resume.json',
    'de/resume.json',
  ]) {
    assert.doesNotMatch(
      await read(path),
      /for\/|manage|startup|Led Works|Leiterin|Budgets|Garage|"tags":|"versions":/i,
      path,
    );
  }
  assert.doesNotMatch(await read('for/startup/resume.json'), /manage|Led Works|Budgets|tags|versions/i);

  const words = async (path: string) => (await readByPdfjs(await readFile(join(cwd, 'dist/site', path)))).join(' ');
  assert.match(await words('for/management/resume.pdf'), /Engineering manager[\s\S]*Led Works/);
  assert.doesNotMatch(await words('resume.pdf'), /manager|Led Works|Budgets|Garage/);
  assert.match(await words('for/startup/resume.pdf'), /Garage/);

  assert.match((await runCli(['build'], { cwd })).stdout, /nothing changed/);
});

test('a version whose name is taken in public/ is refused, and so is one that could not be an address', async (context) => {
  const versions = 'meta: {site: {versions: {lead: {tags: [x]}, "Team Lead": }}}\nskills: [{name: Go, tags: [x]}]\n';
  const cwd = await makeProject(context, { 'resume.yaml': jane + versions, 'public/for': 'a file' });
  const refused = await runCli(['build'], { cwd });
  assert.deepEqual(
    [refused.code, refused.stderr],
    [1, 'public/for is a file, and resume.yaml needs this name for its folder. Rename the file, such as to for.txt.\n'],
  );
  await assert.rejects(stat(join(cwd, 'dist')));
  const other = await makeProject(context, { 'resume.yaml': jane + versions });
  const { stdout } = await runCli(['check'], { cwd: other });
  assert.match(
    stdout,
    /"Team Lead" cannot be the end of an address, .* write team-lead, and until then this version is not made\./,
  );
});
