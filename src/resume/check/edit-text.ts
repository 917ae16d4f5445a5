import type { Edit } from '../diagnostic.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import type { Context } from './context.ts';

/** The edit that makes a text say something else, in the quotes or the block in which it is written. */
export function replaceText({ text }: Context, { start, end }: SourceText, value: string): Edit {
  const quote = text[start];
  if (quote === '|' || quote === '>') return { start, end, text: writeBlock(text.slice(start, end), value) };
  if (quote === "'" && !value.includes('\n')) return { start, end, text: `'${value.replaceAll("'", "''")}'` };
  return { start, end, text: quote !== '"' && isPlain(value) ? value : JSON.stringify(value) };
}

/** A value as it can stand anywhere in the text: in quotes where YAML would read it otherwise. */
export function writeValue(context: Context, node: SourceNode): string {
  const written = context.text.slice(node.start, node.end);
  if (node.kind !== 'text') return JSON.stringify(written);
  const isQuoted = /^["']/.test(written) && !written.includes('\n');
  return isQuoted ? written : writeText(context, node.value);
}

export function writeText({ format }: Context, value: string): string {
  return format === 'yaml' && isPlain(value) && !/[,[\]{}]/.test(value) ? value : JSON.stringify(value);
}

/** A key as the format wants it. */
export function writeKey({ format }: Pick<Context, 'format'>, key: string): string {
  return format === 'json' ? JSON.stringify(key) : key;
}

/** The edit that writes another name for a key, in its quotes. */
export function renameKey({ text }: Pick<Context, 'text'>, { key: { start, end } }: SourceEntry, name: string): Edit {
  const quote = text.charAt(start).replace(/[^"']/, '');
  return { start, end, text: quote + name + quote };
}

/** The edit that takes an entry out of its group; none where a comment would go with it, or where nothing would be left. */
export function removeEntry({ text, format }: Context, map: SourceMap, entry: SourceEntry): Edit | undefined {
  const { key, value } = entry;
  const index = map.entries.indexOf(entry);
  const [before, after] = [map.entries[index - 1], map.entries[index + 1]];
  const isBare = (from: number, to: number) => /^[\s,]*$/.test(text.slice(from, to));
  if (text.slice(key.end, value.start).trim() !== ':') return undefined;
  const comment = format === 'json' ? /\/[/*]/ : /#/;
  if ((value.kind === 'map' || value.kind === 'list') && comment.test(text.slice(value.start, value.end)))
    return undefined;
  if (after)
    return isBare(value.end, after.key.start) ? { start: key.start, end: after.key.start, text: '' } : undefined;
  if (!before || isBlock(text, before.value) || isBlock(text, value) || text[value.end] === '#') return undefined;
  const { end } = before.value;
  return isBare(end, key.start) ? { start: end, end: value.end, text: '' } : undefined;
}

/** The edit that puts another entry behind one that is written on one line. */
export function addEntry(
  { text }: Context,
  map: SourceMap,
  { key, value }: SourceEntry,
  written: string,
): Edit | undefined {
  if (text.slice(key.start, value.end).includes('\n')) return undefined;
  const isFlow = text[map.start] === '{';
  const lineStart = text.slice(0, key.start).lastIndexOf('\n') + 1;
  const before = text.slice(lineStart, key.start);
  const isOwnLine = before.trim() === '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  // All keys of a group stand in one column; a comment behind the value stays behind it.
  const next = `${end}${before.replaceAll(/\S/g, ' ')}${written}`;
  const at = isFlow ? value.end : value.end + text.slice(value.end).search(/\r?\n|$/);
  return { start: at, end: at, text: isFlow ? `,${isOwnLine ? next : ` ${written}`}` : next };
}

function isBlock(text: string, { start }: SourceNode): boolean {
  return /[|>]/.test(text.charAt(start));
}

/** Tells whether YAML reads a text as it is, without quotes, wherever it stands on its own line. */
function isPlain(value: string): boolean {
  return (
    /^[\p{L}\p{N}(/]/u.test(value) && !/: |:$| #|\s$|^(?:null|Null|NULL)$/.test(value) && !/[\p{Cc}\p{Cs}]/u.test(value)
  );
}

function writeBlock(written: string, value: string): string {
  const [header = '', indent = ''] = written.split(/\r?\n(?: *\r?\n)*( +)/, 2);
  const lineEnd = written.startsWith('\r\n', header.length) ? '\r\n' : '\n';
  const end = written.endsWith('\n') ? lineEnd : '';
  const body = value.split('\n').map((line) => (line === '' ? '' : indent + line));
  // A folded block would join the lines; an indentation that the header names is that of the first line still.
  return [header.replace('>', '|'), ...body].join(lineEnd) + end;
}
