import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBoxFont } from './create-box-font.ts';
import { createTypesetter, type Typesetter } from './create-typesetter.ts';
import type { Font } from './read-family.ts';
import type { Sheet } from './sheet.ts';
import { breakWords, isLongSheet } from './weigh-sheet.ts';

/** What sets and draws; opening it takes long, and it can be used again and again. */
export type Press = {
  /** Sets a résumé as an accessible PDF (PDF/UA-1); the same input gives the same bytes. */
  print(sheet: Sheet, options: PrintOptions): Print;
  /** Draws the picture of a link, 1200 × 630, with every letter as a path. */
  drawCard(card: Card): Drawing;
  /** Draws a person's initials, 180 × 180. */
  drawIcon(icon: Icon): Drawing;
};

type PrintOptions = {
  readonly paper: 'a4' | 'letter';
  /** A JPEG or PNG. Default: none is shown. */
  readonly photo?: Uint8Array | undefined;
};

/** A résumé on paper. */
export type Print = {
  readonly pdf: Uint8Array;
  readonly sheets: number;
  /** Characters that no font has, and that are shown as boxes. */
  readonly missing: readonly string[];
};

type Drawing = { readonly svg: string; readonly missing: readonly string[] };

/** What the picture of a link shows. */
export type Card = Pick<Sheet, 'language' | 'direction' | 'name' | 'label' | 'accent'> & {
  /** Where the site is, without its scheme; empty where that is not known. */
  readonly address: string;
  /** A JPEG or PNG, square. */
  readonly photo?: Uint8Array | undefined;
};

type Icon = Pick<Sheet, 'accent'> & { readonly initials: string };

const weights = ['400Regular', '400Regular_Italic', '600SemiBold'];

/**
 * Opens the press: Typst with our fonts and `fonts`, which are asked when ours lack a character, in this order; after them
 * the system's. Throws where `tryPress` says why.
 */
export async function openPress(fonts: readonly Font[] = []): Promise<Press> {
  const typst = await loadTypst();
  const [sans, serif] = await Promise.all([readOwnFonts('source-sans-3'), readOwnFonts('source-serif-4')]);
  const fontBlobs = [...sans, ...serif, ...fonts.map(({ bytes }) => bytes)];
  const typesetter = createTypesetter(typst, fontBlobs);
  function print(sheet: Sheet, { paper, photo }: PrintOptions, setter: Typesetter, families: Families): Print {
    const isLong = isLongSheet(sheet);
    const data = {
      sheet: isLong ? breakWords(sheet) : sheet,
      isLong,
      ...families,
      ...readLanguage(sheet.language),
      date: readDate(sheet.date),
      paper: paper === 'letter' ? 'us-letter' : 'a4',
    };
    const set = (inputs: Inputs) => setter.set('resume.typ', { ...data, photo }, inputs);
    const document = isLong ? set(largest) : chooseSize(set, setter.findEnd);
    return { ...setter.exportPdf(document), sheets: document.numOfPages };
  }

  // What no font has is shown as boxes, but can still be read aloud, searched and copied.
  function showBoxes<Made extends { readonly missing: readonly string[] }>(
    make: (setter: Typesetter, families: Families) => Made,
  ): Made {
    const made = make(typesetter, listFamilies(fonts));
    if (made.missing.length === 0) return made;
    const boxes = createBoxFont(made.missing);
    const boxed = make(createTypesetter(typst, [...fontBlobs, boxes.bytes]), listFamilies([...fonts, boxes]));
    return { ...boxed, missing: made.missing };
  }

  return {
    print: (sheet, options) => showBoxes((setter, families) => print(sheet, options, setter, families)),
    drawCard: (card) =>
      showBoxes((setter, families) =>
        setter.draw('card.typ', { ...card, ...families, ...readLanguage(card.language) }),
      ),
    drawIcon: (icon) => showBoxes((setter, families) => setter.draw('icon.typ', { ...icon, ...families })),
  };
}

/** What Typst's loader throws on this machine; nothing where a press can be opened. */
export async function tryPress(): Promise<Error | undefined> {
  try {
    await loadTypst();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

// npm leaves it out where it is told to, and its own loader throws where no binary fits.
const loadTypst = () => import('@myriaddreamin/typst-ts-node-compiler');

async function readOwnFonts(name: string): Promise<readonly Buffer[]> {
  const home = dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${name}/package.json`)));
  const family = name.replace(/(^|-)\w/g, (start) => start.replace('-', '').toUpperCase());
  return Promise.all(weights.map((weight) => readFile(join(home, weight, `${family}_${weight}.ttf`))));
}

type Families = ReturnType<typeof listFamilies>;

// After ours and the person's, signs come from what Typst carries, so that a check mark is the same on every machine.
function listFamilies(fonts: readonly Font[]) {
  const families = [...new Set(fonts.map(({ family }) => family))];
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

// A last sheet with three lines on it looks like a mistake: the text may shrink by half a point, and its gaps with it, if that
// saves a sheet.
const largest = { size: '10.5' };
const densest = { size: '10', dense: 'yes' };

// More than the densest text saves of each sheet. Where the last one has more on it, setting it again would be for nothing.
const maxSaved = 0.25;

type Inputs = Readonly<Record<string, string>>;

function chooseSize<Sized extends { readonly numOfPages: number }>(
  set: (inputs: Inputs) => Sized,
  findEnd: (document: Sized) => number,
): Sized {
  const large = set(largest);
  if (large.numOfPages === 1 || findEnd(large) > maxSaved * large.numOfPages) return large;
  const smallest = set(densest);
  if (smallest.numOfPages === large.numOfPages) return large;
  for (const size of ['10.25', '10']) {
    const smaller = set({ size });
    if (smaller.numOfPages === smallest.numOfPages) return smaller;
  }
  return smallest;
}
