import assert from 'node:assert/strict';
import test from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildProject, bundleAssets } from '#build';
import { readSiteFile } from './fixtures/read-page.ts';

// Ten segments of 1,460 bytes: what a server may send over a new TCP connection before it has to wait for an answer.
const firstFlightBytes = 14_600;

test('the sample with its stylesheet, icons, script and photo fits the first flight of a new connection', async () => {
  const build = await buildProject({ root: process.cwd() });
  assert.ok(build.kind === 'built');
  const stylesheet = build.site.files.find(({ path }) => path.startsWith('assets/style.'))?.path ?? '';
  const photos = build.site.files.filter(({ path }) => path.endsWith('.avif'));
  assert.equal(photos.length, 2);
  // A browser loads one of them.
  const photo = Math.max(...photos.map(({ body }) => body.length));
  const bytes = ['index.html', stylesheet]
    .map((path) => brotliCompressSync(readSiteFile(build.site, path)).length)
    .reduce((sum, length) => sum + length, photo);
  assert.ok(bytes <= firstFlightBytes, `${bytes} bytes`);
});

test('each script of the page weighs 500 bytes at most', async () => {
  const { scripts } = await bundleAssets();
  for (const [name, script] of Object.entries(scripts)) {
    const bytes = gzipSync(script).length;
    assert.ok(bytes <= 500, `${name}: ${bytes} bytes`);
  }
});
