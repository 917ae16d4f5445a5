import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
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

/** The same by poppler, in the order of the file; without `-raw` in that of reading, by the places of the words. */
export async function readByPoppler(pdf: Uint8Array, options = ['-raw']): Promise<readonly string[]> {
  const reader = spawn('pdftotext', [...options, '-', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  reader.stdin.end(pdf);
  return (await text(reader.stdout)).split('\f').slice(0, -1);
}

/** Without spaces, the marks of direction and the ends of lines, which nobody reads. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, '');
}
