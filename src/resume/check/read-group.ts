import { joinPath, quoteValue } from '../quote-value.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../read/source-node.ts';
import { toResumeData } from '../resume-data.ts';
import type { MapShape, Shape } from '../schema/shape.ts';
import { type Context, type Group, note } from './context.ts';
import { removeEntry, renameKey } from './edit-text.ts';
import { expandPositions } from './expand-positions.ts';
import { explainGuess, explainRenamed, explainSlip, explainStranger } from './explain.ts';
import { isLanguageTag, readOutside } from './read-outside.ts';
import { checkOrder, readDates } from './read-period.ts';
import { readNetworks, readWholeName } from './read-person.ts';
import {
  chooseEntry,
  describeValue,
  groupByKey,
  listSoundEntries,
  type ResolvedEntry,
  resolveKeys,
} from './resolve-keys.ts';
import { checkName } from './section-names.ts';
import { isEmpty } from './texts.ts';

/**
 * Reads a group of keys: other names as the keys that they mean, several names of one key as one. Gives several groups for an
 * employer with a list of positions, and undefined where nothing is left.
 */
export function readGroup(map: SourceMap, shape: MapShape, path: string, context: Context): unknown {
  const group: Group = { map, shape, path, context, values: new Map() };
  const isRoot = 'basics' in shape.keys;
  const known: ResolvedEntry[] = [];
  const strangers: SourceEntry[] = [];
  for (const resolved of resolveKeys(map, shape, path, context)) {
    const { entry, kind } = resolved;
    const isOwn = isRoot && context.ownSections.has(entry.key.value);
    if (isOwn && kind !== 'unknown') reportOwn(resolved, context);
    if (isForeign(resolved, shape) && kind === 'slip' && !isPlural(resolved)) askForKey(resolved, group);
    if (isOwn || isForeign(resolved, shape) || (isRoot && isLanguageTag(entry))) strangers.push(entry);
    else if (kind === 'maybe') askForKey(resolved, group);
    else known.push(resolved);
  }
  const candidates = groupByKey(known);
  const others = readDates(group, candidates, strangers);
  for (const [key, named] of candidates) readNamed(key, named, group);
  if ('startDate' in shape.keys) checkOrder(group, candidates);
  if (isRoot) readOutside(group, others);
  else readStrangers(group, others);
  if ('positions' in shape.keys) return expandPositions(group);
  return group.values.size > 0 ? Object.fromEntries(group.values) : undefined;
}

/** In a group that is open to all, a key is somebody's own unless it is nearly one of ours, and says what that would say. */
function isForeign({ kind, key, entry }: ResolvedEntry, shape: MapShape): boolean {
  if (kind === 'unknown') return true;
  if (kind === 'exact' || kind === 'maybe' || shape.others === 'nothing') return false;
  const target = shape.keys[key];
  if (entry.value.kind !== 'text' || target?.kind !== 'text') return entry.value.kind !== target?.kind;
  const invalid = target.check(entry.value.value.trim());
  return invalid !== undefined && invalid.instead === undefined;
}

/** `languages` under meta is a list of other people's rather than a slip. */
function isPlural({ entry, key }: ResolvedEntry): boolean {
  return entry.key.value === `${key}s`;
}

function askForKey({ entry, key }: ResolvedEntry, { path, context, shape, values }: Group): void {
  if (isEmpty(entry.value)) return;
  const written = entry.key.value;
  note(entry.key, joinPath(path, written), explainGuess(written, key), context);
  if (shape.others === 'anything') values.set(written, toResumeData(entry.value));
}

function readNamed(key: string, named: readonly ResolvedEntry[], group: Group): void {
  const { shape, path, context, values } = group;
  const target = shape.keys[key];
  if (target === undefined || values.has(key)) return;
  const chosen = chooseEntry(named) ?? named[0];
  if (chosen === undefined) return;
  if (chosen.kind !== 'exact') reportName(chosen, named, group);
  put(key, context.read(chosen.entry.value, target, joinPath(path, chosen.entry.key.value)), values);
  if (named.length === 1) return;
  const said = describeValue(chosen.entry);
  const repeated = findRepeated(group.map);
  for (const other of named) if (other !== chosen) readOther(other, said, key, target, group, repeated);
}

function findRepeated({ entries }: SourceMap): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of entries) (seen.has(key.value) ? repeated : seen).add(key.value);
  return repeated;
}

function put(key: string, value: unknown, values: Map<string, unknown>): void {
  const isMoved = typeof value === 'object' && value !== null && 'movedTo' in value;
  if (isMoved) {
    const { movedTo, value: text } = value as unknown as { readonly movedTo: string; readonly value: unknown };
    if (!values.has(movedTo)) values.set(movedTo, text);
  } else if (value !== undefined) values.set(key, value);
}

function reportName(
  chosen: ResolvedEntry,
  named: readonly ResolvedEntry[],
  { map, shape, path, context }: Group,
): void {
  const { entry, key, kind } = chosen;
  // Other programs may know their key under meta by that name.
  if (kind === 'other-name' && shape.others === 'anything') return;
  const written = entry.key.value;
  const empty = named.find((other) => other.kind === 'exact');
  const removed = empty && isBlank(empty.entry, context) ? removeEntry(context, map, empty.entry) : undefined;
  const rename = renameKey(context, entry, key);
  const edits = removed ? [removed, rename] : [rename];
  const fix = empty && !removed ? undefined : { edits, done: explainRenamed(written, key) };
  const message =
    kind === 'slip'
      ? explainSlip(written, key)
      : `${quoteValue(written)} is called ${quoteValue(key)} in JSON Resume; rename it.`;
  context.report({
    severity: empty && isEmpty(entry.value) ? 'tidy' : 'note',
    path: joinPath(path, written),
    start: entry.key.start,
    message,
    ...(fix && { fix }),
  });
}

/** A second name of a key: the same again, more items of a list, or something else that only a note can name. */
function readOther(
  other: ResolvedEntry,
  said: string,
  key: string,
  target: Shape,
  group: Group,
  repeated: ReadonlySet<string>,
): void {
  const { map, path, context, values } = group;
  const { entry } = other;
  const written = entry.key.value;
  const place = { path: joinPath(path, written), start: entry.key.start };
  const called = explainSecond(other);
  const isSame = describeValue(entry) === said;
  if (isSame || isEmpty(entry.value)) {
    // Without it, the same key further up would count.
    const isNeedless = (isSame || isBlank(entry, context)) && !repeated.has(written);
    const edit = isNeedless ? removeEntry(context, map, entry) : undefined;
    const fix = edit && {
      edits: [edit],
      done: `Removed ${quoteValue(written)}, which ${quoteValue(key)} says as well.`,
    };
    context.report({ severity: 'tidy', ...place, message: called, ...(fix && { fix }) });
    return;
  }
  const first = values.get(key);
  if (target.kind === 'list' && target.item.kind === 'text' && Array.isArray(first)) {
    const more = context.read(entry.value, target, joinPath(path, written));
    const items = new Set<unknown>([...first, ...(Array.isArray(more) ? more : [])]);
    values.set(key, [...items]);
    return;
  }
  const message = `${called}, which is here already with another value, and only that is shown; keep one of them.`;
  note(entry.key, place.path, message, context);
}

function reportOwn(own: ResolvedEntry, context: Context): void {
  const { key } = own.entry;
  const message = `${explainSecond(own)}, which is here already, so this becomes a section of its own.`;
  note(key, joinPath('', key.value), message, context);
}

function explainSecond({ entry, kind, key }: ResolvedEntry): string {
  const written = quoteValue(entry.key.value);
  return kind === 'slip'
    ? `${written} is not a key here but probably ${quoteValue(key)}`
    : `${written} is called ${quoteValue(key)} in JSON Resume`;
}

/** Tells whether nobody would miss it: a group without values may still have keys that mean something. */
function isBlank({ value }: SourceEntry, { text }: Context): boolean {
  return value.kind === 'null' || !/[\p{L}\p{N}]/u.test(text.slice(value.start, value.end));
}

function readStrangers(group: Group, entries: readonly SourceEntry[]): void {
  const { shape, path, context, values } = group;
  const isPerson = 'profiles' in shape.keys;
  const rest = isPerson ? readNetworks(group, readWholeName(group, entries)) : entries;
  for (const { key, value } of rest) {
    if (isEmpty(value)) continue;
    const place = joinPath(path, key.value);
    if (typeof shape.others === 'object') values.set(key.value, context.read(value, shape.others, place));
    else if (shape.others === 'anything') {
      checkForeign(value, place, context);
      values.set(key.value, toResumeData(value));
    } else if (shape.others === 'labels' && value.kind === 'text') readLabel({ key, value }, value.value.trim(), group);
    else note(key, place, explainStranger(key.value, shape), context);
  }
}

function readLabel(entry: SourceEntry, text: string, { map, path, context, values }: Group): void {
  const written = entry.key.value;
  const { message, instead = written } = checkName(written, context.names.labels) ?? {};
  // The right name counts where it is there too, and the first of several that mean it where it is not.
  const isTaken = instead !== written && (values.has(instead) || map.entries.some(({ key }) => key.value === instead));
  values.set(isTaken ? written : instead, text);
  if (message === undefined) return;
  const isMended = instead !== written && !isTaken;
  const told = isMended ? message : message.replace(/\.$/, '; until then it names nothing.');
  const fix = { edits: [renameKey(context, entry, instead)], done: explainRenamed(written, instead) };
  note(entry.key, joinPath(path, written), told, context, isMended ? fix : undefined);
}

/** What is somebody else's may be anything, but nothing of it is to be lost without a word. */
function checkForeign(node: SourceNode, path: string, context: Context): void {
  if (node.kind === 'list')
    for (const [index, item] of node.items.entries()) checkForeign(item, `${path}[${index}]`, context);
  if (node.kind !== 'map') return;
  for (const { key, value } of listSoundEntries(node, path, context))
    checkForeign(value, joinPath(path, key.value), context);
}
