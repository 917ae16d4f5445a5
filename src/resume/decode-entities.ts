const signs: ReadonlyMap<string, string> = new Map(
  `amp & lt < gt > quot " apos ' ndash – mdash — hellip … bull • middot · lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ”
bdquo „ laquo « raquo » lsaquo ‹ rsaquo › euro € pound £ yen ¥ cent ¢ copy © reg ® trade ™ deg ° sect § para ¶ plusmn ±
times × divide ÷ minus − micro µ sup1 ¹ sup2 ² sup3 ³ frac12 ½ frac14 ¼ frac34 ¾ ordf ª ordm º iexcl ¡ iquest ¿ larr ← rarr →
uarr ↑ darr ↓ dagger † check ✓ star ☆ starf ★ szlig ß AElig Æ aelig æ OElig Œ oelig œ ETH Ð eth ð THORN Þ thorn þ
Oslash Ø oslash ø Aring Å aring å inodot ı Lstrok Ł lstrok ł`
    .split(/\s/)
    .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] ?? ''] as const] : [])),
);
const unseen: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['shy', '\u00ad'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
]);
const accents: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['cedil', '\u0327'],
  ['ogon', '\u0328'],
  ['caron', '\u030c'],
]);

/** A character as HTML spells it: `&amp;`, `&#8211;`, `&#x2013;`; a backslash before it makes it a text in Markdown. */
export const entityPattern = /(?<!\\)&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

/** The character that was found by `entityPattern`; `undefined` for a name that nobody knows, and for a number that is no text. */
export function decodeEntity([, decimal, hex, name]: readonly (string | undefined)[]): string | undefined {
  if (name !== undefined) return signs.get(name) ?? unseen.get(name) ?? decodeAccent(name);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // Old editors number these as Windows does, and browsers follow them.
  if (code >= 0x80 && code < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const character = code < 0x11_0000 ? String.fromCodePoint(code) : '\0';
  if (/\s/.test(character)) return ' ';
  return /[\p{Cc}\p{Cs}]/u.test(character) ? undefined : character;
}

/** Resolves `&amp;`, `&eacute;`, `&#8211;`, `&#x2013;`; whatever else begins with "&" stays. */
export function decodeEntities(text: string): string {
  return text.replaceAll(entityPattern, (...found) => decodeEntity(found as readonly string[]) ?? String(found[0]));
}

function decodeAccent(name: string): string | undefined {
  const accent = accents.get(name.slice(1));
  const letter = accent && `${name[0]}${accent}`.normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}
