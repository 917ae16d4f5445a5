/** A font's file, and the family by which templates ask for it. */
export type Font = { readonly family: string; readonly bytes: Uint8Array };

/**
 * Reads the name of a font's family from a TrueType or OpenType file; nothing where it is none of them. Source: the `name`
 * table, https://learn.microsoft.com/typography/opentype/spec/name.
 */
export function readFamily(bytes: Uint8Array): string | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // A collection of fonts says where its first one is.
    const start = view.getUint32(0) === 0x74746366 ? view.getUint32(12) : 0;
    const table = findTable(view, start, 'name');
    return table === undefined ? undefined : readName(view, table);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // it ends too early
    throw error;
  }
}

function findTable(view: DataView, start: number, tag: string): number | undefined {
  const isFont = [0x00010000, 0x4f54544f, 0x74727565].includes(view.getUint32(start));
  const count = isFont ? view.getUint16(start + 4) : 0;
  for (let record = start + 12; record < start + 12 + count * 16; record += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    if (name === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

// 16 is the family with all its weights, 1 the one that old programs see. Windows' names (platform 3) are UTF-16.
function readName(view: DataView, table: number): string | undefined {
  const names = new Map<number, string>();
  const texts = table + view.getUint16(table + 4);
  for (let index = 0; index < view.getUint16(table + 2); index++) {
    const record = table + 6 + index * 12;
    const id = view.getUint16(record + 6);
    if (view.getUint16(record) !== 3 || (id !== 1 && id !== 16)) continue;
    const at = texts + view.getUint16(record + 10);
    const units = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, unit) => view.getUint16(at + unit * 2));
    // The first one of a kind is English, or the only one there is.
    if (!names.has(id)) names.set(id, String.fromCharCode(...units));
  }
  return names.get(16) ?? names.get(1);
}
