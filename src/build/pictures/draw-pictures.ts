import type { Sharp } from 'sharp';
import type { Card, Press } from '#paper';
import { createIco } from './create-ico.ts';
import { type OpenPicture, readPicture } from './read-picture.ts';

export const cardPath = 'card.png';
export const touchIconPath = 'apple-touch-icon.png';
export const icoPath = 'favicon.ico';

const tabSizes = [16, 32, 48];
const touchSize = 180;

type Drawn = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Letters that no font has. */
  readonly missing: readonly string[];
  /** Why the icons show the initials and not the person's own picture, as the end of a sentence. */
  readonly why: string | undefined;
};

/**
 * Draws the picture of a link and the site's icons. `ownIcon` is a picture of the person's own for a tab; the icons show
 * the initials without it, and where it cannot be read.
 */
export async function drawPictures(
  {
    card,
    initials,
    ownIcon,
  }: { readonly card: Card; readonly initials: string; readonly ownIcon?: Uint8Array | undefined },
  press: Press,
  sharp: OpenPicture,
): Promise<Drawn> {
  const { svg, missing } = press.drawCard(card);
  // A box in the place of a letter is no initial.
  const known = [...initials].filter((character) => !missing.includes(character)).join('');
  const letters = sharp(Buffer.from(press.drawIcon({ accent: card.accent, initials: known }).svg), { density: 300 });
  const own = ownIcon && (await readPicture(sharp, ownIcon));
  const drawn = await sharp(Buffer.from(svg)).resize(1200, 630).removeAlpha().png({ compressionLevel: 9 }).toBuffer();
  let why = own?.why;
  const icons =
    (own?.picture &&
      (await drawIcons(own.picture).catch(() => {
        why = 'the file is damaged; save it again';
      }))) ??
    (await drawIcons(letters));
  const files = new Map([[cardPath, drawn], ...icons]);
  return { files, missing, why };
}

async function drawIcons(icon: Sharp): Promise<readonly (readonly [string, Uint8Array])[]> {
  const resize = (size: number) =>
    icon.clone().resize(size, size, { fit: 'contain', background: '#0000' }).png({ compressionLevel: 9 });
  const [touch, ...tabs] = await Promise.all([
    // A phone's home screen shows what lets through as black.
    resize(touchSize).flatten({ background: '#fff' }).toBuffer(),
    ...tabSizes.map((size) => resize(size).toBuffer()),
  ]);
  const ico = createIco(tabs.map((png, index) => ({ png, size: tabSizes[index] ?? 0 })));
  return [
    [touchIconPath, touch],
    [icoPath, ico],
  ];
}
