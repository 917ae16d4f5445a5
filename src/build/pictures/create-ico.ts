type IconSize = { readonly size: number; readonly png: Uint8Array };

/** Packs PNGs into one favicon.ico. Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10). */
export function createIco(icons: readonly IconSize[]): Uint8Array {
  const head = Buffer.alloc(6 + 16 * icons.length);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(icons.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of icons.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size, entry);
    head.writeUInt8(size, entry + 1);
    head.writeUInt16LE(1, entry + 4); // planes
    head.writeUInt16LE(32, entry + 6); // bits of a pixel
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...icons.map(({ png }) => png)]);
}
