import type { Flaw } from '../finding.ts';

/** What may stand at one place of a résumé: the words in which the schema is written. */
export type Shape = TextShape | ListShape | MapShape;

export type TextShape = {
  readonly kind: 'text';
  readonly check: (text: string) => Flaw | undefined;
  /** Texts that mean the same as nothing at all, beside the empty one. */
  readonly isNothing: (text: string) => boolean;
};

export type ListShape = { readonly kind: 'list'; readonly item: Shape };

export type MapShape = {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, Shape>>;
  /** What people write instead of a key, each in the form of `foldKey`. */
  readonly otherNames: ReadonlyMap<string, string>;
  /** Whether keys that nobody knows are welcome, with any value. */
  readonly isOpen: boolean;
};

/** The shape that fits a type, so that the compiler compares the schema with `Resume`. */
export type ShapeOf<T> = [T] extends [string]
  ? TextShape
  : true extends T
    ? Shape
    : [T] extends [readonly (infer Item)[]]
      ? ListShape & { readonly item: ShapeOf<Item> }
      : MapShape & {
          readonly keys: {
            readonly [Key in keyof T as string extends Key ? never : Key]-?: ShapeOf<NonNullable<T[Key]>>;
          };
        };

export function text(
  check: TextShape['check'] = () => undefined,
  isNothing: TextShape['isNothing'] = () => false,
): TextShape {
  return { kind: 'text', check, isNothing };
}

export function list<Item extends Shape>(item: Item): ListShape & { readonly item: Item } {
  return { kind: 'list', item };
}

/** `others` gives, for a key, the other names people write for it, with a space between them. */
export function map<Keys extends Readonly<Record<string, Shape>>>(
  keys: Keys,
  others: { readonly [Key in keyof Keys]?: string },
  isOpen = false,
): MapShape & { readonly keys: Keys } {
  const otherNames = new Map<string, string>();
  for (const [key, names] of Object.entries<string | undefined>(others)) {
    for (const name of names?.split(' ') ?? []) otherNames.set(foldKey(name), key);
  }
  return { kind: 'map', keys, otherNames, isOpen };
}

/** Makes `startDate`, `start_date` and `Start-Date` the same. */
export function foldKey(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, '');
}
