/**
 * A text that a terminal shows as it is: what would steer it (control characters, the ends of colors included), or turn the
 * order of what follows (bidi controls), is spelled out as `\u202e`. Line breaks and tabs are spelled out too.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\ufffd]/gu, spellOut);
}

type Lines = {
  /** Whether colors are painted with, which stay then. Default: no. */
  readonly isPainted?: boolean;
  /** Whether GitHub's runner reads it, which takes `##[add-mask]` for a command wherever it stands. Default: no. */
  readonly isWorkflow?: boolean;
};

/** The same for whole lines: their breaks and tabs stay. */
export function printableLines(text: string, { isPainted = false, isWorkflow = false }: Lines = {}): string {
  const shown = text.replace(isPainted ? besidesColors : besidesBreaks, (found) =>
    found.length > 1 ? found : spellOut(found),
  );
  // In JSON it still means the same.
  return isWorkflow ? shown.replaceAll('##[', '#\\u0023[') : shown;
}

const besidesBreaks = /[[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]--[\n\t]]/gv;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const besidesColors = /\u001b\[(?:0|1|2|4|22|24|3[1-69])m|[[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]--[\n\t]]/gv;

function spellOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
