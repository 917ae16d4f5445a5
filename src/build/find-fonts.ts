import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Font, readFamily } from '#paper';

/** A font's file that may be needed; `stamp` changes when the file does. */
type FontFile = { readonly path: string; readonly stamp: string };

// All that our fonts are made for: letters, and the signs that go with them.
const strange =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}\0-\u00FF\u2000-\u206F\u20A0-\u20CF]/u;

/**
 * Finds the fonts for what ours lack: those of the project's `fonts/`, then the packages for other scripts that are installed.
 * None is looked for where a text has nothing that ours lack. What is no plain file is left out.
 */
export async function findFonts(root: string, text: string, language: string): Promise<readonly FontFile[]> {
  if (!strange.test(text)) return [];
  const own = await listFonts(join(root, 'fonts'));
  const ours = dirname(dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/package.json'))));
  const homes = new Set([join(root, 'node_modules', '@expo-google-fonts'), ours]);
  const installed = await Promise.all([...homes].map((home) => listPackages(home, language)));
  const paths = [...new Set([...own, ...installed.flat()])];
  const found = await Promise.all(
    paths.map(async (path) => {
      const file = await stat(path).catch(() => undefined);
      // A pipe never ends, and a link may lead nowhere.
      if (!file?.isFile() || file.size > maxBytes) return [];
      return [{ path, stamp: `${path} ${file.size} ${file.mtimeMs}` }];
    }),
  );
  return found.flat();
}

// The largest of Google's, for Chinese, has a fifth of that.
const maxBytes = 100_000_000;

/** Reads fonts; a file that is none is left out. */
export async function readFonts(files: readonly FontFile[]): Promise<readonly Font[]> {
  const fonts = await Promise.all(
    files.map(async ({ path }) => {
      const bytes = await readFile(path);
      const family = readFamily(bytes);
      return family === undefined ? [] : [{ family, bytes }];
    }),
  );
  return fonts.flat();
}

async function listFonts(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

// Vazirmatn comes before Noto. Chinese, Japanese and Korean write some characters in their own way, so the language's own font comes first.
const cjk: Readonly<Record<string, string>> = { ja: '-jp', ko: '-kr', zh: '-sc', 'zh-Hant': '-tc' };

async function listPackages(home: string, language: string): Promise<readonly string[]> {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const wanted = cjk[`${base}-${script}`] ?? cjk[base] ?? '-';
  const names = (await readdir(home).catch(() => []))
    .filter((name) => /^(vazirmatn$|noto-)/.test(name))
    .sort()
    .reverse();
  const sorted = [...names.filter((name) => name.endsWith(wanted)), ...names.filter((name) => !name.endsWith(wanted))];
  return (await Promise.all(sorted.map((name) => listWeights(join(home, name))))).flat();
}

// A Chinese font has ten megabytes for each weight, so no more are read than are used.
async function listWeights(folder: string): Promise<readonly string[]> {
  const [regular = [], semibold = [], bold = []] = await Promise.all(
    ['400Regular', '600SemiBold', '700Bold'].map((weight) => listFonts(join(folder, weight))),
  );
  return [...regular, ...(semibold.length > 0 ? semibold : bold)];
}
