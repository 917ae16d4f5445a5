import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

export type Typesetter = {
  /** Sets one of our templates with data; a `photo` of the data is a JPEG or PNG. */
  set(template: string, data: TypesetterData, inputs?: Readonly<Record<string, string>>): NodeTypstDocument;
  /** Draws it as SVG; characters that no font has are named. */
  draw(template: string, data: TypesetterData): { readonly svg: string; readonly missing: readonly string[] };
  /** How far down its page a document ends that says so by a label `end`, from 0 to 1. */
  findEnd(document: NodeTypstDocument): number;
  /** Writes PDF/UA-1; with characters that no font has it is another one, and they are named. */
  exportPdf(document: NodeTypstDocument): { readonly pdf: Uint8Array; readonly missing: readonly string[] };
};

type TypesetterData = { readonly photo?: Uint8Array | undefined; readonly [key: string]: unknown };

type Typst = { readonly NodeCompiler: typeof NodeCompiler };

const folder = dirname(fileURLToPath(import.meta.url));

/** Creates what sets our templates by Typst, with these fonts and the system's. */
export function createTypesetter({ NodeCompiler }: Typst, fonts: readonly Uint8Array[]): Typesetter {
  const fontBlobs = fonts.map((bytes) => Buffer.from(bytes));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });

  function set(template: string, { photo, ...data }: TypesetterData, inputs: Readonly<Record<string, string>> = {}) {
    const path = photo && (photo[0] === 0x89 ? 'photo.png' : 'photo.jpg');
    const text = JSON.stringify({ ...data, photo: path ?? null }, (_, value) =>
      typeof value === 'string' ? clean(value) : value,
    );
    compiler.mapShadow(join(folder, 'data.json'), Buffer.from(text));
    if (path) compiler.mapShadow(join(folder, path), Buffer.from(photo));
    const compiled = compiler.compile({ mainFilePath: join(folder, template), inputs, resetRead: true });
    if (compiled.result) return compiled.result;
    const found = compiled.takeError();
    const cause = new Error(found ? JSON.stringify(compiler.fetchDiagnostics(found)) : 'no diagnostics');
    throw new Error(`Typst cannot set ${template}. Please report this with the text of the résumé.`, { cause });
  }

  function exportPdf(document: NodeTypstDocument) {
    try {
      return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), missing: [] };
    } catch (error) {
      const missing = findMissing(String(error));
      if (missing.length === 0) throw new Error('Typst cannot write the PDF. Please report this.', { cause: error });
      return { pdf: compiler.pdf(document, {}), missing };
    }
  }

  return {
    set,
    draw(template, data) {
      const document = set(template, data);
      // Who writes PDF looks for them.
      return { svg: compiler.plainSvg(document), missing: exportPdf(document).missing };
    },
    findEnd: (document) => Number(compiler.query(document, { selector: '<end>', field: 'value' })[0]),
    exportPdf,
  };
}

// What no PDF may contain: marks of the order of bytes, and halves of characters. No heading may be empty. No letter of any
// language has thirty marks, and a letter takes the square of their number.
function clean(text: string): string {
  const cleaned = text.toWellFormed().replace(/[\0\uFEFF\uFFFE\uFFFF]/g, '');
  return cleaned === '' && text !== '' ? '\u200B' : cleaned.replace(/(\p{M}{30})\p{M}+/gu, '$1');
}

// By Typst's own messages: it complains of each character, in quotation marks and escaped as Rust does.
function findMissing(message: string): readonly string[] {
  const found = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gs)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(found)].sort();
}
