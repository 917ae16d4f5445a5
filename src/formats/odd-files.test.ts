import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { makeZip } from '../../test/fixtures/formats/make-zip.ts';
import { readFixture, readLinkedinFiles } from '../../test/fixtures/formats/read-fixture.ts';
import { type ImportedResume, importFolder, importResume } from './import-resume.ts';
import { findTables } from './read-linkedin.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: readonly string[]) => makeZip(names.map((name) => ({ name, body: 'x' })));

const odd: readonly (readonly [what: string, file: Uint8Array, sentence: RegExp])[] = [
  ['an empty file', bytes(''), /is empty\. Export/],
  ['a file with nothing but spaces and a BOM', bytes('\ufeff \r\n'), /is empty\. Export/],
  ['a PDF', bytes('%PDF-1.7\n/EmbeddedFiles 3 0 R'), /is a PDF.* Export/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), /is a picture/],
  ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /is an old document of Word/],
  ['a web page', bytes('\n<!DOCTYPE html><html><body>CV</body></html>'), /is a web page/],
  ['TOML', bytes('\ufeff# mine\n\n[basics]\nname = "Ada"\n'), /is TOML.* Convert it to JSON or YAML/],
  ['TOML with lists', bytes('[[work]]\nname = "Ada"\n'), /is TOML/],
  [
    'JSON after a remark',
    bytes("// mine\n{ basics: { name: 'Ada' } }\n"),
    /^Line 2, column 3: .*double quotes in JSON/,
  ],
  ['a gzip', gzipSync('cv:'), /packed with gzip.* Unpack/],
  ['a Word document', zip('[Content_Types].xml', 'word/document.xml'), /is a Word document.* Export/],
  ['an Excel file', zip('[Content_Types].xml', 'xl/workbook.xml'), /is an Excel file\. Save its tables as CSV/],
  ['an OpenDocument', zip('mimetype', 'content.xml'), /is a document/],
  ['a ZIP in a ZIP', zip('__MACOSX/a.json', 'Basic_Export.zip'), /Unpack it and name the file "Basic_Export.zip"/],
  ['a ZIP with a résumé in it', zip('a.txt', 'my/resume.json'), /Unpack it and name the file "my\/resume.json"/],
  [
    'a project',
    zip('.cloud-resume.json', 'package.json', 'resume.schema.json', 'resume.yaml'),
    /name the file "resume.yaml"/,
  ],
  [
    'hidden files alone',
    zip('.a.json', '.vscode/b.txt'),
    /is not LinkedIn's export, .* Name the file that your tool exports/,
  ],
  ['an empty ZIP', zip(), /is empty/],
  ['a ZIP with something else', zip('a.txt'), /is not LinkedIn's export/],
];
for (const [what, file, sentence] of odd) {
  test(`${what} is answered with what it is and what to do`, () => {
    assert.match(importResume(file).mistake ?? '', sentence);
  });
}

test('the XML in a PDF of Europass is read, packed or not', () => {
  const parts = (body: Uint8Array, head: string) =>
    Buffer.concat([
      bytes(
        '%PDF-1.6\n1 0 obj <</Names <</EmbeddedFiles 2 0 R>> >> endobj\n3 0 obj <</Type /EmbeddedFile>>\nstream\nother\nendstream endobj\n',
      ),
      bytes(`4 0 obj <</Type /EmbeddedFile ${head} /Length ${body.length}>>\nstream\r\n`),
      body,
      bytes('\nendstream\nendobj\n%%EOF'),
    ]);
  for (const name of ['europass-candidate.xml', 'europass-learner.xml', 'europass-passport.xml'] as const) {
    const xml = readFixture(name);
    const expected = importResume(xml);
    assert.deepEqual(importResume(parts(xml, '')), expected);
    assert.deepEqual(importResume(parts(deflateSync(xml), '/Filter /FlateDecode')), expected);
  }
});

const files = new Map(readLinkedinFiles().map(({ name, body }) => [name, new TextDecoder().decode(body)]));
const expected = importResume(readFixture('linkedin.zip')) as ImportedResume;

/** A table as a spreadsheet saves it again. */
const resave = (text: string, separator: string) =>
  text.replace(/"(?:[^"]|"")*"|,/g, (found) => (found === ',' ? separator : found));

const saved: readonly (readonly [how: string, save: (text: string) => Uint8Array])[] = [
  ['with CRLF', (text) => bytes(text.replaceAll(/\r?\n/g, '\r\n'))],
  ['as UTF-16 with tabs', (text) => Buffer.from(`\ufeff${resave(text.replace(/^\ufeff/, ''), '\t')}`, 'utf16le')],
  ['as UTF-16 without a mark', (text) => Buffer.from(text.replace(/^\ufeff/, ''), 'utf16le')],
  ['with semicolons and a BOM', (text) => bytes(`\ufeff${resave(text.replace(/^\ufeff/, ''), ';')}`)],
];
for (const [how, save] of saved) {
  test(`LinkedIn's tables are read ${how}`, () => {
    const { data } = importResume(
      makeZip([...files].map(([name, text]) => ({ name, body: save(text) }))),
    ) as ImportedResume;
    assert.deepEqual(JSON.parse(JSON.stringify(data).replaceAll('\\r\\n', '\\n')), expected.data);
  });
}

test('what is no UTF-8 is the code page of a spreadsheet', () => {
  const profile = Buffer.from('First Name;Last Name;Headline\nZoë;Müller;Ärztin – Köln\n', 'latin1');
  profile[profile.indexOf(0x13)] = 0x96;
  const { data } = importResume(makeZip([{ name: 'Profile.csv', body: profile }])) as ImportedResume;
  assert.deepEqual(data, { basics: { name: 'Zoë Müller', label: 'Ärztin – Köln' } });
});

test('a folder is read as the ZIP is, its tables alone, wherever they lie', () => {
  const names = [...files.keys()].map((name) => `Basic_Export/${name}`);
  const tables = new Map([...findTables(names).keys()].map((name) => [name, bytes(files.get(name.slice(13)) ?? '')]));
  assert.ok(!tables.has('Basic_Export/messages.csv'));
  const { data, ignored } = importFolder(names, tables) as ImportedResume;
  assert.deepEqual(data, expected.data);
  assert.deepEqual([...ignored].sort(), ['Basic_Export/Connections.csv', 'Basic_Export/messages.csv']);
  assert.match(
    importFolder(['resume.json'], new Map()).mistake ?? '',
    /This folder is not .* Name the file "resume.json" in it/,
  );
  assert.match(importFolder([], new Map()).mistake ?? '', /This folder is empty/);
});

const languages: readonly (readonly [written: string, read: string | undefined])[] = [
  ['de', 'de'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['pt-br', 'pt-BR'],
  ['zh-hant-hant', undefined],
  ['zh-hant-tw-tw', undefined],
  ['en-', undefined],
];
for (const [written, read] of languages) {
  test(`of YAMLResume the language ${written} is ${read ? `read as ${read}` : 'listed as not taken'}`, () => {
    const text = JSON.stringify({ content: { basics: { name: 'Jane' } }, locale: { language: written } });
    const { data, leftOvers, settings } = importResume(bytes(text)) as ImportedResume;
    assert.equal((data as { readonly meta?: { readonly language?: string } }).meta?.language, read);
    const untaken = [...leftOvers, ...settings].map(({ value }) => value);
    assert.deepEqual(untaken, read === undefined ? [written] : []);
  });
}
