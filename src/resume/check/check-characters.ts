import type { SourceText } from '../read/source-node.ts';
import type { Context } from './context.ts';

/** Tabs and line ends are the only control characters that HTML and XML allow; half a surrogate pair is no character. */
const FORBIDDEN = /(?!\r\n)[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\n\t]]/v;

/** Reports the first character of a text that no web page can hold; tells whether there was none. */
export function checkCharacters(node: SourceText, path: string, context: Context): boolean {
  const found = FORBIDDEN.exec(node.value);
  if (found === null) return true;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const written = context.text.slice(node.start, node.end).indexOf(found[0]);
  const what = /\p{Cs}/u.test(found[0]) ? 'half of a character' : 'an invisible control character';
  context.report({
    path,
    start: node.start + Math.max(written, 0),
    message: `U+${code} is ${what}, which no web page can hold; remove it.`,
  });
  return false;
}
