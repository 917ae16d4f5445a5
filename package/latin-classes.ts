const names = 'L Ll Lu M Mn N P Pi Ps S C Cc Cf Cs Z Zl Zp Bidi_Control Extended_Pictographic Emoji_Presentation';
const scripts =
  'Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar Cyrillic Arabic Hebrew Greek Devanagari Georgian Armenian Bengali Tamil Latin Common Inherited';

/** What the classes of Unicode have of Latin-1, as it is written in a pattern between brackets. Written down when the package is packed. */
export const latinClasses: Readonly<Record<string, string>> = Object.fromEntries(
  [...names.split(' '), ...scripts.split(' ').flatMap((script) => [`sc=${script}`, `Script=${script}`])].map((name) => [
    name,
    listLatin(new RegExp(`\\p{${name}}`, 'u')),
  ]),
);

function listLatin(pattern: RegExp): string {
  const ranges: [first: number, last: number][] = [];
  for (let code = 0; code < 256; code += 1) {
    if (!pattern.test(String.fromCharCode(code))) continue;
    const before = ranges.at(-1);
    if (before?.[1] === code - 1) before[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([first, last]) => (first === last ? writeCode(first) : `${writeCode(first)}-${writeCode(last)}`))
    .join('');
}

function writeCode(code: number): string {
  return `\\x${code.toString(16).padStart(2, '0')}`;
}
