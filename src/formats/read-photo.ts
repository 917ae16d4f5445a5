import type { Part } from './part.ts';

/** A picture that is written out in the file would make the résumé larger than one may be. */
export const maxPicture = 300_000;

const fileStarts: readonly (readonly [start: string, type: string])[] = [
  ['iVBOR', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
];

/** Takes a picture in Base64 as an address that begins with `data:`; what is none stays for others to list. */
export function takePhoto(part: Part): string | undefined {
  const text = part.peek().replaceAll(/\s/g, '');
  // Europass packs the address itself once more.
  const unpacked = text.startsWith('ZGF0YTppbWFnZ') ? decode(text) : text;
  const type = fileStarts.find(([start]) => unpacked.startsWith(start))?.[1];
  const address = type === undefined ? unpacked : `data:${type};base64,${unpacked}`;
  if (!/^data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=]+$/.test(address) || address.length > maxPicture)
    return undefined;
  part.text();
  return address;
}

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return base64;
  }
}
