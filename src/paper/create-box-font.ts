import type { Font } from './read-family.ts';

const units = 1000;
const width = 700;
const height = 700;

/**
 * Makes a font that shows a box for each of these characters. Every one has a glyph of its own, so that a text can be read
 * aloud, searched and copied though nobody can see what it says. Source: https://learn.microsoft.com/typography/opentype/spec.
 */
export function createBoxFont(characters: readonly string[]): Font {
  const codes = [...new Set(characters.flatMap((text) => [...text].map((character) => character.codePointAt(0) ?? 0)))];
  codes.sort((a, b) => a - b);
  const glyphs = codes.length + 1;
  const box = createBox();
  const tables: readonly (readonly [tag: string, body: Uint8Array])[] = [
    ['OS/2', createOs2(codes)],
    ['cmap', createCmap(codes)],
    ['glyf', Buffer.concat(Array.from({ length: glyphs }, () => box))],
    ['head', createHead()],
    ['hhea', words(1, 0, 800, -200, 0, width, 0, 0, width, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)],
    ['hmtx', words(...Array.from({ length: glyphs }, () => [width, 50]).flat())],
    ['loca', longs(...Array.from({ length: glyphs + 1 }, (_, index) => index * box.length))],
    ['maxp', words(1, 0, glyphs, 8, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', createName()],
    ['post', Buffer.concat([longs(0x00030000, 0), words(-100, 50), longs(0, 0, 0, 0, 0)])],
  ];
  return { family: 'Boxes', bytes: pack(tables) };
}

// Two squares, one inside the other and the other way round, so that the inner one is a hole.
function createBox(): Buffer {
  const [low, high, thick] = [50, width - 50, 50];
  const outer = [low, 0, low, height, high, height, high, 0];
  const inner = [low + thick, thick, high - thick, thick, high - thick, height - thick, low + thick, height - thick];
  const points = [...pair(outer), ...pair(inner)];
  const steps = (axis: 0 | 1) => points.map((point, index) => point[axis] - (points[index - 1]?.[axis] ?? 0));
  const head = words(2, low, 0, high, height, 3, 7, 0); // contours, bounds, last points, no instructions
  const flags = Buffer.alloc(points.length, 1); // on the curve, two bytes each
  const body = Buffer.concat([head, flags, words(...steps(0)), words(...steps(1))]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

function pair(values: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from({ length: values.length / 2 }, (_, index) => [values[index * 2] ?? 0, values[index * 2 + 1] ?? 0]);
}

function createCmap(codes: readonly number[]): Buffer {
  const groups = codes.flatMap((code, index) => [code, code, index + 1]);
  const table = Buffer.concat([words(12, 0), longs(16 + codes.length * 12, 0, codes.length, ...groups)]);
  return Buffer.concat([words(0, 1, 3, 10), longs(12), table]);
}

function createHead(): Buffer {
  const start = longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5);
  const dates = longs(0, 0, 0, 0);
  return Buffer.concat([start, words(0, units), dates, words(0, 0, width, height, 0, 8, 2, 1, 0)]);
}

function createOs2(codes: readonly number[]): Buffer {
  const [first = 0, last = 0] = [codes[0], codes.at(-1)].map((code) => Math.min(code ?? 0, 0xffff));
  return Buffer.concat([
    words(4, width, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10), // panose
    longs(0, 0, 0, 0),
    Buffer.from('NONE'),
    words(0x40, first, last, 800, -200, 0, 800, 200),
    longs(0, 0),
    words(500, height, 0, 32, 1),
  ]);
}

function createName(): Buffer {
  const names = [
    [1, 'Boxes'],
    [2, 'Regular'],
    [4, 'Boxes'],
    [6, 'Boxes'],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let offset = 0;
  const records = names.map(([id], index) => {
    const length = texts[index]?.length ?? 0;
    offset += length;
    return words(3, 1, 0x409, id, length, offset - length);
  });
  return Buffer.concat([words(0, names.length, 6 + 12 * names.length), ...records, ...texts]);
}

function pack(tables: readonly (readonly [tag: string, body: Uint8Array])[]): Uint8Array {
  const count = tables.length;
  const power = 2 ** Math.floor(Math.log2(count));
  let offset = 12 + 16 * count;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    records.push(Buffer.from(tag), longs(sum(padded), offset, body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  const head = [longs(0x00010000), words(count, power * 16, Math.log2(power), (count - power) * 16)];
  return Buffer.concat([...head, ...records, ...bodies]);
}

function sum(bytes: Buffer): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
}

/** Numbers of two bytes each. */
function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
}

/** Numbers of four bytes each. */
function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes;
}
