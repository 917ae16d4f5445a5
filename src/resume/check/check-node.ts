import type { Fix } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceLiteral, SourceMap, SourceNode, SourceText } from '../read/source-node.ts';
import { toResumeData } from '../resume-data.ts';
import type { ListShape, MapShape, Shape, TextShape } from '../schema/shape.ts';
import { checkCharacters } from './check-characters.ts';
import { checkPeriod } from './check-period.ts';
import type { Context } from './context.ts';
import { explainType } from './explain-type.ts';
import { joinPath } from './join-path.ts';
import { replaceText } from './replace-text.ts';
import { listSoundEntries, resolveKeys } from './resolve-keys.ts';

/** Reports all that is wrong in a value; gives what is left of it without what is empty, or undefined for nothing. */
export function checkNode(node: SourceNode, shape: Shape, path: string, context: Context): unknown {
  if (isEmpty(node)) return undefined;
  if (shape.kind === 'map' && node.kind === 'map') return checkMap(node, shape, path, context);
  if (shape.kind === 'list') return checkList(node, shape, path, context);
  if (shape.kind === 'text' && node.kind === 'text') return checkText(node, shape, path, context);
  if (shape.kind === 'text' && 'value' in node && node.kind !== 'text') reportLiteral(node, shape, path, context);
  else context.report({ path, start: node.start, message: explainType(node, shape, context.format) });
  return undefined;
}

export function checkMap(
  map: SourceMap,
  shape: MapShape,
  path: string,
  context: Context,
): { readonly [key: string]: unknown } | undefined {
  const entries = resolveKeys(map, shape, path, context);
  const cleaned = new Map<string, unknown>();
  for (const entry of entries) {
    const entryPath = joinPath(path, entry.key);
    const value =
      entry.shape === undefined
        ? checkForeign(entry.value, entryPath, context)
        : checkNode(entry.value, entry.shape, entryPath, context);
    if (value !== undefined) cleaned.set(entry.key, value);
  }
  checkPeriod(entries, cleaned, path, context);
  return cleaned.size > 0 ? Object.fromEntries(cleaned) : undefined;
}

function checkList(node: SourceNode, shape: ListShape, path: string, context: Context): readonly unknown[] | undefined {
  const isList = node.kind === 'list';
  if (!isList) context.report({ path, start: node.start, message: explainType(node, shape, context.format) });
  const items = isList ? node.items : node.kind === shape.item.kind ? [node] : [];
  const cleaned = items
    .map((item, index) => checkNode(item, shape.item, `${path}[${index}]`, context))
    .filter((item) => item !== undefined);
  return cleaned.length > 0 ? cleaned : undefined;
}

function checkText(node: SourceText, shape: TextShape, path: string, context: Context): string | undefined {
  const value = node.value.trim();
  if (!checkCharacters(node, path, context) || shape.isNothing(value)) return undefined;
  const flaw = shape.check(value);
  if (flaw === undefined) return value.replaceAll('\r\n', '\n');
  const { message, instead } = flaw;
  const done = `Wrote ${quoteValue(instead ?? '')} for ${quoteValue(value)}.`;
  const fix = instead === undefined ? undefined : replaceText(context.text, node, instead, done);
  context.report({ path, start: node.start, message, ...(fix && { fix }) });
  return undefined;
}

/** JSON has numbers and true, which a résumé never needs: in quotes they keep what was typed, such as 4.0. */
function reportLiteral(node: SourceLiteral, shape: TextShape, path: string, context: Context): void {
  const written = context.text.slice(node.start, node.end);
  const flaw = shape.check(written);
  const quoted = `"${written}"`;
  const message =
    flaw?.message ??
    `This is ${node.kind === 'number' ? 'a number' : written}, but a text belongs here; write it in quotes: ${quoteValue(written)}.`;
  const fix: Fix = { start: node.start, end: node.end, text: quoted, done: `Put ${quoteValue(written)} in quotes.` };
  context.report({ path, start: node.start, message, ...(flaw === undefined && { fix }) });
}

/** Keys under meta may hold anything that can be written down again. */
function checkForeign(node: SourceNode, path: string, context: Context): unknown {
  if (node.kind === 'text') checkCharacters(node, path, context);
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) checkForeign(item, `${path}[${index}]`, context);
  }
  if (node.kind === 'map') {
    for (const { key, value } of listSoundEntries(node, path, context)) {
      checkForeign(value, joinPath(path, key.value), context);
    }
  }
  return toResumeData(node);
}

function isEmpty(node: SourceNode): boolean {
  if (node.kind === 'list') return node.items.length === 0;
  if (node.kind === 'map') return node.entries.length === 0;
  return node.kind === 'null' || (node.kind === 'text' && node.value.trim() === '');
}
