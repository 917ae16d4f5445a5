import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceEntry, SourceMap, SourceNode } from './read/source-node.ts';

/** Where a text is to stand: a key in a group at the root. */
type Place = { readonly group: string; readonly key: string; readonly isNew?: boolean };

/**
 * Writes a text into a group of a résumé; all else stays as it is, comments included. With `isNew` a group that is missing is
 * made. Nothing where there is no place for it. Read the result again: a file can be written in more ways than are thought of.
 */
export function setText(text: string, format: ResumeFormat, place: Place, value: string): string | undefined {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const { root } = readDocument(body, format);
  if (root?.kind !== 'map') return undefined;
  const group = find(root, place.group)?.value;
  const edited =
    group === undefined && place.isNew ? appendGroup(body, root, place, value) : setIn(body, group, place.key, value);
  return edited === undefined ? undefined : mark + edited;
}

function setIn(body: string, group: SourceNode | undefined, key: string, value: string): string | undefined {
  if (group?.kind !== 'map') return undefined;
  const entry = find(group, key);
  return entry
    ? replaceValue(body, entry, value, group)
    : insertEntry(body, group, key, quote(value, !isFlow(body, group)));
}

function find({ entries }: SourceMap, name: string): SourceEntry | undefined {
  return entries.find(({ key }) => key.value === name);
}

function isFlow(text: string, { start }: SourceMap): boolean {
  return text[start] === '{';
}

function quote(path: string, isBare: boolean): string {
  return isBare && /^[A-Za-z][\w./-]*$/.test(path) ? path : JSON.stringify(path);
}

function replaceValue(text: string, { value }: SourceEntry, written: string, group: SourceMap): string {
  const before = text.slice(0, value.start);
  const space = value.start === value.end && before.endsWith(':') ? ' ' : '';
  // A text of several lines ends with its last line's end.
  const end = text.slice(value.start, value.end).endsWith('\n') ? '\n' : '';
  return before + space + quote(written, !isFlow(text, group)) + end + text.slice(value.end);
}

// After the name, where people look for it, or else after what comes first.
function insertEntry(text: string, group: SourceMap, key: string, written: string): string | undefined {
  const before = find(group, 'name') ?? group.entries[0];
  if (!before) return undefined;
  const { start } = before.key;
  const { end } = before.value;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow(text, group)) {
    const name = text[start] === '"' ? `"${key}"` : key;
    const gap = indent.trim() === '' ? lineEnd + indent : ' ';
    return `${text.slice(0, end)},${gap}${name}: ${written}${text.slice(end)}`;
  }
  if (indent.trim() !== '') return undefined;
  const line = `${indent}${key}: ${written}`;
  const isLineOver = text[end - 1] === '\n';
  const at = isLineOver ? end : text.indexOf('\n', end) + 1;
  return at === 0 ? `${text}${lineEnd}${line}${lineEnd}` : `${text.slice(0, at)}${line}${lineEnd}${text.slice(at)}`;
}

// At the end, as a group of its own.
function appendGroup(text: string, root: SourceMap, { group, key }: Place, value: string): string | undefined {
  const last = root.entries.at(-1);
  if (!last) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow(text, root)) {
    const [name, inner] = text[last.key.start] === '"' ? [`"${group}"`, `"${key}"`] : [group, key];
    const lineStart = text.lastIndexOf('\n', last.key.start - 1) + 1;
    const indent = text.slice(lineStart, last.key.start);
    const gap = indent.trim() === '' ? lineEnd + indent : ' ';
    return `${text.slice(0, last.value.end)},${gap}${name}: { ${inner}: ${quote(value, false)} }${text.slice(last.value.end)}`;
  }
  // One empty line before it, where the file does not end with some.
  const lineEnds = text.slice(text.trimEnd().length).split('\n').length - 1;
  const gap = lineEnd.repeat(Math.max(0, 2 - lineEnds));
  return `${text}${gap}${group}:${lineEnd}  ${key}: ${quote(value, true)}${lineEnd}`;
}
