import type { InvalidValue } from '../diagnostic.ts';

/** What may stand at one place of a résumé: the words in which the schema is written. */
export type Shape = TextShape | FlagShape | ListShape | MapShape;

export type TextShape = {
  readonly kind: 'text';
  /** `prose` holds Markdown in paragraphs, a `line` is a name or the like, a `token` is for programs: a date, an address. */
  readonly form: 'prose' | 'line' | 'token';
  readonly check: (text: string) => InvalidValue | undefined;
  /** Texts that mean the same as nothing at all, beside the empty one. */
  readonly isNothing: (text: string) => boolean;
  /** Where a text that `check` refuses goes: as it is to its place, to another key of the group, or nowhere. */
  readonly otherwise: 'shown' | 'left out' | { readonly key: string };
  /** All that may be said, where that is a few words. */
  readonly words?: readonly string[];
  /** What of `public/` the text may name. */
  readonly file?: 'picture' | 'link';
  /** Whether the text names a section. */
  readonly isSection?: true;
};

/** true or false, or a group where more is to be said. */
export type FlagShape = { readonly kind: 'flag'; readonly map?: MapShape };

export type ListShape = { readonly kind: 'list'; readonly item: Shape };

export type MapShape = {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, Shape>>;
  /** The keys by their form in `foldKey`. */
  readonly spellings: ReadonlyMap<string, string>;
  /** What people write instead of a key, each in that form too. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** What stands under keys of the person's own: anything, labels, groups, or nothing because no key is welcome. */
  readonly others: 'anything' | 'labels' | 'nothing' | MapShape;
  /** The keys of name and value, where people write a group such as `{ German: native }` for a list. */
  readonly pair?: readonly [name: string, value: string];
};

/** The shape that fits a type, so that the compiler compares the schema with `Resume`. */
export type ShapeOf<T> = [T] extends [string]
  ? TextShape
  : true extends T
    ? FlagShape
    : [T] extends [readonly (infer Item)[]]
      ? ListShape & { readonly item: ShapeOf<Item> }
      : MapShape & {
          readonly keys: {
            readonly [Key in keyof T as string extends Key ? never : Key]-?: ShapeOf<NonNullable<T[Key]>>;
          };
        };

/** A name, a title, a place: one line. */
export function line(): TextShape {
  return { kind: 'text', form: 'line', check: () => undefined, isNothing: () => false, otherwise: 'shown' };
}

/** Sentences. */
export function prose(): TextShape {
  return { ...line(), form: 'prose' };
}

/** A text that has to be right to be of use. */
export function token(
  check: TextShape['check'],
  otherwise: TextShape['otherwise'] = 'shown',
  isNothing: TextShape['isNothing'] = () => false,
): TextShape {
  return { kind: 'text', form: 'token', check, isNothing, otherwise };
}

export function flag(map?: MapShape): FlagShape {
  return { kind: 'flag', ...(map && { map }) };
}

export function list<Item extends Shape>(item: Item): ListShape & { readonly item: Item } {
  return { kind: 'list', item };
}

/** `otherNames` gives, for a key, the other names people write for it, with a space between them. */
export function map<Keys extends Readonly<Record<string, Shape>>>(
  keys: Keys,
  otherNames: { readonly [Key in keyof Keys]?: string } = {},
  more: Partial<Pick<MapShape, 'others' | 'pair'>> = {},
): MapShape & { readonly keys: Keys } {
  const names = new Map<string, string>();
  for (const [key, others] of Object.entries<string | undefined>(otherNames)) {
    for (const name of others?.split(' ') ?? []) names.set(foldKey(name), key);
  }
  const spellings = new Map(Object.keys(keys).map((key) => [foldKey(key), key]));
  return { kind: 'map', keys, spellings, otherNames: names, others: 'nothing', ...more };
}

/** Makes `startDate`, `start_date` and `Start-Date` the same. */
export function foldKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Tells whether names alone say something there, or inside it: those of versions do. */
export function holdsNames(shape: Shape): boolean {
  return shape.kind === 'map' && (typeof shape.others === 'object' || Object.values(shape.keys).some(holdsNames));
}
