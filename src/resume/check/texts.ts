import type { SourceNode } from '../read/source-node.ts';

/** Tabs and line ends are the only control characters that HTML and XML allow; half a surrogate pair is no character. */
export const forbidden = /(?!\r\n)[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\n\t]]/v;

/** The text without what no web page can hold, and without spaces around it. */
export function cleanText(text: string): string {
  return text.replaceAll(new RegExp(forbidden, 'gv'), '').replaceAll('\r\n', '\n').trim();
}

/** Tells whether there is nothing in a value at all. */
export function isEmpty(node: SourceNode): boolean {
  if (node.kind === 'list') return node.items.every(isEmpty);
  if (node.kind === 'map') return node.entries.every(({ value }) => isEmpty(value));
  return node.kind === 'null' || (node.kind === 'text' && node.value.trim() === '');
}

/** Every text of a value in the order of the file, however deep it stands. */
export function listTexts(node: SourceNode): readonly string[] {
  if (node.kind === 'list') return node.items.flatMap(listTexts);
  if (node.kind === 'map') return node.entries.flatMap(({ value }) => listTexts(value));
  const text = isEmpty(node) ? '' : cleanText(String(node.value));
  return text === '' ? [] : [text];
}
