/**
 * A text that a terminal shows as it is: what would steer it (control characters, the ends of colors included), or turn the
 * order of what follows (bidi controls), is spelled out as `\u202e`. Line breaks and tabs are spelled out too.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\ufffd]/gu, spellOut);
}

/**
 * The same for whole lines that are painted already: line breaks, tabs and the colors that are painted with stay. In a workflow on
 * GitHub, whose runner takes `##[add-mask]` for a command wherever it stands in a line, such a beginning is spelled out as well.
 */
export function printableLines(text: string, isWorkflow = false): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  const shown = text.replace(/\u001b\[(?:0|1|2|4|22|24|3[1-69])m|[\n\t]|[\p{Cc}\p{Bidi_Control}]/gu, (found) =>
    found.length > 1 || found === '\n' || found === '\t' ? found : spellOut(found),
  );
  // In JSON it still means the same.
  return isWorkflow ? shown.replaceAll('##[', '#\\u0023[') : shown;
}

function spellOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
