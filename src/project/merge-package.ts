import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '#cli';

type Json = string | number | boolean | null | readonly Json[] | Group;
type Group = { readonly [key: string]: Json };

/** A person's package.json after an upgrade. */
type MergedPackage = {
  /** `undefined` where nothing changes. */
  readonly text: string | undefined;
  /** What both changed, each in a sentence: theirs stays. */
  readonly notes: readonly string[];
};

/**
 * Merges what the starter's package.json has new into the person's, key by key: what they did not touch follows the starter, and
 * what they changed, added or deleted stays. Indent, ends of lines and the order of keys stay too. Nothing where one of the texts
 * is no group in JSON.
 */
export function mergePackage(mine: string, base: string, next: string, version: string): MergedPackage | undefined {
  const [own, before, after] = [readGroup(mine), readGroup(base), readGroup(next)];
  if (own === undefined || before === undefined || after === undefined) return undefined;
  const notes: string[] = [];
  const merged = mergeGroup(own, before, after, [], (path, left) => {
    notes.push(
      `${path.join('.')} is yours (${show(left.mine)}); cloud-resume ${version} has ${show(left.next)}. See whether you want that.`,
    );
  });
  return { text: isDeepStrictEqual(merged, own) ? undefined : write(merged, mine), notes };
}

type Conflict = { readonly mine: Json | undefined; readonly next: Json | undefined };

function mergeGroup(
  mine: Group,
  base: Group,
  next: Group,
  path: readonly string[],
  tell: (path: readonly string[], conflict: Conflict) => void,
): Group {
  const merge = (key: string): Json | undefined => {
    const [own, before, after] = [mine[key], base[key], next[key]];
    // npm wrote the version that it installed.
    if (path[0] === 'dependencies' && key === 'cloud-resume') return own;
    if (isGroup(own) && isGroup(after)) {
      return mergeGroup(own, isGroup(before) ? before : {}, after, [...path, key], tell);
    }
    if (isDeepStrictEqual(own, before)) return after;
    // What somebody deleted stays deleted, as a file does.
    if (own !== undefined && !isDeepStrictEqual(own, after) && !isDeepStrictEqual(before, after))
      tell([...path, key], { mine: own, next: after });
    return own;
  };
  const values = new Map(Object.keys(mine).map((key) => [key, merge(key)]));
  const keys = [...values.keys()];
  for (const [index, key] of Object.keys(next).entries()) {
    if (values.has(key)) continue;
    values.set(key, merge(key));
    // Where the starter has it: after the same key.
    keys.splice(keys.indexOf(Object.keys(next)[index - 1] ?? '') + 1, 0, key);
  }
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = values.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

function readGroup(text: string): Group | undefined {
  const data = parseJson(text.replace(/^\uFEFF/, '')) as Json | undefined;
  return isGroup(data) ? data : undefined;
}

function isGroup(value: Json | undefined): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As npm writes it: with the indent that was there. */
function write(data: Group, like: string): string {
  const indent = /^\uFEFF?\s*\{\r?\n?([ \t]*)/.exec(like)?.[1] ?? '';
  const text = `${JSON.stringify(data, undefined, indent)}${/\s*$/.exec(like)?.[0].includes('\n') ? '\n' : ''}`;
  return like.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

function show(value: Json | undefined): string {
  return value === undefined ? 'none any more' : JSON.stringify(value);
}
