import type { Card, Press } from '#paper';
import { createIco } from './create-ico.ts';
import type { OpenPicture } from './read-picture.ts';

export const cardPath = 'card.png';
export const touchIconPath = 'apple-touch-icon.png';
export const icoPath = 'favicon.ico';

const tabSizes = [16, 32, 48];
const touchSize = 180;

/**
 * Draws the picture of a link and the site's icons. `ownIcon` is a picture of the person's own for a tab; the icons show
 * the initials without it.
 */
export async function drawPictures(
  {
    card,
    initials,
    ownIcon,
  }: { readonly card: Card; readonly initials: string; readonly ownIcon?: Uint8Array | undefined },
  press: Press,
  sharp: OpenPicture,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly missing: readonly string[] }> {
  const { svg, missing } = press.drawCard(card);
  // A box in the place of a letter is no initial.
  const known = [...initials].filter((character) => !missing.includes(character)).join('');
  const icon = ownIcon ?? Buffer.from(press.drawIcon({ accent: card.accent, initials: known }).svg);
  const resize = (size: number) =>
    sharp(icon, { density: 300 })
      .resize(size, size, { fit: 'contain', background: '#0000' })
      .png({ compressionLevel: 9 });
  const [drawn, touch, ...tabs] = await Promise.all([
    sharp(Buffer.from(svg)).resize(1200, 630).removeAlpha().png({ compressionLevel: 9 }).toBuffer(),
    // A phone's home screen shows what lets through as black.
    resize(touchSize).flatten({ background: '#fff' }).toBuffer(),
    ...tabSizes.map((size) => resize(size).toBuffer()),
  ]);
  const ico = createIco(tabs.map((png, index) => ({ png, size: tabSizes[index] ?? 0 })));
  const files = new Map([
    [cardPath, drawn],
    [touchIconPath, touch],
    [icoPath, ico],
  ]);
  return { files, missing };
}
