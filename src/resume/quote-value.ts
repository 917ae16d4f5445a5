const maxLength = 100;

/** Shows a value inside a sentence: in quotes, on one line, shortened, and with nothing invisible in it. */
export function quoteValue(value: string): string {
  const characters = Array.from(value.slice(0, 2 * (maxLength + 1)));
  const isLong = characters.length > maxLength;
  const shown = isLong ? `${characters.slice(0, maxLength - 1).join('')}…` : value;
  return JSON.stringify(shown).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, spellOut);
}

/** A text with what would steer a terminal spelled out. */
export function spellOutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, spellOut);
}

function spellOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** Adds a key to a path: `work[0]` and `name` make `work[0].name`; unusual keys stand in brackets and quotes. */
export function joinPath(path: string, key: string): string {
  if (!/^[\w$-]{1,60}$/.test(key)) return `${path}[${quoteValue(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
