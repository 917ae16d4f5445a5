import { joinPath, quoteValue } from '../quote-value.ts';
import { maxDepth, type SourceList, type SourceMap, type SourceNode, type SourceText } from '../read/source-node.ts';
import type { ListShape, MapShape, Shape } from '../schema/shape.ts';
import { type Context, note, withoutFixes } from './context.ts';
import { writeKey, writeText, writeValue } from './edit-text.ts';
import { explainKind } from './explain.ts';
import { cleanText, isEmpty } from './texts.ts';

/** Reads a list, and what was written in its place: one of its items, or a group whose keys name them. */
export function readList(node: SourceNode, shape: ListShape, path: string, context: Context): unknown {
  const { item } = shape;
  if (node.kind === 'list') return some(readItems(node, item, path, context));
  if (node.kind === 'map') {
    if (item.kind === 'map' && !isEntryOf(node, item)) return some(readPairs(node, item, path, context));
    note(node, path, explainKind(node, shape, describeBrackets(context)), context);
    if (item.kind === 'map') return some([context.read(node, item, `${path}[0]`)]);
    return some(node.entries.map(({ key, value }) => context.read(value, item, joinPath(path, key.value))));
  }
  if (item.kind === 'map') {
    const written = writeEntry(node, item, context);
    const message = explainKind(node, shape, written === undefined ? 'write a list' : `write [${written}]`);
    report(node, path, message, written && `[${written}]`, context);
    return some([readBareText(node, item, `${path}[0]`, context)]);
  }
  const points = node.kind === 'text' ? readPoints(node.value) : undefined;
  const isShort = node.kind !== 'text' || !context.text.slice(node.start, node.end).includes('\n');
  const items = points?.map((point) => writeText(context, point)) ?? [writeValue(context, node)];
  const written = isShort ? `[${items.join(', ')}]` : undefined;
  report(node, path, explainKind(node, shape, `write ${written ?? 'a list'}`), written, context);
  // In brackets it will be a text in quotes, so a number is not worth a second word.
  if (node.kind !== 'text') return some([String(node.value)]);
  if (points === undefined) return some([context.read(node, item, `${path}[0]`)]);
  return some(
    points.map((value, index) => context.read({ ...node, value }, item, `${path}[${index}]`, withoutFixes(context))),
  );
}

/** The points of a text that is a list in Markdown, each on a line of its own. */
function readPoints(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const points = lines.flatMap((line) => /^[-*•] +(.*)$/.exec(line)?.[1] ?? []);
  return points.length > 1 && points.length === lines.length ? points : undefined;
}

function readItems(node: SourceList, item: Shape, path: string, context: Context): readonly unknown[] {
  if (item.kind === 'map') return readGroups(node, item, path, context);
  return node.items.map((child, index) => context.read(child, item, `${path}[${index}]`));
}

/** Bare texts in a list of groups, such as `[Go, Kafka]`, are told of once, and mended together. */
function readGroups(node: SourceList, item: MapShape, path: string, context: Context): readonly unknown[] {
  const bare = node.items.filter((child) => 'value' in child && !isEmpty(child));
  const [first] = bare;
  if (first !== undefined) {
    const texts = bare.map((child) => writeEntry(child, item, context));
    const [written] = texts;
    const rest = bare.length === 1 ? '' : `, and so the other ${bare.length === 2 ? 'one' : bare.length - 1}`;
    const remedy = written === undefined ? 'write a group of keys' : `write ${written}${rest}`;
    const edits = bare.flatMap(({ start, end }, index) => {
      const text = texts[index];
      return text === undefined ? [] : [{ start, end, text }];
    });
    const done = bare.length === 1 ? `Wrote ${written}.` : `Wrote ${bare.length} texts as groups, such as ${written}.`;
    const fix = edits.length === bare.length ? { edits, done } : undefined;
    note(first, `${path}[${node.items.indexOf(first)}]`, explainKind(first, item, remedy), context, fix);
  }
  const isBare = new Set<SourceNode>(bare);
  return node.items.map((child, index) => {
    const itemPath = `${path}[${index}]`;
    if (isBare.has(child)) return readBareText(child, item, itemPath, context);
    // A list in a list of groups is more groups.
    if (child.kind === 'list') return readGroups(child, item, itemPath, context);
    return context.read(child, item, itemPath);
  });
}

/** `{ German: native, French: good }` and `{ Languages: [Go, C] }` are lists by another means. */
function readPairs(node: SourceMap, item: MapShape, path: string, context: Context): readonly unknown[] {
  const [name, content] = item.pair ?? [firstKey(item), undefined];
  note(
    node,
    path,
    `This is a group of keys, but a list belongs here; each key is read as one ${quoteValue(name)}, so write a list.`,
    context,
  );
  return node.entries.flatMap(({ key, value }) => {
    const place = joinPath(path, key.value);
    const called = cleanText(key.value) === '' ? {} : { [name]: cleanText(key.value) };
    if (isEmpty(value)) return [];
    if (value.kind === 'list' && value.items.some(({ kind }) => kind === 'map')) {
      // Each of them is of what the key names, unless it has a name of its own.
      const items = readGroups(value, item, place, context);
      return items.map((read) => (isGroup(read) ? { ...called, ...read } : read));
    }
    if (value.kind === 'map') {
      const read = context.read(value, item, place);
      return [{ ...called, ...(read as object | undefined) }];
    }
    if (content === undefined) {
      note(
        value,
        place,
        `A group of keys belongs here, so the page leaves ${quoteValue(key.value)} out; write a list of groups.`,
        context,
      );
      return [];
    }
    const isUrl = value.kind === 'text' && /^https?:/i.test(value.value) && 'url' in item.keys;
    const target = isUrl ? 'url' : content;
    const shape = item.keys[target];
    const isOneOfMany = shape?.kind === 'list' && value.kind !== 'list';
    const read = shape && context.read(value, isOneOfMany ? shape.item : shape, place);
    return [{ ...called, ...(read !== undefined && { [target]: isOneOfMany ? [read] : read }) }];
  });
}

function isGroup(read: unknown): read is object {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}

/** Reads a list or a bare text that was written in the place of a group. */
export function readInsteadOfGroup(node: SourceNode, shape: MapShape, path: string, context: Context): unknown {
  // Names alone stand for groups with nothing in them.
  if (typeof shape.others === 'object') return undefined;
  if (node.kind === 'list') {
    const [first, ...others] = node.items.filter((item) => !isEmpty(item));
    if (first === undefined) return undefined;
    note(node, path, explainKind(node, shape, 'the first of it is read, so write that one alone'), context);
    for (const other of others)
      note(other, path, 'Only the first of this list is read; the page leaves this one out.', context);
    return context.read(first, shape, path);
  }
  const written = writeEntry(node, shape, context);
  report(
    node,
    path,
    explainKind(node, shape, written === undefined ? 'write keys' : `write ${written}`),
    written,
    context,
  );
  return readBareText(node, shape, path, context);
}

function readBareText(node: SourceNode, shape: MapShape, path: string, context: Context): unknown {
  const value = 'value' in node ? String(node.value) : '';
  const key = chooseKey(value, shape);
  const target = shape.keys[key];
  if (target === undefined) return undefined;
  const text: SourceText = { kind: 'text', value, start: node.start, end: node.end };
  const read = context.read(text, target, `${path}.${key}`);
  return read === undefined ? undefined : { [key]: read };
}

/** The key that a bare text stands for: people write `- Go` for `- name: Go`, and an address for the link that it is. */
function chooseKey(text: string, shape: MapShape): string {
  if (/^https?:/i.test(text) && 'url' in shape.keys) return 'url';
  if ('reference' in shape.keys && text.length > 60) return 'reference';
  return firstKey(shape);
}

function firstKey({ keys }: MapShape): string {
  return Object.keys(keys)[0] ?? '';
}

/** A bare text as the group that it stands for; none where it goes over several lines, or any key may stand. */
function writeEntry(node: SourceNode, shape: MapShape, context: Context): string | undefined {
  if (!('value' in node) || context.text.slice(node.start, node.end).includes('\n')) return undefined;
  const key = chooseKey(String(node.value), shape);
  return key === '' ? undefined : `{ ${writeKey(context, key)}: ${writeValue(context, node)} }`;
}

function isEntryOf(node: SourceMap, shape: MapShape): boolean {
  return node.entries.some(({ key }) => Object.hasOwn(shape.keys, key.value));
}

function describeBrackets({ format }: Context): string {
  return format === 'json'
    ? 'put [ and ] around the group'
    : 'put "- " before its first key and indent the others as deep';
}

function some(items: readonly unknown[]): readonly unknown[] | undefined {
  const present = items.flat(maxDepth).filter((item) => item !== undefined);
  return present.length > 0 ? present : undefined;
}

function report(node: SourceNode, path: string, message: string, written: string | undefined, context: Context): void {
  const { start, end } = node;
  const fix = written === undefined ? undefined : { edits: [{ start, end, text: written }], done: `Wrote ${written}.` };
  note(node, path, message, context, fix);
}
