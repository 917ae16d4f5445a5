import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { UserError } from '#cli';
import { startPress } from '#paper';
import { readSiteFile } from '../../test/fixtures/read-page.ts';
import { buildProject } from './build-project.ts';

test('a style.css beside the résumé has the last word in the stylesheet, and is an ordinary file', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-style-'));
  try {
    await writeFile(join(root, 'resume.yaml'), 'basics: {name: Ida Probe}\n');
    await writeFile(join(root, 'style.css'), 'h1 { color: rebeccapurple }\n');
    const build = await buildProject({ root });
    assert.ok(build.kind === 'built');
    const { path = '' } = build.site.files.find((file) => file.path.startsWith('assets/style.')) ?? {};
    assert.match(readSiteFile(build.site, path), /\nh1 \{ color: rebeccapurple \}\n$/);

    await rm(join(root, 'style.css'));
    await symlink('/etc/hostname', join(root, 'style.css'));
    await assert.rejects(buildProject({ root }), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^style\.css is a link that leaves the project/);
      return true;
    });
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a link to the page of another language leads there, and one to a language without a file is said', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-link-'));
  try {
    const links = 'url: /de/, profiles: [{network: Blog, url: /fr/}]';
    await writeFile(join(root, 'resume.yaml'), `basics: {name: Ida Probe, ${links}}\n`);
    await writeFile(join(root, 'resume.de.yaml'), `basics: {name: Ida Probe, ${links}}\n`);
    const build = await buildProject({ root });
    assert.ok(build.kind === 'built');
    const page = readSiteFile(build.site, 'index.html');
    assert.match(page, /<a href="\/de\/"[^>]* rel="me"/);
    assert.doesNotMatch(page, /href="\/fr\/"/);
    assert.deepEqual(
      build.resumes[0]?.problems.map(({ path, message }) => [path, message.split(';')[0]]),
      [['basics.profiles[0].url', 'There is no file "fr/index.html" in public/']],
    );
  } finally {
    await rm(root, { recursive: true });
  }
});

test('languages with one photo cut it once', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-photo-'));
  try {
    await mkdir(join(root, 'public'));
    await copyFile('public/photo.jpg', join(root, 'public/me.jpg'));
    const resume = 'basics: {name: Ida Probe, image: me.jpg}\nmeta: {site: {pdf: false}}\n';
    await writeFile(join(root, 'resume.yaml'), resume);
    await writeFile(join(root, 'resume.de.yaml'), resume);
    const build = await buildProject({ root });
    assert.ok(build.kind === 'built');
    const [shown, ...others] = ['index.html', 'de/index.html'].map(
      (path) => readSiteFile(build.site, path).match(/assets\/photo\.\w+\.jpg/)?.[0],
    );
    assert.ok(shown);
    assert.deepEqual(others, [shown]);
    const kept = await Promise.all(['', 'de'].map((prefix) => readdir(join(root, '.local/made', prefix))));
    assert.deepEqual(
      kept.map((names) => names.includes('photo.json')),
      [true, false],
    );
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a press in a thread makes the same site, of every language', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-press-'));
  const press = startPress();
  try {
    await writeFile(join(root, 'resume.yaml'), 'basics: {name: Ida Probe}\n');
    await writeFile(join(root, 'resume.de.yaml'), 'basics: {name: Ida Probe, label: Prüferin}\n');
    const there = await buildProject({ root }, { press });
    await rm(join(root, '.local'), { recursive: true });
    // What came from a thread is no Buffer.
    assert.deepEqual(structuredClone(there), structuredClone(await buildProject({ root })));
    assert.ok(there.kind === 'built' && there.site.files.some(({ path }) => path === 'de/resume.pdf'));
  } finally {
    await press.stop();
    await rm(root, { recursive: true });
  }
});

test('the résumé itself is not in public/, as a copy or by a link, where it keeps anything private', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cloud-resume-copy-'));
  try {
    await mkdir(join(root, 'public'));
    const resume = 'basics: {name: Ida Probe, phone: "+49 30 1"}\nmeta: {site: {pdf: false';
    await writeFile(join(root, 'resume.yaml'), `${resume}, private: [basics.phone]}}\n`);
    await symlink('../resume.yaml', join(root, 'public/me.txt'));
    await assert.rejects(buildProject({ root }), {
      name: 'UserError',
      message: /^public\/me\.txt is resume\.yaml itself, with what meta\.site\.private names in it\. Take it away/,
    });
    await writeFile(join(root, 'resume.yaml'), `${resume}}}\n`);
    assert.equal((await buildProject({ root })).kind, 'built');
  } finally {
    await rm(root, { recursive: true });
  }
});

test('nothing is kept where .local leads out of the project', async () => {
  const place = await mkdtemp(join(tmpdir(), 'cloud-resume-local-'));
  try {
    const root = join(place, 'project');
    await mkdir(root);
    await mkdir(join(place, 'elsewhere'));
    await symlink('../elsewhere', join(root, '.local'));
    await writeFile(join(root, 'resume.yaml'), 'basics: {name: Ida Probe}\nmeta: {site: {pdf: false}}\n');
    assert.equal((await buildProject({ root })).kind, 'built');
    assert.deepEqual(await readdir(join(place, 'elsewhere')), []);
  } finally {
    await rm(place, { recursive: true });
  }
});
