import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { findMissing } from './find-missing.ts';
import type { Font } from './read-family.ts';
import type { Sheet } from './sheet.ts';

export type Press = {
  /** Sets a résumé as an accessible PDF (PDF/UA-1); the same input gives the same bytes. */
  print(sheet: Sheet, options: PrintOptions): Print;
  /** Draws the picture of a link, 1200 × 630, with every letter as a path. */
  drawCard(card: Card): string;
  /** Draws a person's initials, 180 × 180. */
  drawIcon(icon: Icon): string;
};

export type PrintOptions = {
  readonly paper: 'a4' | 'letter';
  /** A JPEG or PNG. Default: none is shown. */
  readonly photo?: Uint8Array | undefined;
};

export type Print = {
  readonly pdf: Uint8Array;
  readonly sheets: number;
  /** Characters that no font has; with one of them the document cannot promise to be PDF/UA-1. */
  readonly missing: readonly string[];
};

export type Card = Pick<Sheet, 'language' | 'direction' | 'name' | 'label' | 'accent'> & {
  /** Where the site is, without its scheme; empty where that is not known. */
  readonly address: string;
  /** A JPEG or PNG, square. */
  readonly photo?: Uint8Array | undefined;
};

export type Icon = Pick<Sheet, 'accent'> & { readonly initials: string };

const folder = dirname(fileURLToPath(import.meta.url));
const weights = ['400Regular', '400Regular_Italic', '600SemiBold'];

/**
 * Opens the press: Typst with our fonts and `fonts`, which are asked when ours lack a character, in this order; after them
 * the system's. Nothing where the platform has no Typst.
 */
export async function openPress(fonts: readonly Font[] = []): Promise<Press | undefined> {
  const typst = await loadTypst();
  if (!typst) return undefined;
  const [sans, serif] = await Promise.all([readOwnFonts('source-sans-3'), readOwnFonts('source-serif-4')]);
  const fontBlobs = [...sans, ...serif, ...fonts.map(({ bytes }) => Buffer.from(bytes))];
  const compiler = typst.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  const families = [...new Set(fonts.map(({ family }) => family))];

  function share(path: string, bytes: Uint8Array | undefined): string | null {
    if (bytes === undefined) return null;
    compiler.mapShadow(join(folder, path), Buffer.from(bytes));
    return path;
  }

  function compile(template: string, data: object, inputs: Record<string, string> = {}) {
    share(
      'data.json',
      Buffer.from(JSON.stringify(data, (_, value) => (typeof value === 'string' ? clean(value) : value))),
    );
    const compiled = compiler.compile({ mainFilePath: join(folder, template), inputs, resetRead: true });
    if (compiled.result) return compiled.result;
    const found = compiled.takeError();
    const cause = new Error(found ? JSON.stringify(compiler.fetchDiagnostics(found)) : 'no diagnostics');
    throw new Error(`Typst cannot set ${template}. Please report this with the text of the résumé.`, { cause });
  }

  return {
    print(sheet, { paper, photo }) {
      const data = {
        sheet,
        ...listFonts(families),
        ...readLanguage(sheet.language),
        date: readDate(sheet.date),
        paper: paper === 'letter' ? 'us-letter' : 'a4',
        photo: share(`photo.${isPng(photo) ? 'png' : 'jpg'}`, photo),
      };
      const document = chooseSize((size) => compile('resume.typ', data, { size }));
      const { pdf, missing } = exportPdf(compiler, document);
      return { pdf, sheets: document.numOfPages, missing };
    },
    drawCard(card) {
      const { photo, ...words } = card;
      const data = {
        ...words,
        ...listFonts(families),
        ...readLanguage(card.language),
        photo: share(`photo.${isPng(photo) ? 'png' : 'jpg'}`, photo),
      };
      return compiler.plainSvg(compile('card.typ', data));
    },
    drawIcon: (icon) => compiler.plainSvg(compile('icon.typ', { ...icon, ...listFonts(families) })),
  };
}

/** Whether the platform has Typst. */
export async function hasPress(): Promise<boolean> {
  return (await loadTypst()) !== undefined;
}

async function loadTypst() {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    // npm leaves out an optional package that a platform does not have, and its own loader throws where no binary fits.
    return undefined;
  }
}

async function readOwnFonts(name: string): Promise<readonly Buffer[]> {
  const home = dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`)));
  const family = name.replace(/(^|-)\w/g, (start) => start.replace('-', '').toUpperCase());
  return Promise.all(weights.map((weight) => readFile(join(home, weight, `${family}_${weight}.ttf`))));
}

// After ours and the person's, signs come from what Typst carries, so that a check mark is the same on every machine.
function listFonts(families: readonly string[]) {
  const signs = ['DejaVu Sans Mono', 'New Computer Modern Math', 'Libertinus Serif'];
  return {
    sans: ['Source Sans 3', ...families],
    serif: ['Source Serif 4', ...families],
    mono: ['DejaVu Sans Mono', ...families],
    signs,
  };
}

function readLanguage(tag: string): { readonly lang: string; readonly region: string | null } {
  const { language, script, region } = new Intl.Locale(tag);
  const written = region ?? (language === 'zh' && script === 'Hant' ? 'TW' : undefined);
  return {
    lang: /^[a-z]{2,3}$/.test(language) ? language : 'en',
    region: written && /^[A-Z]{2}$/.test(written) ? written : null,
  };
}

function readDate(date: string | undefined) {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return year && month && day ? { year, month, day } : null;
}

// A last sheet with three lines on it looks like a mistake: the text may shrink by half a point if that saves a sheet.
function chooseSize<Sized extends { readonly numOfPages: number }>(set: (size: string) => Sized): Sized {
  const large = set('10.5');
  if (large.numOfPages === 1) return large;
  const small = set('10');
  if (small.numOfPages === large.numOfPages) return large;
  const middle = set('10.25');
  return middle.numOfPages === small.numOfPages ? middle : small;
}

function exportPdf(compiler: NodeCompiler, document: ReturnType<NodeCompiler['compile']>['result'] & object) {
  try {
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), missing: [] };
  } catch (fault) {
    const missing = findMissing(String(fault));
    if (missing.length === 0) throw new Error('Typst cannot write the PDF. Please report this.', { cause: fault });
    return { pdf: compiler.pdf(document, {}), missing };
  }
}

// What no PDF may contain: marks of the order of bytes, and halves of characters. No heading may be empty.
function clean(text: string): string {
  const cleaned = text.toWellFormed().replace(/[\0\uFEFF\uFFFE\uFFFF]/g, '');
  return cleaned === '' && text !== '' ? '\u200B' : cleaned;
}

function isPng(bytes: Uint8Array | undefined): boolean {
  return bytes?.[0] === 0x89;
}
