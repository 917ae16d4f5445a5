import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import type { Keep, Made } from '../keep.ts';
import { readVersion } from '../read-version.ts';
import { loadSharp, type OpenPicture, readPicture } from './read-picture.ts';

/** The photo as the page shows it, cut square: paths of the site for screens with one and with two pixels for each of the page's. */
type Photo = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly avif: readonly string[];
  readonly jpeg: readonly string[];
  /** A JPEG for paper and the share card. */
  readonly print: Uint8Array;
};

export type PreparedPhoto = { readonly photo: Photo | undefined; readonly notes: readonly string[] };

/** As wide and high as the page shows it, in its pixels. */
const photoSize = 104;
const printSize = 600;
const maxBytes = 30_000_000;
// Twice the effort saves 130 bytes and takes 200 ms more.
const avif = { quality: 52, effort: 2 };
const jpeg = { quality: 76, mozjpeg: true };
const print = { quality: 88 };

/**
 * Makes a photo ready for the web: upright, square, small, and without anything that a camera notes, such as where its owner
 * lives. What cannot be a photo is none, and a note says why.
 */
export async function preparePhoto(name: string, bytes: Uint8Array, keep: Keep): Promise<PreparedPhoto> {
  if (bytes.length > maxBytes)
    return { photo: undefined, notes: [`${name} is not shown: it has more than 30 MB; make it smaller.`] };
  const recipe = JSON.stringify([photoSize, printSize, avif, jpeg, print, name, await readVersion('sharp')]);
  const parts = [recipe, bytes];
  let made = await keep.find('photo', parts);
  if (!made) {
    const loaded = await loadSharp();
    if (!loaded.sharp) return { photo: undefined, notes: [`${name} is not shown: ${loaded.why}.`] };
    made = await make(loaded.sharp, name, bytes);
    await keep.put('photo', parts, made);
  }
  const { files, notes } = made;
  const published = new Map([...files].filter(([path]) => path.startsWith('assets/')));
  const list = (ending: string) => [...published.keys()].filter((path) => path.endsWith(ending));
  const printed = files.get('print.jpg');
  if (!printed) return { photo: undefined, notes };
  return { photo: { files: published, avif: list('.avif'), jpeg: list('.jpg'), print: printed }, notes };
}

async function make(sharp: OpenPicture, name: string, bytes: Uint8Array): Promise<Made> {
  const found = await readPicture(sharp, bytes);
  if (!found.picture) return { files: new Map(), notes: [`${name} is not shown: ${found.why}.`] };
  const { picture, width, height } = found;
  const side = Math.max(1, Math.floor(Math.min(width, height)));
  try {
    const large = await cutSquare(sharp, picture, Math.min(printSize, side));
    const shown = [photoSize, 2 * photoSize].map((size) => large().resize(Math.min(size, side)));
    const bodies = await Promise.all([
      ...shown.map((square) => square.clone().avif(avif).toBuffer()),
      ...shown.map((square) => square.clone().jpeg(jpeg).toBuffer()),
      large().jpeg(print).toBuffer(),
    ]);
    const names = ['.avif', '.avif', '.jpg', '.jpg'].map((ending, index) => nameFile(bodies[index], ending));
    const files = new Map([...names, 'print.jpg'].map((path, index) => [path, bodies[index] ?? new Uint8Array()]));
    const small = explainSmall(name, width, height);
    return { files, notes: small === undefined ? [] : [small] };
  } catch {
    return { files: new Map(), notes: [`${name} is not shown: the file is damaged; save it again as JPEG or PNG.`] };
  }
}

// The corners of a picture that lets its background through are white, and what draws the eye stays in the square. All sizes
// come from one square: a camera's picture is large, and reading it takes long.
async function cutSquare(sharp: OpenPicture, picture: Sharp, size: number): Promise<() => Sharp> {
  const { data, info } = await picture
    .flatten({ background: '#fff' })
    .resize(size, size, { fit: 'cover', position: 'attention' })
    .toColorspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

function nameFile(body: Uint8Array | undefined, ending: string): string {
  const hash = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
    .slice(0, 12);
  return `assets/photo.${hash}${ending}`;
}

/** Says that a photo has too few pixels for screens of today; nothing where it has enough. */
export function explainSmall(name: string, width: number, height: number): string | undefined {
  const least = 2 * photoSize;
  if (Math.min(width, height) >= least) return undefined;
  return `${name} is ${width} × ${height} pixels, too small to look sharp; take one of at least ${least} × ${least}.`;
}
