import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { hasPoppler, readByPdfjs, readByPoppler } from '../paper/read-pdf.ts';
import type { Readable } from './find-leaks.ts';

/** All that can be read in the files of a folder: their bytes, and what PDFs, pictures and zips hold. */
export async function openFiles(folder: string): Promise<readonly Readable[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const opened = await Promise.all(
    files.map(async (path) => openFile(path.slice(folder.length + 1), await readFile(path))),
  );
  return [{ place: 'the names of files', text: files.join('\n').replaceAll(folder, '') }, ...opened.flat()];
}

/** All that can be read in one file. */
export async function openFile(place: string, body: Uint8Array): Promise<readonly Readable[]> {
  const bytes = Buffer.from(body);
  const own = [bytes.toString('utf8'), bytes.toString('latin1')];
  const inner = await openInside(place, bytes);
  return [...new Set([...own, ...inner])].map((text) => ({ place, text }));
}

async function openInside(place: string, bytes: Buffer): Promise<readonly string[]> {
  if (place.endsWith('.pdf')) return readPdf(bytes);
  if (place.endsWith('.zip')) return readZip(bytes);
  if (/\.(png|jpg|avif|ico)$/.test(place)) return readPicture(bytes);
  return [];
}

/** Streams as they are unpacked, texts as two readers extract them, and what a PDF says beside them. */
async function readPdf(bytes: Buffer): Promise<readonly string[]> {
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, stream = '']) =>
    tryInflate(Buffer.from(stream, 'latin1')),
  );
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const sheets = Array.from({ length: document.numPages }, async (_, index) => {
    const sheet = await document.getPage(index + 1);
    return JSON.stringify([await sheet.getAnnotations(), await sheet.getStructTree()]);
  });
  const more = [
    JSON.stringify(info),
    String(metadata?.getRaw()),
    JSON.stringify(await document.getOutline()),
    ...(await Promise.all(sheets)),
  ];
  await task.destroy();
  const [byPoppler = []] = hasPoppler ? await readByPoppler([bytes]) : [];
  return [...streams, ...(await readByPdfjs(bytes)), ...byPoppler, ...more];
}

function tryInflate(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return stream.toString('latin1');
  }
}

/** Every entry, by its local header. */
function readZip(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size, name, extra] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt32LE(at + 18),
      bytes.readUInt16LE(at + 26),
      bytes.readUInt16LE(at + 28),
    ];
    const start = at + 30 + name + extra;
    const entry = bytes.subarray(start, start + size);
    found.push((method === 0 ? entry : inflateRawSync(entry)).toString('utf8'));
    at = start + size;
  }
  return found;
}

async function readPicture(bytes: Buffer): Promise<readonly string[]> {
  const found = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const parts = Object.values(found ?? {}).filter((part) => Buffer.isBuffer(part));
  return [JSON.stringify(found?.comments ?? ''), ...parts.map((part) => part.toString('latin1'))];
}
