import { parseResume } from './parse-resume.ts';
import { type ResumeFormat, readDocument } from './read/read-document.ts';
import type { SourceEntry, SourceMap } from './read/source-node.ts';

/**
 * Writes the path of a picture into the text of a résumé, as `basics.image`; all else stays as it is, comments included.
 * Nothing where the text has no place for it, such as one without `basics`.
 */
export function setImage(text: string, format: ResumeFormat, path: string): string | undefined {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const { root } = readDocument(body, format);
  const basics = root?.kind === 'map' ? find(root, 'basics')?.value : undefined;
  if (basics?.kind !== 'map') return undefined;
  const image = find(basics, 'image');
  const edited = image ? replaceValue(body, image, path, basics) : insertEntry(body, basics, path);
  // A file can be written in more ways than are thought of here.
  const isThere =
    edited !== undefined && parseResume(edited, format, { withPrivate: true }).resume?.basics.image === path;
  return isThere ? mark + edited : undefined;
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

function replaceValue(text: string, { value }: SourceEntry, path: string, basics: SourceMap): string {
  const before = text.slice(0, value.start);
  const space = value.start === value.end && before.endsWith(':') ? ' ' : '';
  // A text of several lines ends with its last line's end.
  const end = text.slice(value.start, value.end).endsWith('\n') ? '\n' : '';
  return before + space + quote(path, !isFlow(text, basics)) + end + text.slice(value.end);
}

// After the name, where people look for it.
function insertEntry(text: string, basics: SourceMap, path: string): string | undefined {
  const name = find(basics, 'name') ?? basics.entries[0];
  if (!name) return undefined;
  const { start } = name.key;
  const { end } = name.value;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow(text, basics)) {
    const key = text[start] === '"' ? '"image"' : 'image';
    const gap = indent.trim() === '' ? lineEnd + indent : ' ';
    return `${text.slice(0, end)},${gap}${key}: ${quote(path, false)}${text.slice(end)}`;
  }
  if (indent.trim() !== '') return undefined;
  const line = `${indent}image: ${quote(path, true)}`;
  const isLineOver = text[end - 1] === '\n';
  const at = isLineOver ? end : text.indexOf('\n', end) + 1;
  return at === 0 ? `${text}${lineEnd}${line}${lineEnd}` : `${text.slice(0, at)}${line}${lineEnd}${text.slice(at)}`;
}
