import { inflateRawSync } from 'node:zlib';

/** An archive's files by name; each is read when somebody asks for it. */
export type Zip = { readonly names: readonly string[]; readonly read: (name: string) => Uint8Array };

/** What is wrong with a ZIP, in a sentence for whoever named the file. */
export class ZipMistake extends Error {}

/** LinkedIn's whole export has some forty files, of which the largest that is read has a few thousand lines. */
export const zipLimits = { entries: 5_000, fileBytes: 5_000_000, allBytes: 20_000_000 } as const;

const endSize = 22;
const encryptedFlag = 1;
const utf8Flag = 1 << 11;

type Entry = {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

/**
 * Opens a ZIP that nobody vouches for. Names that lead out of a folder, files that are larger than they say, checksums that do
 * not fit, passwords and volumes are refused with a `ZipMistake`; what is not asked for is not unpacked.
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(bytes, view);
  let left: number = zipLimits.allBytes;

  const read = (name: string): Uint8Array => {
    const entry = entries.get(name);
    if (!entry) throw new ZipMistake(`The ZIP has no file ${quote(name)}.`);
    if (entry.flags & encryptedFlag)
      throw new ZipMistake(`${quote(name)} is encrypted. Unpack the ZIP with its password first.`);
    if (entry.size > zipLimits.fileBytes || entry.size > left) throw new ZipMistake(explainSize(name));
    left -= entry.size;
    const body = unpack(name, findBody(name, entry, view, bytes), entry);
    if (body.length !== entry.size || computeCrc(body) !== entry.crc) throw new ZipMistake(explainDamage(name));
    return body;
  };
  return { names: [...entries.keys()], read };
}

function listEntries(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  if (end === undefined) throw new ZipMistake('The ZIP has no end, so it is not complete. Download it again.');
  const { count, start } = readEnd(view, end);
  let at = start;
  if (count > zipLimits.entries) {
    throw new ZipMistake(
      `The ZIP has ${count} files, and ${zipLimits.entries} are the most that are read. Name another file.`,
    );
  }
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipMistake(explainDamage());
    const [nameSize, extraSize, remarkSize] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameSize), (flags & utf8Flag) !== 0);
    checkName(name);
    const sizes = readSizes(view, at, at + 46 + nameSize, Math.min(extraSize, bytes.length - at - 46 - nameSize));
    const entry = { flags, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), ...sizes };
    if (entries.has(name)) throw new ZipMistake(`The ZIP has two files named ${quote(name)}. Download it again.`);
    if (!name.endsWith('/')) entries.set(name, entry);
    at += 46 + nameSize + extraSize + remarkSize;
  }
  return entries;
}

/** How many files there are and where their list starts: of a ZIP64, as some programs write it always, in a record before the end. */
function readEnd(view: DataView, end: number): { readonly count: number; readonly start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isOneOf = view.getUint16(end + 4, true);
  if (count !== 0xffff && start !== maxUint32 && isOneOf === 0) return { count, start };
  const locator = end - 20;
  const record = locator >= 0 && view.getUint32(locator, true) === 0x07064b50 ? readLong(view, locator + 8) : -1;
  if (record >= 0 && record + 56 <= locator && view.getUint32(record, true) === 0x06064b50)
    return { count: readLong(view, record + 32), start: readLong(view, record + 48) };
  throw new ZipMistake('The ZIP is larger than an export of one person, or one of several volumes. Name another file.');
}

const maxUint32 = 0xffffffff;

/** Sizes and place of a file; what does not fit into 32 bits, or could have been so, stands in a field of its own. */
function readSizes(view: DataView, at: number, extra: number, extraSize: number) {
  const short = { size: at + 24, packed: at + 20, start: at + 42 };
  const sizes = { size: 0, packed: 0, start: 0 };
  let long = extra;
  while (long + 4 <= extra + extraSize && view.getUint16(long, true) !== 1) long += 4 + view.getUint16(long + 2, true);
  long += 4;
  for (const key of ['size', 'packed', 'start'] as const) {
    const value = view.getUint32(short[key], true);
    const isLong = value === maxUint32 && long + 8 <= extra + extraSize;
    sizes[key] = isLong ? readLong(view, long) : value;
    if (isLong) long += 8;
  }
  return sizes;
}

/** What is no exact number is far beyond every file all the same. */
function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** The record at the end may be followed by a remark, which may say anything, and that by bytes of whoever sent the file. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  let found: number | undefined;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const behind = last - at - view.getUint16(at + 20, true);
    if (behind === 0) return at;
    if (behind > 0) found ??= at;
  }
  return found;
}

function findBody(name: string, { start, packed }: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50)
    throw new ZipMistake(explainDamage(name));
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packed > bytes.length) throw new ZipMistake(explainDamage(name));
  return bytes.subarray(from, from + packed);
}

function unpack(name: string, packed: Uint8Array, { method, size }: Entry): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8)
    throw new ZipMistake(`${quote(name)} is packed in a way (${method}) that is not read. Unpack and pack it again.`);
  try {
    // One byte more than it may have shows that it has more than it says, and no further byte is unpacked.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw new ZipMistake(explainDamage(name), { cause });
  }
}

function checkName(name: string): void {
  const parts = name.split(/[/\\]/);
  const isOutside = parts.includes('..') || parts[0] === '' || /^[a-z]:/i.test(name) || name.includes('\0');
  if (isOutside)
    throw new ZipMistake(`The ZIP has a file ${quote(name)}, a name that leads out of its folder. Don't trust it.`);
}

function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  // Without the flag a name is in some old code page; ASCII, which is all that we look for, is the same in each.
  return new TextDecoder(isUtf8 ? 'utf-8' : 'latin1').decode(bytes);
}

function explainDamage(name?: string): string {
  return `${name === undefined ? 'The ZIP' : `${quote(name)} in the ZIP`} is damaged. Download it again.`;
}

function explainSize(name: string): string {
  return `${quote(name)} is larger than what is read of a ZIP (${zipLimits.fileBytes / 1e6} MB a file, ${zipLimits.allBytes / 1e6} MB in all). Name another file.`;
}

function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}

let crcTable: Uint32Array | undefined;

/** Node's own is younger than the oldest Node that the package runs on. */
function computeCrc(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
