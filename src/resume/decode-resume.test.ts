import assert from 'node:assert/strict';
import test from 'node:test';
import { decodeResume } from './decode-resume.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const noUtf8 = 'Here are bytes that are not UTF-8 text; save the file as UTF-8.';

test('UTF-8 becomes text, with its byte order mark and replacement characters', () => {
  for (const text of ['', 'a', '\uFEFFname: Zoë 😀\r\n', 'a\uFFFDb', '\0']) {
    assert.deepEqual(decodeResume(encode(text)), { text, problems: [] });
  }
});

const faults: readonly (readonly [string, Uint8Array, string])[] = [
  [
    'UTF-16 with little end first',
    Uint8Array.of(0xff, 0xfe, 0x61, 0),
    '1:1 The file is written in UTF-16; save it as UTF-8.',
  ],
  [
    'UTF-16 with big end first',
    Uint8Array.of(0xfe, 0xff, 0, 0x61),
    '1:1 The file is written in UTF-16; save it as UTF-8.',
  ],
  [
    'a ZIP archive',
    Uint8Array.of(...encode('PK\u0003\u0004'), 0xff, 0xfe),
    '1:1 This is a ZIP archive, not JSON Resume; "npx cloud-resume import FILE" makes a résumé of LinkedIn\'s export, and says of another what it is.',
  ],
  [
    'a PDF',
    encode('%PDF-1.7\n1 0 obj\n'),
    '1:1 This is a PDF, not JSON Resume; name the file from which it was made, or try "npx cloud-resume import FILE", which reads those of Europass.',
  ],
  ['Latin-1', Uint8Array.of(...encode('a:\n  Zo'), 0xeb, ...encode('\nb')), `2:5 ${noUtf8}`],
  ['a character that is cut off at the end', encode('a\né').subarray(0, 3), `2:1 ${noUtf8}`],
  ['a character that is cut off like a replacement character', Uint8Array.of(0x61, 0xef, 0xbf), `1:2 ${noUtf8}`],
  ['half a mark of UTF-16', Uint8Array.of(0xff, 0x61), `1:1 ${noUtf8}`],
  ['half a mark at its end', Uint8Array.of(0x61, 0xfe), `1:2 ${noUtf8}`],
  ['half the other mark', Uint8Array.of(0xfe, 0x61), `1:1 ${noUtf8}`],
  ['half the other mark at its end', Uint8Array.of(0x61, 0xff), `1:2 ${noUtf8}`],
  ['Latin-1 after a byte order mark', Uint8Array.of(...encode('\uFEFFa'), 0xeb), `1:2 ${noUtf8}`],
  ['Latin-1 after a replacement character', Uint8Array.of(...encode('a\uFFFDb'), 0xeb), `1:4 ${noUtf8}`],
  ['a surrogate', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), `1:2 ${noUtf8}`],
  [
    'ten megabytes',
    new Uint8Array(10_000_000),
    '1:1 The file has 10,000,000 bytes, but a résumé may have 1,000,000 at most; keep pictures and other data in public/.',
  ],
];

test('A million bytes are read', () => {
  assert.deepEqual(decodeResume(new Uint8Array(1_000_000)).problems, []);
  assert.equal(decodeResume(new Uint8Array(1_000_001)).problems.length, 1);
});

for (const [title, bytes, expected] of faults) {
  test(`A file of ${title} is one problem`, () => {
    const { text, problems } = decodeResume(bytes);
    assert.equal(text, undefined);
    assert.deepEqual(
      problems.map(({ line, column, message }) => `${line}:${column} ${message}`),
      [expected],
    );
  });
}
