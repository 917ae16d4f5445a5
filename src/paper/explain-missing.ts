// Where a script's letters are found, in packages that carry TrueType files under the OFL.
const packages: readonly (readonly [script: string, name: string])[] = [
  // Its letters have their dots on, so that they can be copied; Noto's are put together from parts.
  ['Arabic', 'vazirmatn'],
  ['Hebrew', 'noto-sans-hebrew'],
  ['Devanagari', 'noto-sans-devanagari'],
  ['Bengali', 'noto-sans-bengali'],
  ['Gurmukhi', 'noto-sans-gurmukhi'],
  ['Gujarati', 'noto-sans-gujarati'],
  ['Tamil', 'noto-sans-tamil'],
  ['Telugu', 'noto-sans-telugu'],
  ['Kannada', 'noto-sans-kannada'],
  ['Malayalam', 'noto-sans-malayalam'],
  ['Sinhala', 'noto-sans-sinhala'],
  ['Thai', 'noto-sans-thai'],
  ['Lao', 'noto-sans-lao'],
  ['Khmer', 'noto-sans-khmer'],
  ['Myanmar', 'noto-sans-myanmar'],
  ['Georgian', 'noto-sans-georgian'],
  ['Armenian', 'noto-sans-armenian'],
  ['Ethiopic', 'noto-sans-ethiopic'],
  ['Hangul', 'noto-sans-kr'],
  ['Hiragana', 'noto-sans-jp'],
  ['Katakana', 'noto-sans-jp'],
  ['Han', 'noto-sans-sc'],
];

const maxShown = 12;

/** Says which characters no font has for a thing, and which packages have them; nothing where none is missing. */
export function explainMissing(missing: readonly string[], language: string, thing = 'PDF'): string | undefined {
  if (missing.length === 0) return undefined;
  const needed = new Set(missing.map((text) => findPackage(text, language)));
  const names = [...needed].filter((name) => name !== undefined).map((name) => `@expo-google-fonts/${name}`);
  const visible = missing.filter((text) => !/^\p{Cf}+$/u.test(text));
  const shown = `${visible.slice(0, maxShown).join(' ')}${visible.length > maxShown ? ' …' : ''}`;
  const count = missing.length === 1 ? '1 character is' : `${missing.length} characters are`;
  const install = names.length > 0 ? `npm install ${names.join(' ')}, or put` : 'Put';
  return `${count} in no font, so the ${thing} shows boxes for ${shown}. ${install} a font that has them into fonts/.`;
}

function findPackage(text: string, language: string): string | undefined {
  const found = packages.find(([script]) => new RegExp(`\\p{Script=${script}}`, 'u').test(text));
  if (found?.[0] === 'Han') return findHan(language);
  return found?.[1] ?? (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text) ? 'noto-emoji' : undefined);
}

function findHan(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === 'ja') return 'noto-sans-jp';
  if (base === 'ko') return 'noto-sans-kr';
  return script === 'Hant' ? 'noto-sans-tc' : 'noto-sans-sc';
}
