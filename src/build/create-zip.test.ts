import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { crc32 } from 'node:zlib';
import { createZip } from './create-zip.ts';

// Reads what the format says, by its own offsets, from the end as unzip does.
function readZip(zip: Buffer) {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  assert.equal(zip.readUInt16LE(end + 10), 1);
  const central = zip.readUInt32LE(end + 16);
  assert.equal(zip.readUInt32LE(end + 12), end - central);
  assert.equal(zip.readUInt32LE(central), 0x02014b50);
  const local = zip.readUInt32LE(central + 42);
  assert.equal(zip.readUInt32LE(local), 0x04034b50);
  const nameLength = zip.readUInt16LE(local + 26);
  const size = zip.readUInt32LE(local + 22);
  const from = local + 30 + nameLength + zip.readUInt16LE(local + 28);
  // The description stands twice and must be the same.
  assert.deepEqual(zip.subarray(local + 4, local + 30), zip.subarray(central + 6, central + 32));
  return {
    name: zip.toString('utf8', local + 30, local + 30 + nameLength),
    body: zip.subarray(from, from + size),
    method: zip.readUInt16LE(local + 8),
    time: zip.readUInt16LE(local + 10),
    date: zip.readUInt16LE(local + 12),
    crc: zip.readUInt32LE(local + 14),
    mode: zip.readUInt32LE(central + 38) >>> 16,
    system: zip[central + 5],
  };
}

const body = Buffer.from('export const handler = 1;\n');

test('the one file comes out as it went in, readable for everybody, from 1980', () => {
  assert.deepEqual(readZip(Buffer.from(createZip('index.mjs', body))), {
    name: 'index.mjs',
    body,
    method: 0,
    time: 0,
    date: (1 << 5) | 1,
    crc: crc32(body),
    mode: 0o100644,
    system: 3,
  });
});

test('the same file is the same zip, on every machine', () => {
  const hash = createHash('sha256').update(createZip('index.mjs', body)).digest('hex');
  assert.equal(hash, '0d70e892ced3e4395d71791a0a6911bcda70cb88b5412a7315817e7aaa5c1d8e');
});

test('an empty file is a file', () =>
  assert.equal(readZip(Buffer.from(createZip('a', new Uint8Array()))).body.length, 0));
