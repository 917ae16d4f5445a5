import { crc32 } from 'node:zlib';

// 1 January 1980, 00:00, the first moment that the format knows: a zip of the same bytes is the same bytes.
const dosDate = 0x0021;
// An ordinary file, rw-r--r--.
const mode = 0o100644;

/**
 * Packs one file into a zip, uncompressed: what a deflater writes differs between its versions, and 10 KB need none.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function createZip(name: string, body: Uint8Array): Uint8Array {
  const nameBytes = Buffer.from(name);
  // From "version needed" to "extra field length", the same in both headers.
  const description = Buffer.alloc(26);
  description.writeUInt16LE(20, 0);
  description.writeUInt16LE(dosDate, 8);
  description.writeUInt32LE(crc32(body), 10);
  description.writeUInt32LE(body.length, 14);
  description.writeUInt32LE(body.length, 18);
  description.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), description, nameBytes]);

  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE((mode << 16) >>> 0, 6);
  // Made by Unix, so that the mode counts.
  const madeBy = Buffer.from([20, 3]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, description, attributes, nameBytes]);

  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length + body.length, 12);
  return Buffer.concat([local, body, central, Buffer.from('PK\x05\x06'), end]);
}
