import type { ResumeData } from '#resume';

/**
 * One value of somebody's file, with its place. Whatever is read of it counts as taken, so that what nobody read can be
 * listed: no value is lost in silence. A missing value is a part too, an empty one.
 */
export type Part = {
  /** Its place in the file, such as `cv.sections.experience[0].company`. */
  readonly path: string;
  readonly kind: 'absent' | 'leaf' | 'list' | 'map';
  /** Whether there is a text or a number in it, at any depth. */
  readonly holds: boolean;
  /** The keys of a map, in the file's order. */
  readonly keys: readonly string[];
  /** The value under this key; of several the first that holds something. */
  readonly at: (...keys: readonly string[]) => Part;
  /** The items of a list; the values of a map that stands where a list belongs; a single value as a list of one. */
  readonly items: (...keys: readonly string[]) => readonly Part[];
  /** The items of a list, or what stands alone as a list of one: XML writes both alike. */
  readonly each: (...keys: readonly string[]) => readonly Part[];
  /** Takes the text (or number) under the first of these keys that has one; with no key, its own. A list is joined. */
  readonly text: (...keys: readonly string[]) => string | undefined;
  /** Takes the texts of a list; a group with one text in it is that text. */
  readonly texts: (...keys: readonly string[]) => readonly string[];
  /** Looks at a text without taking it. */
  readonly peek: (...keys: readonly string[]) => string;
  /** Takes everything below that says this, because the result says so without it: an end date of "present". */
  readonly drop: (...keys: readonly string[]) => void;
  /** Says that nothing below is for everybody's eyes: it is not taken, and listed by its place. Default: the person hid it. */
  readonly hide: (why?: string) => void;
  /** All that nobody took, in the file's order. */
  readonly listUntaken: () => readonly Untaken[];
};

/** Why a letter is not taken. */
export const letter = 'a letter, which is not for everybody';

export type Untaken = { readonly path: string; readonly value: string; readonly hidden?: string };

const nothing: Part = createPart(undefined, '');

/** Makes the parts of plain data; the data may be at most as deep as `readFile` lets through. */
export function createPart(value: ResumeData | undefined, path: string): Part {
  const children = listChildren(value, path);
  const byKey = new Map(children);
  const kind = value === undefined || value === null ? 'absent' : toKind(value);
  const leaf = kind === 'leaf' ? String(value).trim() : '';
  let isTaken = leaf === '';
  let hidden: string | undefined;

  const find = (keys: readonly string[]): Part => {
    const found = keys.flatMap((key) => byKey.get(key) ?? []);
    return found.find(({ holds }) => holds) ?? found[0] ?? nothing;
  };

  const part: Part = {
    path,
    kind,
    holds: leaf !== '' || children.some(([, { holds }]) => holds),
    keys: kind === 'map' ? [...byKey.keys()] : [],
    at: (...keys) => find(keys),
    items(...keys) {
      if (keys.length > 0) return find(keys).items();
      if (kind === 'leaf') return leaf === '' ? [] : [part];
      return children.map(([, child]) => child).filter(({ kind }) => kind !== 'absent');
    },
    each(...keys) {
      if (keys.length > 0) return find(keys).each();
      if (kind === 'list') return part.items();
      return part.holds ? [part] : [];
    },
    text(...keys) {
      if (keys.length > 0) return find(keys).text();
      if (kind === 'list' && children.every(([, child]) => child.kind === 'leaf')) return joinTexts(part.texts());
      if (leaf === '') return undefined;
      isTaken = true;
      return leaf;
    },
    texts(...keys) {
      if (keys.length > 0) return find(keys).texts();
      if (kind === 'leaf') return toList(part.text());
      return children.flatMap(([, child]) => {
        const only = child.kind === 'map' ? onlyLeaf(child) : child;
        return only?.kind === 'leaf' ? toList(only.text()) : [];
      });
    },
    peek: (...keys) => (keys.length > 0 ? find(keys).peek() : leaf),
    drop(...keys) {
      if (keys.length > 0) for (const key of keys) byKey.get(key)?.drop();
      else isTaken = true;
    },
    hide(why = 'hidden there') {
      hidden = why;
    },
    listUntaken() {
      const untaken =
        kind === 'leaf'
          ? isTaken
            ? []
            : [{ path, value: leaf }]
          : children.flatMap(([, child]) => child.listUntaken());
      const why = hidden;
      return why === undefined ? untaken : untaken.map((one) => ({ ...one, hidden: why }));
    },
  };
  return part;
}

function toKind(value: ResumeData): Part['kind'] {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : 'leaf';
}

function listChildren(value: ResumeData | undefined, path: string): readonly (readonly [string, Part])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.map((item: ResumeData, index) => [String(index), createPart(item, `${path}[${index}]`)] as const);
  }
  return Object.entries(value).map(([key, child]) => [key, createPart(child, joinPath(path, key))] as const);
}

function joinPath(path: string, key: string): string {
  // A title of spaces would not be seen.
  if (key.trim() === '') return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function joinTexts(texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  return texts.join(texts.some((text) => text.length > 40) ? '\n\n' : ', ');
}

function toList(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

function onlyLeaf(group: Part): Part | undefined {
  const [only, ...more] = group.items();
  return more.length === 0 ? only : undefined;
}
