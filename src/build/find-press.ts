import { describePress, hasPress, openPress, type Press } from '#paper';
import { findFonts, readFonts } from './find-fonts.ts';
import { readVersion } from './read-version.ts';

/** What sets a text on this machine, which is opened only where something has to be set. */
type FoundPress = {
  /** All that what it sets depends on beside the text. */
  readonly parts: readonly string[];
  /** Why there is none, as the end of a sentence; `undefined` where there is one. */
  explainAbsence(): Promise<string | undefined>;
  open(): Promise<Press>;
};

const packages = ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/source-sans-3'];

/** Finds the press with the fonts that a text in this language needs. */
export async function findPress(root: string, text: string, language: string): Promise<FoundPress> {
  const fonts = await findFonts(root, text, language);
  const versions = await Promise.all(packages.map(readVersion));
  return {
    parts: [...fonts.map(({ stamp }) => stamp), await describePress(), ...versions],
    explainAbsence: async () => ((await hasPress()) ? undefined : noTypst),
    async open() {
      const press = await openPress(await readFonts(fonts));
      if (!press) throw new Error(`There is no PDF: ${noTypst}.`);
      return press;
    },
  };
}

const noTypst = `Typst, which sets it, does not run on ${process.platform} ${process.arch}`;
