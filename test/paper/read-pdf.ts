import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The words of a PDF in the order in which pdf.js finds them, sheet by sheet. */
export async function readByPdfjs(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const sheets: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    sheets.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await task.destroy();
  return sheets;
}

/** Whether poppler's pdftotext is installed. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/**
 * The same by poppler for each of these PDFs, in the order of the file; without `-raw` in that of reading, by the places of the
 * words. One shell starts them all: to start a process takes a tenth of a second where Typst fills the memory.
 */
export async function readByPoppler(
  pdfs: readonly Uint8Array[],
  options = '-raw',
): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'poppler-'));
  const paths = pdfs.map((_, at) => join(folder, String(at)));
  await Promise.all(paths.map((path, at) => writeFile(path, pdfs[at] ?? '')));
  const program = `for path; do pdftotext ${options} "$path" "$path.txt" || exit; done`;
  await promisify(execFile)('sh', ['-c', program, 'sh', ...paths]);
  const texts = await Promise.all(paths.map((path) => readFile(`${path}.txt`, 'utf8')));
  await rm(folder, { recursive: true });
  return texts.map((text) => text.split('\f').slice(0, -1));
}

/** Without spaces, the marks of direction and the ends of lines, which nobody reads. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
}
