import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { preparePhoto } from './prepare-photo.ts';

const noKeep = { find: async () => undefined, put: async () => {} };
const green = { r: 51, g: 170, b: 119 };
const create = (width: number, height: number, background: object = green) =>
  sharp({ create: { width, height, channels: 4, background }, limitInputPixels: false }).removeAlpha();
const drawing = (size: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="9" height="9" fill="#3a7"/></svg>`);
const frames = Buffer.concat([green, { r: 0, g: 0, b: 0 }].map(({ r, g, b }) => fill([r, g, b], 300 * 300)));

function glass(alpha: number) {
  return sharp({ create: { width: 300, height: 300, channels: 4, background: { ...green, alpha } } });
}

function fill(pixel: readonly number[], count: number): Buffer {
  return Buffer.alloc(count * pixel.length, Uint8Array.from(pixel));
}

const moving = sharp(frames, { raw: { width: 300, height: 600, channels: 3, pageHeight: 300 } });

const pictures: readonly (readonly [what: string, bytes: Promise<Buffer> | Buffer])[] = [
  ['a JPEG', create(600, 500).jpeg().toBuffer()],
  ['a JPEG for printing (CMYK)', create(600, 500).toColorspace('cmyk').jpeg().toBuffer()],
  ['a PNG of 16 bits', create(600, 500).toColorspace('rgb16').png().toBuffer()],
  ['a WebP', create(600, 500).webp().toBuffer()],
  ['an AVIF', create(600, 500).avif({ effort: 0 }).toBuffer()],
  ['a TIFF', create(600, 500).tiff().toBuffer()],
  ['a drawing', drawing('width="9" height="9"')],
  ['a drawing without a size', drawing('viewBox="0 0 9 9"')],
  ['the first of several pictures', moving.clone().gif().toBuffer()],
  ['a WebP that moves', moving.clone().webp({ lossless: true }).toBuffer()],
  [
    'a PNG with a palette that lets its background through',
    glass(0.999).png({ palette: true, colours: 16 }).toBuffer(),
  ],
  [
    'a PNG with something behind its end',
    create(600, 500)
      .png()
      .toBuffer()
      .then((png) => Buffer.concat([png, png])),
  ],
];

for (const [what, bytes] of pictures) {
  test(`a photo may be ${what}`, async () => {
    const { photo, notes } = await preparePhoto('me', await bytes, noKeep);
    assert.deepEqual(notes, []);
    assert.deepEqual([photo?.avif.length, photo?.jpeg.length], [2, 2]);
    for (const body of [...(photo?.files.values() ?? []), photo?.print]) {
      const { data, info } = await sharp(body).raw().toBuffer({ resolveWithObject: true });
      const [r = 0, g = 0, b = 0] = data.subarray(Math.floor(data.length / 6) * 3);
      const off = Math.max(Math.abs(r - green.r), Math.abs(g - green.g), Math.abs(b - green.b));
      assert.deepEqual([info.channels, info.width === info.height, off < 12], [3, true, true], `${[r, g, b]}`);
    }
  });
}

const heic = (brands: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brands}`), Buffer.alloc(99)]);

const sentences: readonly (readonly [what: string, bytes: Promise<Buffer> | Buffer, why: string])[] = [
  ['HEIC', heic('heic\0\0\0\0mif1heic'), 'it is HEIC, which cameras write and browsers do not show; save it as JPEG'],
  [
    'HEIC by its second brand',
    heic('mif1\0\0\0\0heic'),
    'it is HEIC, which cameras write and browsers do not show; save it as JPEG',
  ],
  ['empty', Buffer.alloc(0), 'it is not a picture that can be read; save it as JPEG or PNG'],
  ['a page', Buffer.from('<html>'), 'it is not a picture that can be read; save it as JPEG or PNG'],
  [
    'of 120 million pixels',
    create(20_000, 6000).png().toBuffer(),
    'it has more than 100 million pixels; make it smaller',
  ],
  ['torn off', torn(create(600, 500).jpeg()), 'the file is damaged; save it again as JPEG or PNG'],
  [
    'a text of the person',
    Buffer.from('This is me.\n'.repeat(99)),
    'it is not a picture that can be read; save it as JPEG or PNG',
  ],
  [
    'a drawing of a square mile',
    drawing('width="999999" height="999999"'),
    'it has more than 100 million pixels; make it smaller',
  ],
  ['of 31 MB', Buffer.alloc(31_000_000), 'it has more than 30 MB; make it smaller'],
];

async function torn(picture: { toBuffer(): Promise<Buffer> }): Promise<Buffer> {
  const bytes = await picture.toBuffer();
  return bytes.subarray(0, bytes.length / 2);
}

for (const [what, bytes, why] of sentences) {
  test(`a photo that is ${what} is not shown, and a sentence says why`, async () => {
    assert.deepEqual(await preparePhoto('me.jpg', await bytes, noKeep), {
      photo: undefined,
      notes: [`me.jpg is not shown: ${why}.`],
    });
  });
}

for (const [width, height] of [
  [1, 1],
  [5000, 40],
  [3, 4000],
] as const) {
  test(`a photo of ${width} × ${height} pixels is shown, and a sentence says that it is too small`, async () => {
    const { photo, notes } = await preparePhoto('me.png', await create(width, height).png().toBuffer(), noKeep);
    const { width: shown } = await sharp(photo?.print).metadata();
    const small = `me.png is ${width} × ${height} pixels, too small to look sharp; take one of at least 208 × 208.`;
    assert.deepEqual([shown, notes], [Math.min(width, height), [small]]);
  });
}

test('what shines through is white', async () => {
  const { photo } = await preparePhoto('me', await glass(0).png().toBuffer(), noKeep);
  assert.deepEqual([...(await sharp(photo?.print).raw().toBuffer()).subarray(0, 3)], [255, 255, 255]);
});

// Where a camera's notes say how it was held, the corner that is dark in the file is elsewhere in the picture. Source: CIPA DC-008.
const corners = [
  '',
  'top left',
  'top right',
  'bottom right',
  'bottom left',
  'top left',
  'top right',
  'bottom right',
  'bottom left',
];

for (let orientation = 1; orientation <= 8; orientation++) {
  test(`a photo that was taken with orientation ${orientation} stands upright, and its place is gone`, async () => {
    const corner = { input: await create(150, 150, { r: 0, g: 0, b: 0 }).png().toBuffer(), left: 0, top: 0 };
    const bytes = await create(300, 300)
      .composite([corner])
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
      .withMetadata({ orientation })
      .jpeg()
      .toBuffer();
    const { photo } = await preparePhoto('me', bytes, noKeep);
    for (const body of [...(photo?.files.values() ?? []), photo?.print]) {
      const { exif, orientation: left, width: side = 0 } = await sharp(body).metadata();
      assert.deepEqual([exif, left], [undefined, undefined]);
      const { data, info } = await sharp(body).raw().toBuffer({ resolveWithObject: true });
      const isDark = (x: number, y: number) => (data[(y * side + x) * info.channels + 1] ?? 255) < 60;
      const [near, far] = [Math.floor(side / 5), Math.floor((side * 4) / 5)];
      const found = [
        isDark(near, near) && 'top left',
        isDark(far, near) && 'top right',
        isDark(far, far) && 'bottom right',
        isDark(near, far) && 'bottom left',
      ].filter(Boolean);
      assert.deepEqual(found, [corners[orientation]]);
    }
  });
}

test('a drawing shows nothing of other files', async () => {
  const path = new URL('../../../public/photo.jpg', import.meta.url).pathname;
  const image = `<image href="${path}" width="9" height="9"/><image href="file://${path}" width="9" height="9"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${image}</svg>`;
  const { photo } = await preparePhoto('me.svg', Buffer.from(svg), noKeep);
  const { channels } = await sharp(photo?.print).stats();
  assert.deepEqual(
    channels.map(({ min, max }) => [min, max]),
    [
      [255, 255],
      [255, 255],
      [255, 255],
    ],
  );
});

// Names have a hash of the bytes in them; the icons and the picture of a link have not.
const program = `
  import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { createOutline } from '#site';
  import { planPictures } from './src/build/pictures/plan-pictures.ts';
  import { preparePhoto } from './src/build/pictures/prepare-photo.ts';
  const noKeep = { find: async () => undefined, put: async () => {} };
  const { photo } = await preparePhoto('photo.jpg', readFileSync('public/photo.jpg'), noKeep);
  const resume = { basics: { name: 'Ada Lovelace', label: 'Analyst' } };
  const { outline } = createOutline(resume, new Map());
  const plan = await planPictures({ root: '.', resume, outline, photo: photo.print, ownIcon: undefined });
  for (const [path, body] of [...photo.files, ['print', photo.print], ...(await plan.make()).files])
    console.log(path, createHash('sha256').update(body).digest('hex'));`;

test('photo, card and icons have the same bytes in another process, time zone and language', async () => {
  const make = async (env: Readonly<Record<string, string>>) =>
    (
      await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
        env: { ...process.env, ...env },
      })
    ).stdout
      .trim()
      .split('\n');
  const [here, there] = await Promise.all([make({}), make({ TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8' })]);
  assert.equal(here.length, 8);
  assert.deepEqual(there, here);
});
