import type { Edit } from '../diagnostic.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import type { Context } from './context.ts';

/** The edit that makes a text say something else, in the quotes or the block in which it is written. */
export function replaceText({ text, format }: Context, node: SourceText, value: string): Edit {
  const { start, end } = node;
  const written = text.slice(start, end);
  const quote = written[0] ?? '';
  if (format === 'json' || quote === '"') return { start, end, text: JSON.stringify(value) };
  if (quote === '|' || quote === '>') return { start, end, text: writeBlock(written, value) };
  if (quote === "'" && !value.includes('\n')) return { start, end, text: `'${value.replaceAll("'", "''")}'` };
  return { start, end, text: isPlain(value) ? value : JSON.stringify(value) };
}

/** A value as it can stand anywhere in the text: in quotes where YAML would read it otherwise. */
export function writeValue(context: Context, node: SourceNode): string {
  const written = context.text.slice(node.start, node.end);
  if (node.kind !== 'text') return context.format === 'json' ? JSON.stringify(written) : written;
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
export function renameKey(context: Pick<Context, 'text' | 'format'>, { key }: SourceEntry, name: string): Edit {
  const quote = context.text[key.start] ?? '';
  const text = /["']/.test(quote) ? quote + name + quote : writeKey(context, name);
  return { start: key.start, end: key.end, text };
}

/** The edit that takes an entry out of its group; none where a comment would go with it, or where nothing would be left. */
export function removeEntry({ text, format }: Context, map: SourceMap, entry: SourceEntry): Edit | undefined {
  const index = map.entries.indexOf(entry);
  const [before, after] = [map.entries[index - 1], map.entries[index + 1]];
  const isBare = (from: number, to: number) => /^[\s,]*$/.test(text.slice(from, to));
  const own = text.slice(entry.key.end, entry.value.start);
  const isScalar = entry.value.kind !== 'map' && entry.value.kind !== 'list';
  const comment = format === 'json' ? /\/[/*]/ : /#/;
  if (!/^\s*:\s*$/.test(own) && entry.value.kind !== 'null') return undefined;
  if (!isScalar && comment.test(text.slice(entry.value.start, entry.value.end))) return undefined;
  if (after !== undefined) {
    const isClean =
      isBare(entry.value.end, after.key.start) ||
      (entry.value.kind === 'null' && /^\s*:?\s*(?:null|~)?[\s,]*$/i.test(text.slice(entry.key.end, after.key.start)));
    return isClean ? { start: entry.key.start, end: after.key.start, text: '' } : undefined;
  }
  if (before === undefined || isBlock(text, before.value) || entry.value.kind === 'null') return undefined;
  const { end } = before.value;
  return isBare(end, entry.key.start) && !isBlock(text, entry.value)
    ? { start: end, end: entry.value.end, text: '' }
    : undefined;
}

/** The edit that puts another entry behind one that is written on one line. */
export function addEntry(
  context: Context,
  map: SourceMap,
  { key, value }: SourceEntry,
  written: string,
): Edit | undefined {
  const { text, format } = context;
  if (text.slice(key.start, value.end).includes('\n')) return undefined;
  const isFlow = format === 'json' || text[map.start] === '{';
  const lineStart = text.lastIndexOf('\n', key.start - 1) + 1;
  // In YAML a group of its own lines has all its keys in the column of this one.
  const indent =
    format === 'json' ? (/^\s*/.exec(text.slice(lineStart, key.start))?.[0] ?? '') : ' '.repeat(key.start - lineStart);
  const isOwnLine = text.slice(lineStart, key.start).trim() === '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  if (!isFlow) {
    const [rest = ''] = /^[^\n]*/.exec(text.slice(value.end)) ?? [];
    // A comment behind the value stays behind it.
    const at = value.end + rest.replace(/\r$/, '').length;
    return { start: at, end: at, text: `${end}${indent}${written}` };
  }
  return { start: value.end, end: value.end, text: isOwnLine ? `,${end}${indent}${written}` : `, ${written}` };
}

function isBlock(text: string, node: SourceNode): boolean {
  return /^[|>]/.test(text.slice(node.start, node.start + 1));
}

/** Tells whether YAML reads a text as it is, without quotes, wherever it stands on its own line. */
function isPlain(value: string): boolean {
  return (
    /^[\p{L}\p{N}(/][^\n]*$/u.test(value) &&
    !/: |:$| #|\s$|^(?:null|Null|NULL)$/.test(value) &&
    !/[\p{Cc}\p{Cs}]/u.test(value)
  );
}

function writeBlock(written: string, value: string): string {
  const [header = '', ...lines] = written.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '  ';
  const indent = /^ */.exec(first)?.[0] || '  ';
  const end = /\n$/.test(written) ? '\n' : '';
  const body = value
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line));
  // A folded block would join the lines; an indentation that the header names is that of the first line still.
  return [header.replace('>', '|'), ...body].join('\n') + end;
}
