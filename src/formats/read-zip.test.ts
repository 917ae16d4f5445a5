import assert from 'node:assert/strict';
import test from 'node:test';
import { makeZip, type ZipFile } from '../../test/fixtures/formats/make-zip.ts';
import { openZip, ZipMistake, zipLimits } from './read-zip.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('packed and unpacked files are read, each when it is asked for', () => {
  const zip = openZip(
    makeZip([
      { name: 'a/ä.csv', body: 'Größe,1\n'.repeat(100) },
      { name: 'b.csv', body: 'plain', method: 0 },
      { name: 'folder/', body: '', method: 0 },
      { name: 'empty.csv', body: '' },
    ]),
  );
  assert.deepEqual(zip.names, ['a/ä.csv', 'b.csv', 'empty.csv']);
  assert.equal(text(zip.read('a/ä.csv')), 'Größe,1\n'.repeat(100));
  assert.equal(text(zip.read('b.csv')), 'plain');
  assert.equal(text(zip.read('empty.csv')), '');
});

test('a remark at the end is no hindrance', () => {
  assert.deepEqual(openZip(makeZip([{ name: 'a', body: '1' }], { remark: 'PK\x05\x06 made by hand' })).names, ['a']);
});

test('bytes behind the end are no hindrance, as they are none for unzip', () => {
  for (const remark of ['', 'by hand']) {
    const zip = Buffer.concat([makeZip([{ name: 'a', body: '1' }], { remark }), Buffer.alloc(700), Buffer.from('\n')]);
    assert.equal(text(openZip(zip).read('a')), '1');
  }
});

test('a ZIP64 is read, as some programs write it for files of any size', () => {
  const plain = Buffer.from(makeZip([{ name: 'a.csv', body: 'Name\nGo\n' }]));
  const list = plain.indexOf('PK\x01\x02', 0, 'latin1');
  const end = plain.indexOf('PK\x05\x06', 0, 'latin1');
  const entry = Buffer.from(plain.subarray(list, end));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(20)), 12);
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(extra.length, 30);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(1n, 32);
  record.writeBigUInt64LE(BigInt(list), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(list + entry.length + extra.length), 8);
  const last = Buffer.from(plain.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffffffff, 16);
  const parts = [plain.subarray(0, list), entry, extra, record, locator, last];
  const zip = openZip(Buffer.concat(parts));
  assert.equal(text(zip.read('a.csv')), 'Name\nGo\n');
  assert.throws(() => openZip(Buffer.concat(parts.toSpliced(3, 2))), /larger than an export of one person/);
  locator.writeBigUInt64LE(2n ** 63n, 8);
  assert.throws(() => openZip(Buffer.concat(parts)), /larger than an export of one person/);
});

const bomb = Buffer.alloc(zipLimits.fileBytes + 1);
const half = Buffer.alloc(zipLimits.fileBytes);

const wrong: readonly (readonly [what: string, files: readonly ZipFile[], sentence: RegExp])[] = [
  ['a name that climbs out', [{ name: '../../.bashrc', body: '' }], /leads out of its folder/],
  ['a name that climbs out from within', [{ name: 'a/../../b', body: '' }], /leads out of its folder/],
  ['an absolute name', [{ name: '/etc/passwd', body: '' }], /leads out of its folder/],
  ['a name with a drive', [{ name: 'C:\\a.csv', body: '' }], /leads out of its folder/],
  ['backslashes that climb out', [{ name: '..\\a.csv', body: '' }], /leads out of its folder/],
  ['a NUL in a name', [{ name: 'a\0.csv', body: '' }], /leads out of its folder/],
  ['a password', [{ name: 'a', body: '1', flags: 0x801 }], /"a" is encrypted/],
  ['another way of packing', [{ name: 'a', body: '1', method: 12 }], /packed in a way \(12\)/],
  ['a checksum that does not fit', [{ name: 'a', body: '1', crc: 7 }], /"a" in the ZIP is damaged/],
  ['a file that is larger than it says', [{ name: 'a', body: 'x'.repeat(5_000), size: 10 }], /damaged/],
  ['a file that is smaller than it says', [{ name: 'a', body: 'x', size: 10 }], /damaged/],
  ['a file that is far too large', [{ name: 'a', body: bomb }], /larger than what is read/],
  ['a file that hides its size', [{ name: 'a', body: bomb, size: 100 }], /damaged/],
  [
    'two files of one name',
    [
      { name: 'a', body: '1' },
      { name: 'a', body: '2' },
    ],
    /two files named "a"/,
  ],
];

for (const [what, files, sentence] of wrong) {
  test(`${what} is refused with a sentence`, () => {
    assert.throws(
      () => openZip(makeZip(files)).read(files[0]?.name ?? ''),
      (error) => {
        assert.ok(error instanceof ZipMistake);
        assert.match(error.message, sentence);
        return true;
      },
    );
  });
}

test('all files together are bounded, too', () => {
  const zip = openZip(makeZip(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, body: half }))));
  for (const name of ['a', 'b', 'c', 'd']) zip.read(name);
  assert.throws(() => zip.read('e'), /larger than what is read/);
});

test('too many files are refused before the first is looked at', () => {
  const zip = makeZip([{ name: 'a', body: '' }], { count: zipLimits.entries + 1 });
  assert.throws(() => openZip(zip), /has 5001 files/);
});

test('a ZIP that is cut off anywhere is refused or read, and never more than that', () => {
  const zip = makeZip([{ name: 'a.csv', body: 'Name\nGo\n'.repeat(20) }]);
  for (let length = 0; length < zip.length; length += 1) {
    assert.throws(() => openZip(zip.subarray(0, length)), ZipMistake);
  }
});

test('whichever byte is wrong, the answer is the file or a ZipMistake', () => {
  const zip = makeZip([{ name: 'a.csv', body: 'Name\nGo\n'.repeat(20) }]);
  for (let at = 0; at < zip.length; at += 1) {
    for (const bits of [0xff, 0x01]) {
      const changed = Uint8Array.from(zip);
      changed[at] = (changed[at] ?? 0) ^ bits;
      try {
        const opened = openZip(changed);
        for (const name of opened.names) opened.read(name);
      } catch (error) {
        assert.ok(error instanceof ZipMistake, `byte ${at}: ${error}`);
      }
    }
  }
});
