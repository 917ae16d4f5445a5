import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import { jane, makeProject } from './make-project.ts';
import { runCli, spawnCli } from './run-cli.ts';

// As a phone notes it: the picture lies on its side, and where it was taken.
const phone = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a52' } })
  .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();

test('photo brings a picture into public/, upright and without its place, and names it in the résumé', async (context) => {
  assert.equal((await sharp(phone).metadata()).orientation, 6);
  const cwd = await makeProject(context, { 'resume.yaml': `# mine\n${jane}  label: X # yes\n`, 'IMG_1.JPG': phone });
  const ran = await spawnCli(['photo', 'IMG_1.JPG'], { cwd });
  assert.deepEqual(ran, {
    code: 0,
    stdout:
      'Wrote public/photo.jpg, 40 × 60 pixels, and its name into resume.yaml.\n' +
      'photo.jpg is 40 × 60 pixels, too small to look sharp; take one of at least 208 × 208.\n',
    stderr: '',
  });
  assert.equal(
    await readFile(join(cwd, 'resume.yaml'), 'utf8'),
    '# mine\nbasics:\n  name: Jane Doe\n  image: photo.jpg\n  label: X # yes\n',
  );
  const { exif, orientation, width, height } = await sharp(join(cwd, 'public/photo.jpg')).metadata();
  assert.deepEqual(
    { exif, orientation, width, height },
    { exif: undefined, orientation: undefined, width: 40, height: 60 },
  );
});

test('photo leaves a picture alone that the résumé does not name', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'me.jpg': phone, 'public/photo.jpg': 'of others' });
  assert.match((await runCli(['photo', 'me.jpg'], { cwd })).stdout, /^Wrote public\/photo-2\.jpg/);
  assert.equal(await readFile(join(cwd, 'public/photo.jpg'), 'utf8'), 'of others');
});

const refused: readonly (readonly [title: string, argument: string, sentence: RegExp])[] = [
  [
    'a text',
    'resume.yaml',
    /resume\.yaml cannot be the photo: it is not a picture that can be read; save it as JPEG or PNG/,
  ],
  ['no file', 'none.jpg', /There is no file none\.jpg/],
  ['a drawing', 'a.svg', /it is a drawing \(svg\); save it as PNG/],
  ['an address of this machine', 'https://localhost/a.jpg', /private network/],
];

test('photo changes nothing for what cannot be the photo', async (context) => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';
  const cwd = await makeProject(context, { 'resume.yaml': jane, 'a.svg': drawing });
  for (const [title, argument, sentence] of refused) {
    const { code, stderr } = await runCli(['photo', argument], { cwd });
    assert.equal(code, 2, title);
    assert.match(stderr, sentence);
  }
  assert.equal(await readFile(join(cwd, 'resume.yaml'), 'utf8'), jane);
  assert.ok(!existsSync(join(cwd, 'public')));
});

const elsewhere: readonly (readonly [title: string, make: (cwd: string, outside: string) => unknown, says: RegExp])[] =
  [
    [
      'a public that is a link out of the project',
      (cwd, outside) => symlink(outside, join(cwd, 'public')),
      /^public\/ is a link that leaves/,
    ],
    [
      'a public that is a link to a file',
      (cwd) => symlink('resume.yaml', join(cwd, 'public')),
      /^public\/ is not a folder/,
    ],
    ['a public that is a file', (cwd) => writeFile(join(cwd, 'public'), ''), /^public\/ is not a folder/],
    [
      'a public that leads nowhere',
      (cwd, outside) => symlink(join(outside, 'new'), join(cwd, 'public')),
      /^public\/ is a link that leads nowhere/,
    ],
  ];

for (const [title, make, says] of elsewhere) {
  test(`photo refuses ${title}`, async (context) => {
    const cwd = await makeProject(context, { 'resume.yaml': jane, 'me.jpg': phone });
    const outside = await makeProject(context, {});
    await make(cwd, outside);
    const { code, stderr } = await runCli(['photo', 'me.jpg'], { cwd });
    assert.equal(code, 1);
    assert.match(stderr, says);
    assert.deepEqual(await readdir(outside), []);
    assert.equal(await readFile(join(cwd, 'resume.yaml'), 'utf8'), jane);
  });
}

test('photo follows no link that stands where the picture would', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': `${jane}  image: photo.jpg\n`, 'me.jpg': phone });
  const outside = await makeProject(context, { kept: 'kept' });
  await mkdir(join(cwd, 'public'));
  for (const target of ['new', 'kept']) {
    await symlink(join(outside, target), join(cwd, 'public/photo.jpg'));
    assert.match((await runCli(['photo', 'me.jpg'], { cwd })).stdout, /^Wrote public\/photo-2\.jpg/);
    await rm(join(cwd, 'public/photo.jpg'));
  }
  assert.deepEqual(await readdir(outside), ['kept']);
  assert.equal(await readFile(join(outside, 'kept'), 'utf8'), 'kept');
});
