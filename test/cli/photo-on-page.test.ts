import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';

const withPhoto = `${jane}  image: me.jpg\n`;

async function createPhoto(width: number, height: number): Promise<Buffer> {
  // Red on the left: where that is after the turn tells whether there was one.
  const left = { create: { width: width / 2, height, channels: 3, background: '#f00' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: await sharp(left).png().toBuffer(), left: 0, top: 0 }])
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

test('a photo on the page stands upright and tells nothing of its place; the one that came is not published', async (context) => {
  const photo = await createPhoto(600, 600);
  const cwd = await makeProject(context, { 'resume.yaml': withPhoto, 'public/me.jpg': photo });
  assert.equal((await runCli(['build'], { cwd })).code, 0);
  const site = join(cwd, 'dist/site');
  assert.ok(!(await readdir(site)).includes('me.jpg'));
  const sizes: string[] = [];
  for (const name of await readdir(join(site, 'assets'))) {
    if (!name.startsWith('photo.')) continue;
    const picture = sharp(await readFile(join(site, 'assets', name)));
    const { format, width, height, exif, orientation } = await picture.metadata();
    assert.deepEqual([exif, orientation], [undefined, undefined], name);
    sizes.push(`${format} ${width} × ${height}`);
    const { data } = await picture
      .extract({ left: 4, top: 4, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.ok((data[0] ?? 0) > 200 && (data[2] ?? 0) < 60, `${name} has its left side up`);
  }
  assert.deepEqual(sizes.sort(), ['heif 104 × 104', 'heif 208 × 208', 'jpeg 104 × 104', 'jpeg 208 × 208']);
});

const sentences: readonly (readonly [title: string, body: Buffer | string, sentence: RegExp, isShown: boolean])[] = [
  [
    'too small',
    await createPhoto(80, 60),
    /^me\.jpg is 60 × 80 pixels, too small to look sharp; take one of at least 208 × 208\.$/m,
    true,
  ],
  [
    'not a picture',
    'no picture',
    /^me\.jpg is not shown: it is not a picture that can be read; save it as JPEG or PNG\.$/m,
    false,
  ],
  [
    'damaged',
    (await createPhoto(600, 600)).subarray(0, 1500),
    /^me\.jpg is not shown: the file is damaged; save it again as JPEG or PNG\.$/m,
    false,
  ],
];

for (const [title, body, sentence, isShown] of sentences) {
  test(`a photo that is ${title} gets a sentence`, async (context) => {
    const cwd = await makeProject(context, { 'resume.yaml': withPhoto, 'public/me.jpg': body });
    const { code, stdout } = await runCli(['build'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, sentence);
    assert.equal(/<img/.test(await readFile(join(cwd, 'dist/site/index.html'), 'utf8')), isShown);
  });
}

test('a person’s own files take the place of what would be made', async (context) => {
  const own = ['resume.pdf', 'card.png', 'favicon.ico', 'apple-touch-icon.png'];
  const cwd = await makeProject(context, {
    'resume.yaml': jane,
    ...Object.fromEntries(own.map((name) => [`public/${name}`, 'mine'])),
  });
  assert.equal((await runCli(['build'], { cwd })).code, 0);
  for (const name of own) assert.equal(await readFile(join(cwd, 'dist/site', name), 'utf8'), 'mine', name);
  assert.match(await readFile(join(cwd, 'dist/site/index.html'), 'utf8'), /href="\/resume\.pdf"/);
});

test('meta.site.pdf: false leaves the PDF out', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': `${jane}meta: {site: {pdf: false}}\n` });
  assert.equal((await runCli(['build'], { cwd })).code, 0);
  assert.ok(!(await readdir(join(cwd, 'dist/site'))).includes('resume.pdf'));
  assert.doesNotMatch(await readFile(join(cwd, 'dist/site/index.html'), 'utf8'), /resume\.pdf/);
});
