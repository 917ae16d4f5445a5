import { describePress, openPress, type Press, type Print, type StartedPress, tryPress } from '#paper';
import { explainAbsence } from './explain-absence.ts';
import { findFonts, readFonts } from './find-fonts.ts';
import { findHome, readVersion } from './read-version.ts';

/** What sets a text on this machine, which is opened only where something has to be set. */
type FoundPress = {
  /** All that what it sets depends on beside the text. */
  readonly parts: readonly string[];
  /** Why there is none, as the end of a sentence; `undefined` where there is one. */
  explainAbsence(): Promise<string | undefined>;
  open(): Promise<Press>;
  print(...job: Parameters<Press['print']>): Promise<Print>;
};

const typst = '@myriaddreamin/typst-ts-node-compiler';
const packages = [typst, '@expo-google-fonts/source-sans-3'];

/** Finds the press with the fonts that a text in this language needs; one that was started prints where ours are enough. */
export async function findPress(
  root: string,
  text: string,
  language: string,
  started?: StartedPress,
): Promise<FoundPress> {
  const fonts = await findFonts(root, text, language);
  const ready = fonts.length === 0 ? started : undefined;
  const open = async () => openPress(await readFonts(fonts));
  const versions = await Promise.all(packages.map(readVersion));
  return {
    parts: [...fonts.map(({ stamp }) => stamp), await describePress(), ...versions],
    async explainAbsence() {
      if (await ready?.isOpen) return undefined;
      const error = await tryPress();
      return error && explainAbsence({ what: 'Typst, which sets it,', name: typst, home: findHome(typst) }, error);
    },
    open,
    // One that runs in no other thread may run in this one.
    print: async (...job) => (ready && (await ready.isOpen) ? ready.print(...job) : (await open()).print(...job)),
  };
}
