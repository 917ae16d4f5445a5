import type { Metadata, Sharp, SharpInput, SharpOptions } from 'sharp';
import { explainAbsence } from '../explain-absence.ts';
import { findHome } from '../read-version.ts';

export type OpenPicture = (input?: SharpInput, options?: SharpOptions) => Sharp;

/** A picture that can be worked on, or why it cannot, as the end of a sentence about it. */
type Picture =
  | {
      readonly picture: Sharp;
      readonly width: number;
      readonly height: number;
      readonly format: string;
      readonly why?: undefined;
    }
  | { readonly picture?: undefined; readonly why: string };

const maxPixels = 100_000_000;
const knownFormats = ['jpeg', 'png', 'webp', 'avif', 'heif', 'gif', 'tiff', 'svg'];

/** Reads a picture, whatever its file is called; it stands upright, and its size is that of what one sees. */
export async function readPicture(sharp: OpenPicture, bytes: Uint8Array): Promise<Picture> {
  if (isHeic(bytes)) return { why: 'it is HEIC, which cameras write and browsers do not show; save it as JPEG' };
  const open = (density = 72) => sharp(bytes, { limitInputPixels: maxPixels, density });
  let found: Metadata;
  try {
    found = await open().metadata();
  } catch (error) {
    if (/pixel limit/.test(String(error)))
      return { why: `it has more than ${maxPixels / 1e6} million pixels; make it smaller` };
    return { why: 'it is not a picture that can be read; save it as JPEG or PNG' };
  }
  const { width, height } = found.autoOrient;
  if (!knownFormats.includes(found.format))
    return { why: `${found.format} is not a format for photos; save it as JPEG or PNG` };
  if (found.format !== 'svg') return { picture: open().autoOrient(), width, height, format: found.format };
  // A drawing is sharp at any size.
  const factor = Math.max(1, Math.min(30, 1024 / Math.min(width, height)));
  const picture = open(Math.round(72 * factor));
  return { picture, width: width * factor, height: height * factor, format: 'svg' };
}

// By the brands that the file names in its first box. Source: ISO/IEC 23008-12.
function isHeic(bytes: Uint8Array): boolean {
  const brands = Buffer.from(bytes.subarray(4, 64)).toString('latin1');
  return brands.startsWith('ftyp') && /he(ic|ix|im|is|vc|vx)/.test(brands) && !brands.includes('avif');
}

/** Loads what reads and writes pictures, or says why it cannot, as the end of a sentence. */
export async function loadSharp(): Promise<
  { readonly sharp: OpenPicture } | { readonly sharp?: undefined; readonly why: string }
> {
  try {
    return { sharp: (await import('sharp')).default };
  } catch (error) {
    const native = { what: 'sharp, which makes pictures ready for the web,', name: 'sharp', home: findHome('sharp') };
    return { why: await explainAbsence(native, error as Error) };
  }
}
